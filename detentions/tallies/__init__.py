"""The only code that counts (docs/counting.md)."""

from detentions.tallies.table import differences, rebuild, refresh

__all__ = ["differences", "rebuild", "refresh"]
