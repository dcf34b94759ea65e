"""The read-only REST API over the public views."""
