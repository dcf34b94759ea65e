"""Why a run is impossible, or a whole batch refused."""


class UnusableError(Exception):
    """The file, its mapping or an option makes the run impossible; the message says what to do."""


class RefusedError(Exception):
    """Records stand against what was asked for, and nothing was written."""
