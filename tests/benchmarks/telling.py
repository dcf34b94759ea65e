"""What the person who waits is told."""

import sys


def tell(text: str) -> None:
    """Say what is going on; results go to standard output, this does not."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
