"""A page as a tree, to read one section, table or list of it at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "rect"}


@dataclass
class Node:
    """One element, with what stands in it in order."""

    tag: str
    given: dict[str, str] = field(default_factory=dict)
    held: list[Node | str] = field(default_factory=list)

    def every(self, tag: str = "", **given: str) -> Iterator[Node]:
        """Yield the elements within, of a tag and with these attributes; `css` is one class."""
        css = given.pop("css", "")
        for node in self.held:
            if isinstance(node, str):
                continue
            named = not tag or node.tag == tag
            classed = not css or css in node.given.get("class", "").split()
            labelled = all(node.given.get(name) == value for name, value in given.items())
            if named and classed and labelled:
                yield node
            yield from node.every(tag, css=css, **given)

    def first(self, tag: str = "", **given: str) -> Node:
        """Return the first such element; an empty one where there is none."""
        return next(self.every(tag, **given), Node(tag))

    def section(self, name: str) -> Node:
        """Return the section with a heading of this id."""
        return self.first("section", **{"aria-labelledby": name})

    def rows(self, part: str = "tbody") -> list[list[Node]]:
        """Return the cells of each row of every table body within."""
        return [
            [cell for cell in row.held if isinstance(cell, Node)]
            for body in self.every(part)
            for row in body.every("tr")
        ]

    def texts(self, tag: str = "", **given: str) -> list[str]:
        """Return the words of every such element."""
        return [node.text for node in self.every(tag, **given)]

    @property
    def text(self) -> str:
        """The words within, with single spaces."""
        return " ".join("".join(self._words()).split())

    @property
    def head(self) -> str:
        """The words before the list that stands in a cell."""
        kept = [node for node in self.held if isinstance(node, str) or node.tag not in ("ul", "p")]
        return Node(self.tag, self.given, kept).text

    def _words(self) -> Iterator[str]:
        for node in self.held:
            if isinstance(node, str):
                yield node
            else:
                yield from node._words()


def tree(page: str) -> Node:
    """Return a page's root."""
    builder = _Builder()
    builder.feed(page)
    return builder.open[0]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Node("root")]

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attributes})
        self.open[-1].held.append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A drawing's shapes hold no words."""

    def handle_endtag(self, tag: str) -> None:
        while self.open.pop().tag != tag:
            continue

    def handle_data(self, data: str) -> None:
        self.open[-1].held.append(data)
