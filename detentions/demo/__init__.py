"""The demonstration: real figures of organisations, invented detentions, and load tests."""

from detentions.demo.loading import load
from detentions.demo.loads import make_load

__all__ = ["load", "make_load"]
