"""A normalised view of a text for matching, with a map back to the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
SPACE = " \t\v\f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
MARK = "\u0300-\u036f"
LIKE = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe63\uff0d", "-")
LIKE |= {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’", "'")}
LIKE |= {"\u00d0": "Đ", "\u00f0": "đ", "İ": "I"}
# Private characters stand for names in coded sentences, so that a text may not bring its own.
LIKE |= dict.fromkeys("\ue000\ue001\ue002\ue003\ue004", "\ufffd")
ODD = re.compile(
    rf"(?P<letter>\w(?:[{INVISIBLE}]*[{MARK}])+)|(?P<like>[{''.join(LIKE)}])"
    rf"|(?P<space>[{INVISIBLE}]*(?! [^{SPACE}{INVISIBLE}])[{SPACE}][{SPACE}{INVISIBLE}]*)"
    rf"|(?P<nothing>[{INVISIBLE}]+)"
)
# Whether there is anything odd is asked first, of every character but once.
ODD_LETTER = re.compile(f"[{''.join(LIKE)}{MARK}{INVISIBLE}{SPACE.replace(' ', '', 1)}]")
# A line that goes on in lower case was broken to fit a page.
LINE_BREAK = re.compile(r"\n(?<=[^\s.!?…:;]\n)(?=[^\W\d_])")
OLD_TONE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?!\w)")


@dataclass(frozen=True)
class View:
    """A text in NFC with plain spaces, dashes and quotes and tones on the first vowel.

    ``folded`` is the same in lower case. ``places`` holds the stretches in which view and
    original run parallel, or stand still in the original, as starts in both and the step there;
    ``None`` if both run parallel throughout.
    """

    text: str
    folded: str
    places: Sequence[tuple[int, int, int]] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a span of the view stands for."""
        if self.places is None:
            return start, end
        return _place(self.places, start), _place(self.places, end)


def make_view(text: str) -> View:
    """Return the normalised view of a text.

    Examples
    --------
    >>> view = make_view("ở Bi\u0300nh\u00a0Dương")
    >>> view.text, view.original(2, 12)
    ('ở Bình Dương', (2, 13))
    """
    odd = set(ODD_LETTER.findall(text))
    places = None
    if "  " in text or not odd <= LIKE.keys():
        text, places = _evened(text)
    else:
        for letter in odd:
            text = text.replace(letter, LIKE[letter])
    text = OLD_TONE.sub(_shift_tone, text)
    text = LINE_BREAK.sub(lambda at: " " if text[at.end()].islower() else "\n", text)
    return View(text, text.lower(), places)


def _place(places: Sequence[tuple[int, int, int]], at: int) -> int:
    """Return where a character of the view, or the one past its end, starts."""
    begin, place, step = places[bisect_right(places, at, key=lambda each: each[0]) - 1]
    return place + (at - begin) * step


def _evened(text: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return a text without what is odd, and the stretches that lead back."""
    pieces: list[str] = []
    places, size, done = [(0, 0, 1)], 0, 0
    for match in ODD.finditer(text):
        start, end = match.span()
        new = _replacement(match)
        pieces += text[done:start], new
        size += start - done
        if len(new) != end - start:
            places += [(size, start, 0), (size + len(new), end, 1)]
        size += len(new)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), places


def normalised(text: str) -> str:
    """Return a text as views have it.

    Examples
    --------
    >>> normalised("Hoà  Bình – Quý")
    'Hòa Bình - Quý'
    """
    return make_view(text).text


def unaccented(text: str) -> str:
    """Return a text without diacritics.

    Examples
    --------
    >>> unaccented("Đắk Lắk")
    'Dak Lak'
    """
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in marked if not unicodedata.combining(letter))


def _replacement(match: re.Match[str]) -> str:
    """Return what an odd character or sequence becomes."""
    if match["letter"]:
        composed = unicodedata.normalize("NFC", re.sub(f"[{INVISIBLE}]", "", match[0]))
        return "".join(LIKE.get(letter, letter) for letter in composed)
    return "" if match["nothing"] else LIKE.get(match[0], " ")


def _shift_tone(match: re.Match[str]) -> str:
    """Move the tone from the second vowel to the first: oà to òa, uý to úy but not in quý."""
    first, (vowel, tone) = match[0][0], tuple(unicodedata.normalize("NFD", match[0][1]))
    before = match.string[match.start() - 1 : match.start()].lower()
    fits = vowel in "yY" and before != "q" if first in "uU" else vowel in "aAeE"
    return unicodedata.normalize("NFC", first + tone) + vowel if fits else match[0]
