"""Texts that know where numbers stand in them, and which cell of a table each one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A piece of a text that leads to where it comes from.

    Parameters
    ----------
    start, end : int
        First character and the one after the last.
    href : str
        Address of the cell that it is.
    exact : str
        The cell's value, written as in the tables.
    """

    start: int
    end: int
    href: str
    exact: str


class Linked(str):
    """A text with links.

    Examples
    --------
    >>> text = linked("11", "page.html#total", "11")
    >>> joined(["at least ", text]).links
    (Link(start=9, end=11, href='page.html#total', exact='11'),)
    """

    links: tuple[Link, ...]

    def __new__(cls, text: str, links: Iterable[Link]) -> Linked:
        """Return a text with links, which stand in order and do not overlap."""
        self = super().__new__(cls, text)
        self.links = tuple(links)
        return self

    def mapped(self, change: Callable[[str], str]) -> str:
        """Return the text with every piece changed, the links where they were."""
        return joined(_changed(self, change))


class Value(float):
    """A number that is a cell of a table.

    Parameters
    ----------
    number : float
        The number to show.
    href : str
        Address of the cell.
    exact : str
        The cell's value, written as in the tables.
    """

    href: str
    exact: str

    def __new__(cls, number: float, href: str, exact: str) -> Value:
        """Return the number."""
        self = super().__new__(cls, number)
        self.href, self.exact = href, exact
        return self


def linked(text: str, href: str, exact: str) -> Linked:
    """Return a text that is one link."""
    return Linked(text, [Link(0, len(text), href, exact)])


def joined(pieces: Iterable[str]) -> str:
    """Return texts one after the other, with the links of those that have some."""
    texts: list[str] = []
    links: list[Link] = []
    length = 0
    for piece in pieces:
        links += [
            Link(length + link.start, length + link.end, link.href, link.exact)
            for link in getattr(piece, "links", ())
        ]
        texts.append(piece)
        length += len(piece)
    text = "".join(texts)
    return Linked(text, links) if links else text


def _changed(text: Linked, change: Callable[[str], str]) -> Iterator[str]:
    place = 0
    for link in text.links:
        yield change(text[place : link.start])
        yield linked(change(text[link.start : link.end]), link.href, link.exact)
        place = link.end
    yield change(text[place:])
