"""The words and rules that are data, and the expressions made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from typing import Any

from ahocorasick_rs import AhoCorasick

PIECE = re.compile(r"\{([a-z_]+)\}")


def lexicon(name: str = "lexicon") -> dict[str, Any]:
    """Return one data file of this package: ``lexicon``, ``towns`` or one of ``rules/``."""
    source = resources.files("analysis.extraction") / f"{name}.toml"
    data: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
    return data


def named(pattern: str) -> bool:
    """Whether an expression names pieces in braces."""
    return PIECE.search(pattern) is not None


def filled(pattern: str, pieces: Mapping[str, str]) -> str:
    """Return an expression with the pieces that it names in their places.

    Examples
    --------
    >>> filled("{a}{1,2} {b}", {"a": "(?:x|y)", "b": "{a}z"})
    '(?:x|y){1,2} {a}z'
    """
    return PIECE.sub(lambda match: pieces[match[1]], pattern)


def expanded(pattern: str, pieces: Mapping[str, str]) -> str:
    """Return an expression with the pieces that it names in their places, and theirs.

    Examples
    --------
    >>> expanded("{a}{1,2} {b}", {"a": "(?:x|y)", "b": "{a}z"})
    '(?:x|y){1,2} (?:x|y)z'
    """
    while named(pattern):
        pattern = filled(pattern, pieces)
    return pattern


class Expressions(dict[str, re.Pattern[str]]):
    """Expressions by name, each compiled when it is first asked for.

    Parameters
    ----------
    alternatives : mapping of str to iterable of str
        By name, the expressions of which a text may match any.
    pieces : mapping of str to str
        What they name in braces.

    Examples
    --------
    >>> Expressions({"done": ["{past} có", "xong"]}, {"past": "(?:đã|vừa)"})["done"].pattern
    '(?:đã|vừa) có|xong'
    """

    def __init__(
        self, alternatives: Mapping[str, Iterable[str]], pieces: Mapping[str, str]
    ) -> None:
        super().__init__()
        self.alternatives, self._pieces = alternatives, pieces

    def __missing__(self, name: str) -> re.Pattern[str]:
        """Compile an expression."""
        compiled = re.compile(expanded("|".join(self.alternatives[name]), self._pieces))
        self[name] = compiled
        return compiled


def any_of(words: Iterable[str]) -> str:
    r"""Return an expression for any of the words, the longest first.

    Examples
    --------
    >>> any_of(["đã", "đã có"])
    '(?:đã\\ có|đã)'
    """
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"


class Words:
    """Words of several kinds, found whole in one pass over a text.

    Parameters
    ----------
    table : mapping of str to iterable of str
        Words by kind.

    Examples
    --------
    >>> [*Words({"done": ["đã", "đã có"], "meant": ["sẽ"]}).spans("nay đã có, mai sẽ")]
    [(4, 6, 'done'), (4, 9, 'done'), (15, 17, 'meant')]
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._kinds = {word: kind for kind, words in table.items() for word in words}
        self._words = [*self._kinds]
        self._automaton = AhoCorasick(self._words)

    def spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and kind of each word, by their ends."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for index, start, end in matches:
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                yield start, end, self._kinds[self._words[index]]

    def kinds(self, text: str) -> set[str]:
        """Return the kinds of which a text holds a word."""
        return {kind for _, _, kind in self.spans(text)}
