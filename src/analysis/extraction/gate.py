"""Texts that cannot state anything are told by one pass over their bytes, before any other work.

Whatever a view of the text would turn into a cue, the pass finds: bytes are folded such that both
cases of a letter are one, a cue is looked for with its tones on either vowel, and a character that
a view leaves out, composes or evens lets the text through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from unicodedata import normalize

from ahocorasick_rs import BytesAhoCorasick, Implementation

# A to Z as a to z; later bytes of a letter in pairs, which are both cases of most accented ones.
FOLD = bytes(
    byte | 0x20 if chr(byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" else byte | (0x80 <= byte < 0xC0)
    for byte in range(0x100)
)
TONED = re.compile("([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])")
OTHER = {"đ": "Ðð", "-": "–—"}  # what a view writes so; the next dashes are folded like these
PARTS = 3
# What else is odd in a view, but quotes, that no cue has; marks by their first byte.
ODD = (b"\xcc", b"\xcd", b"  ", *(letter.encode() for letter in (
    "\t\v\f\x85\u00a0\u00ad\u1680\u202f\u205f\u2060\u3000\ufeffİ\u212a"
    "\u2010\u2011\u2043\u2212\ufe63\uff0d"
    + "".join(map(chr, (*range(0x2000, 0x2010), *range(0x2028, 0x202F))))
)))  # fmt: skip


class Gate:
    """Whether a text may hold one of some cues.

    Parameters
    ----------
    words : iterable of str
        Cues that are whole words, in the form of views, lower case.
    stems : iterable of str
        Cues that may be parts of words.

    Examples
    --------
    >>> gate = Gate(["hòa phát"], ["ký kết"])
    >>> [gate.opens(text.encode()) for text in ("HOÀ PHÁT", "Hòa\u00a0Phát", "Hòa bình")]
    [True, True, False]
    """

    def __init__(self, words: Iterable[str], stems: Iterable[str] = ()) -> None:
        words, stems = [*words], [*stems]
        bounded = {form for word in words for form in _forms(word)}
        anywhere = {form for stem in stems for form in _forms(stem)}
        anywhere |= {odd.translate(FOLD) for odd in ODD}
        anywhere |= {*_broken({*words, *stems})}
        self._words = len(bounded)
        self._automaton = BytesAhoCorasick(
            [*sorted(bounded), *sorted(anywhere)], implementation=Implementation.DFA
        )

    def opens(self, data: bytes) -> bool:
        """Whether a text, given in UTF-8, may hold a cue."""
        if b"\r" in data:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        data = data.translate(FOLD)
        return any(
            index >= self._words
            or not (data[start - 1 : start].isalnum() or data[end : end + 1].isalnum())
            for index, start, end in self._automaton.find_matches_as_indexes(data, overlapping=True)
        )


def _broken(cues: Iterable[str]) -> Iterator[bytes]:
    """Yield how cues begin that are broken into two lines, up to the second."""
    blanks = ((cue, at) for cue in cues for at, letter in enumerate(cue) if letter == " ")
    for first, second in {(cue[:at], cue[at + 1 : at + 2]) for cue, at in blanks}:
        end = f"\n{second}".encode().translate(FOLD)[:2]
        yield from (form + end for form in _forms(first))


def _forms(cue: str) -> Iterator[bytes]:
    """Yield a cue with every form of its letters and with tones on either vowel, folded."""
    beginning = "-".join(cue.split("-")[:PARTS]).rstrip()  # will do, and has fewer forms
    decomposed = normalize("NFD", beginning)
    placings = {decomposed}
    for found in TONED.finditer(decomposed):
        start, end = found.span()
        moved = found[1] + found[3] + found[2]
        placings |= {f"{placing[:start]}{moved}{placing[end:]}" for placing in placings}
    for placing in placings:
        letters = [x + x.upper() + OTHER.get(x, "") for x in normalize("NFC", placing)]
        folded = [{each.encode().translate(FOLD) for each in forms} for forms in letters]
        yield from map(b"".join, product(*folded))
