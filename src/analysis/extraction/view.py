"""A normalised view of a text for matching, with a map back to the text."""

from __future__ import annotations

import re
import unicodedata
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
OLD_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class View:
    """A text in NFC with plain spaces, dashes and quotes and tones on the first vowel.

    ``folded`` is the same in lower case. ``places`` holds where each character starts in the
    original and, one further, the original's end; ``None`` if both run parallel.
    """

    text: str
    folded: str
    places: Sequence[int] | None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original that a span of the view stands for."""
        return (start, end) if self.places is None else (self.places[start], self.places[end])


def make_view(text: str) -> View:
    """Return the normalised view of a text.

    Examples
    --------
    >>> view = make_view("ở Bi\u0300nh\u00a0Dương")
    >>> view.text, view.original(2, 12)
    ('ở Bình Dương', (2, 13))
    """
    places: list[int] | None = None
    if ODD.search(text):
        pieces: list[str] = []
        places, done = [], 0
        for match in ODD.finditer(text):
            new = _replacement(match)
            pieces += text[done : match.start()], new
            places += [*range(done, match.start()), *[match.start()] * len(new)]
            done = match.end()
        pieces.append(text[done:])
        places += range(done, len(text) + 1)
        text = "".join(pieces)
    text = OLD_TONE.sub(_shift_tone, text)
    return View(text, text.lower(), places)


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
    """Move the tone from the second vowel to the first: oà to òa."""
    second = unicodedata.normalize("NFD", match[0][1])
    return unicodedata.normalize("NFC", match[0][0] + second[1]) + second[0]
