"""Whatever a template says can be translated: text stands in `translate` or `blocktranslate`."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.base import Lexer, Token, TokenType

from tests.architecture.sources import Breach

# Attributes that are read out or shown.
_SPOKEN = ("alt", "aria-label", "aria-description", "label", "placeholder", "title")
# Elements whose content is not read as text.
_NOT_READ = ("code", "script", "style")
# Filters that write their argument, and the one that knows the plural of English alone.
_WRITING = re.compile(
    r"\|(?:default|default_if_none|yesno|add|join):[\"']([^\"'#?&/][^\"']*)|\|pluralize"
)
_WITH_TEXT = re.compile(r"^include\b.*?\b\w+=\"([^\"]* [^\"]*)\"")
# A word; single letters and names such as CSV are the same in every language.
_WORD = re.compile(r"\b(?![A-Z]+\b)[^\W\d_]{2,}")


def untranslated(template: str) -> Iterator[Breach]:
    """Return the line and the text of all that a template says in one language only."""
    tokens = Lexer(template).tokenize()
    for token in tokens:
        yield from _in_a_tag(token)
    reader = _Reader()
    reader.feed("".join(_outside(tokens)))
    reader.close()
    yield from reader.found


def _in_a_tag(token: Token) -> Iterator[Breach]:
    if token.token_type not in (TokenType.VAR, TokenType.BLOCK):
        return
    written = [match[1] for match in _WRITING.finditer(token.contents)]
    if token.token_type is TokenType.BLOCK:
        written += [match[1] for match in _WITH_TEXT.finditer(token.contents)]
    if any(text is None or _WORD.search(text) for text in written):
        yield token.lineno or 0, f"is not translated: {token.contents[:60]}"


def _outside(tokens: list[Token]) -> Iterator[str]:
    """Yield the text that nothing translates; all else leaves its lines and nothing more."""
    ending = ""
    for token in tokens:
        name = token.contents.split(maxsplit=1)[0] if token.contents.strip() else ""
        if token.token_type is TokenType.BLOCK:
            if name in ("blocktranslate", "blocktrans", "comment", "verbatim"):
                ending = f"end{name}"
            elif name == ending:
                ending = ""
        is_text = token.token_type is TokenType.TEXT
        yield token.contents if is_text and not ending else "\n" * token.contents.count("\n")


class _Reader(HTMLParser):
    """Reads the text and the spoken attributes out of what is left of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Breach] = []
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spoken = dict(attrs)
        # Words that are quoted stay in their own language.
        if tag in _NOT_READ or ("lang" in spoken and tag != "html"):
            self._within.append(tag)
        names = [*_SPOKEN]
        if spoken.get("type") in ("submit", "button"):
            names.append("value")
        if spoken.get("name") == "description" or "og:" in (spoken.get("property") or ""):
            names.append("content")
        for name in names:
            self._say(spoken.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        if not self._within:
            self._say(data)

    def _say(self, text: str) -> None:
        if word := _WORD.search(text):
            line = self.getpos()[0] + text.count("\n", 0, word.start())
            self.found.append((line, f"is not translated: {' '.join(text.split())[:60]}"))
