"""Each translates its arguments and calls one function."""
