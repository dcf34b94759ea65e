"""The public pages: parse the address, ask one domain function, render."""
