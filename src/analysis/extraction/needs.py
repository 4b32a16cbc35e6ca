"""What a sentence must hold for an expression to match it: most rules are never tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

Need = frozenset[str]
LONGEST = 24


def needs(pattern: str) -> list[Need]:
    """Return sets of strings: a text that an expression matches holds one string of each set.

    Examples
    --------
    >>> [sorted(need) for need in needs("(?:hơn )?[ab]c(?:ký|sign) x*")]
    [['a', 'b'], ['c'], ['ký', 'sign'], [' ']]
    """
    return [*_of_sequence(parser.parse(pattern))]


def _of_sequence(parsed: Any) -> Iterator[Need]:
    """Yield the needs of parts that follow one another; letters in a row are one string."""
    run = ""
    for code, value in parsed:
        if code is codes.LITERAL and len(run) < LONGEST:
            run += chr(value)
            continue
        if run:
            yield frozenset([run])
        run = chr(value) if code is codes.LITERAL else ""
        yield from _of_part(code, value)
    if run:
        yield frozenset([run])


def _of_part(code: Any, value: Any) -> Iterator[Need]:
    if code is codes.SUBPATTERN:
        yield from _of_sequence(value[3])
    elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0]:
        yield from _of_sequence(value[2])
    elif code is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
        yield frozenset(chr(letter) for _, letter in value)
    elif code is codes.BRANCH:
        best = [max(_of_sequence(branch), key=rarity, default=None) for branch in value[1]]
        if None not in best:
            yield frozenset().union(*best)  # type: ignore[arg-type]


def rarity(need: Need) -> tuple[int, int]:
    """Return how seldom a need is met: by its shortest string, then by how few there are."""
    return min(map(len, need)), -len(need)


class Applicable:
    """Which of several expressions are worth trying on a text, found in one pass over it.

    Parameters
    ----------
    needed : sequence of sequence of Need
        What each expression needs, the rarest first.

    Examples
    --------
    >>> [*Applicable([[{"ký"}, {"với", "cùng"}], [{"có"}]]).to("đã ký với")]
    [0]
    """

    def __init__(self, needed: Sequence[Sequence[Need]]) -> None:
        strings = sorted({string for needs in needed for need in needs for string in need})
        place = {string: number for number, string in enumerate(strings)}
        self._automaton = AhoCorasick(strings)
        self._by_rarest: dict[int, list[tuple[int, Sequence[frozenset[int]]]]] = {}
        for number, (rarest, *others) in enumerate(needed):
            further = [frozenset(place[string] for string in need) for need in others]
            for string in rarest:
                self._by_rarest.setdefault(place[string], []).append((number, further))

    def to(self, text: str) -> set[int]:
        """Return the numbers of the expressions."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        found = {string for string, _, _ in matches}
        worth = set()
        for string in self._by_rarest.keys() & found:
            for number, others in self._by_rarest[string]:
                for need in others:
                    if found.isdisjoint(need):
                        break
                else:
                    worth.add(number)
        return worth
