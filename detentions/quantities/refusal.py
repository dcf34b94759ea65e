"""How the readers say no to each other before the caller hears of it."""


class Refusal(Exception):
    """A reading that a rule forbids, with the plain sentence that the user will see."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def quoted(text: str) -> str:
    """Return the text in quotation marks, cut short where it would drown the sentence."""
    short = text.strip()
    return f'"{short[:40]}…"' if len(short) > 40 else f'"{short}"'
