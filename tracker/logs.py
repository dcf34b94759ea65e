"""What the log leaves out, because it comes from whoever asks."""

from __future__ import annotations

import logging


class RefusedHost(logging.Filter):
    """Makes of a refused host one line that repeats nothing of it.

    Anybody can send such a request, with any text in it, as often as they like: the text would
    be in the log, and a traceback of our own code each time tells nothing.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let the record through with our own words alone."""
        record.msg, record.args = "A request named a host that is not in ALLOWED_HOSTS.", ()
        record.exc_info = record.exc_text = None
        return True
