"""The only code that counts (docs/counting.md)."""
