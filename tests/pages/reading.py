"""Reading a page as a reader does: its text, headings, links and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client

_VOID = {"meta", "link", "input", "br"}
_UNREAD = {"style", "script", "title"}


@dataclass
class Page:
    """What stands on a page."""

    status: int
    headers: dict[str, str]
    size: int
    text: str = ""
    title: str = ""
    lang: str = ""
    headings: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)  # address -> words
    ids: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    parts: dict[str, list[str]] = field(default_factory=dict)  # class -> texts

    def row(self, first: str) -> list[str]:
        """Return the table row whose first cell begins with these words."""
        return next(row for row in self.rows if row and row[0].startswith(first))


def read(client: Client, address: str, **options: Any) -> Page:
    """Fetch a page and read it."""
    response = client.get(address, **options)
    reader = _Reader()
    reader.feed(response.content.decode())
    page = reader.page
    page.status = response.status_code
    page.headers = dict(response.headers)
    page.size = len(response.content)
    page.text = _joined(reader.words)
    return page


def _joined(words: list[str]) -> str:
    text = " ".join("".join(words).split())
    for sign in (",", ".", ":", ")", ";"):
        text = text.replace(f" {sign}", sign)
    return text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page(0, {}, 0)
        self.words: list[str] = []
        # Every open element: tag, address, class, and the words since it opened.
        self.open: list[tuple[str, str, str, list[str]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.page.lang = given.get("lang", "")
        if "id" in given:
            self.page.ids.append(given["id"])
        if tag == "tr":
            self.page.rows.append([])
        if tag not in _VOID:
            self.open.append((tag, given.get("href", ""), given.get("class", ""), []))
            if tag not in {"a", "span", "strong", "q", "em", "code"}:
                self.handle_data(" ")
            if tag == "q":
                self.handle_data("“")

    def handle_endtag(self, tag: str) -> None:
        if tag == "q":
            self.handle_data("”")
        while self.open:
            name, address, classes, words = self.open.pop()
            text = _joined(words)
            if name == "title":
                self.page.title = text
            if name in {"h1", "h2", "h3"}:
                self.page.headings.append(text)
            if name == "a":
                self.page.links[address] = text
            if name in {"td", "th"} and self.page.rows:
                self.page.rows[-1].append(text)
            for part in classes.split():
                self.page.parts.setdefault(part, []).append(text)
            if name == tag:
                break

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A drawing's shapes hold no words."""

    def handle_data(self, data: str) -> None:
        if any(tag in _UNREAD for tag, *_rest in self.open):
            if self.open[-1][0] == "title":
                self.open[-1][3].append(data)
            return
        self.words.append(data)
        for _tag, _address, _classes, words in self.open:
            words.append(data)
