"""What a sentence must hold for an expression to match it: most rules are never tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from ahocorasick_rs import AhoCorasick

from analysis.extraction.lexicon import expanded

Need = frozenset[str]
LONGEST = 24
GROUPS = 0xF0000  # private letters


class Needs:
    """Sets of strings: a text that an expression matches holds one string of each set.

    Parameters
    ----------
    pieces : mapping of str to str
        Expressions that others name in braces, each parsed but once.

    Examples
    --------
    >>> of = Needs({"sign": "(?:ký|sign)"}).of
    >>> [sorted(need) for need in of("(?:hơn )?[ab]c{sign} x*")]
    [['a', 'b'], ['c'], ['ký', 'sign'], [' ']]
    """

    def __init__(self, pieces: Mapping[str, str]) -> None:
        # A letter stands for a group; what is less may be part of a set of letters.
        self._groups = {chr(GROUPS + number): piece for number, piece in enumerate(pieces.values())}
        letters = dict(zip(pieces, self._groups, strict=True))
        self._names = {
            name: letters[name] if "(" in piece else piece for name, piece in pieces.items()
        }
        self.of = cache(self._of)

    def _of(self, pattern: str) -> Sequence[Need]:
        """Return the needs of an expression, in order."""
        return [*self._of_sequence(parser.parse(expanded(pattern, self._names)))]

    def _of_sequence(self, parsed: Any) -> Iterator[Need]:
        """Yield the needs of parts that follow one another; letters in a row are one string."""
        run = ""
        for code, value in parsed:
            letter = chr(value) if code is codes.LITERAL else ""
            group = self._groups.get(letter)
            if letter and group is None and len(run) < LONGEST:
                run += letter
                continue
            if run:
                yield frozenset([run])
            run = "" if group else letter
            yield from self._of_part(code, value) if group is None else self.of(group)
        if run:
            yield frozenset([run])

    def _of_part(self, code: Any, value: Any) -> Iterator[Need]:
        if code is codes.SUBPATTERN:
            yield from self._of_sequence(value[3])
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0]:
            yield from self._of_sequence(value[2])
        elif code is codes.IN and all(kind is codes.LITERAL for kind, _ in value):
            yield frozenset(chr(letter) for _, letter in value)
        elif code is codes.BRANCH:
            best = [max(self._of_sequence(branch), key=rarity, default=None) for branch in value[1]]
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
