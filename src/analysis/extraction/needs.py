"""What a sentence must hold for an expression to match it: most rules are never tried."""

from __future__ import annotations

from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

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
