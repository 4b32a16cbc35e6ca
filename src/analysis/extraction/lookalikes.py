"""Names that are none: rivers, clubs, streets, persons and companies called like a province."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from analysis.extraction.lexicon import any_of
from analysis.extraction.view import View

Phrases = Mapping[str, Sequence[str]]
OPENING = "(\"'[/-"
STOPS = ',.;:()"\n'
SEPARATORS = ' \n"('
LONGEST = 29  # letters of a word
NUMBERED = re.compile(r"[IVX]+(?:-?[A-H])?|[A-H]")  # of a park: VSIP II - A
WORD_AFTER = re.compile(r" ([^\W\d_]\w*)")


class Name(NamedTuple):
    """What a spelling stands for.

    ``value`` is the code of a province or of a town's province, an organisation's canonical
    name, else empty; ``capital`` is the place of the first capital, negative if there is none.
    """

    kind: str
    value: str
    spelling: str
    english: bool = False
    capital: int = -1


class Mention(NamedTuple):
    """A name found at a span of the view."""

    start: int
    end: int
    name: Name


# Words of an English company's name after the place that it is called after.
COMPANY = re.compile(
    r"(?: ?[-–] ?\w+(?: \w+)?)?"
    r"(?: (?:urban|city|industrial|parks?|zones?|infrastructure|technical|development|investment"
    r"|construction|trading|township|port|hotel|services?|management|hi-tech|and|&))*"
    r" (?:corp(?:oration)?|jsc|sjc|co|company|ltd|limited|joint stock|one[- ]member)(?!\w)"
)


class Lookalikes:
    """Contexts in which a name is none.

    Parameters
    ----------
    words : mapping
        The table ``lookalike`` of the lexicon.
    cities : collection of str
        Codes of the provinces that are cities.
    """

    def __init__(self, words: Mapping[str, Sequence[str]], cities: Collection[str]) -> None:
        city, place, after, unit = (
            any_of(words[key]) for key in ("city", "places", "after", "units")
        )
        self._cities = cities
        self._city = re.compile(rf"(?<!tỉnh )(?<!tỉnh, )(?<!tỉnh/)(?<!tỉnh và )(?<!\w){city} ?$")
        self._place = re.compile(rf"(?<!\w){place} ?$")
        self._after = re.compile(rf" {after}(?!\w)")
        self._below = re.compile(rf" {any_of(words['before_units'])}(?!\w)")
        self._unit = re.compile(rf" {unit}(?!\w)")
        self._before = _by_last(words["before"])
        self._before_town = _by_last({*words["before"]} - {*words["units_below"]})
        self._bodies, self._breaks = _by_last(words["bodies"]), _by_last(words["breaks"])
        self._schools = _by_last(words["schools"])
        self._no_bodies = tuple(f" {phrase}" for phrase in words["no_bodies"])
        self._no_park = tuple(words["khu"])
        self._titles = (*words["city"], *words["places"])
        self._neighbours = frozenset(words["neighbours"])

    def misleads(
        self, view: View, mention: Mention, previous: Mention | None, english: bool
    ) -> bool:
        """Whether the words around make a province or an organisation something else.

        Parameters
        ----------
        view : View
            The text.
        mention : Mention
            The name in question.
        previous : Mention or None
            The name before.
        english : bool
            Whether the text is English.
        """
        start, end, name = mention
        text, folded = view.text, view.folded
        before = folded[max(0, start - 90) : start]
        if _ends_with(before, self._before_town if name.kind == "town" else self._before):
            return True
        if self._after.match(folded, end):
            return True
        if name.kind not in ("province", "town"):
            return False
        if name.kind == "province" and self._below.match(folded, end):
            return True
        titled = before.rstrip().endswith(self._titles)
        adjoins = previous if previous and previous.end == start - 1 else None
        if adjoins and adjoins.name.kind == "programme":
            return False  # VSIP Bắc Ninh is there, even as the name of a company
        if self._within_body(before) or COMPANY.match(folded, end):
            return True
        if (titled and self._place.search(before[-12:])) or self._unit.match(folded, end):
            return False
        if adjoins:
            return False
        loud = text[start:end].isupper()
        word = _word_before(text, start)
        if word[:1].isupper() and not ((loud and word.isupper()) or NUMBERED.fullmatch(word)):
            return word[-1].isalnum() and word.lower() not in self._neighbours
        if english:
            return False
        follower = WORD_AFTER.match(text, end, end + 30)
        return bool(follower and follower[1][0].isupper() and not (loud or follower[1].isupper()))

    def is_park(self, view: View, mention: Mention) -> bool:
        """Whether a short word means a park, in a text that spoke of one before.

        "Khu" does before a name or a number only.
        """
        if mention.name.english:
            return True
        rest = view.text[mention.end + 1 : mention.end + 2]
        named = rest.isupper() or rest.isdigit()
        other = view.folded.startswith(self._no_park, mention.end + 1)
        return named and not other and not view.folded.endswith("phân ", 0, mention.start)

    def seat(self, view: View, mention: Mention) -> Mention:
        """Return a province's name as that of the town it is where it is said to be a city.

        Thành phố Kon Tum is the seat of Kon Tum; a city of province rank has but one name.
        """
        start, _, name = mention
        before = view.folded[max(0, start - 24) : start]
        if name.kind != "province" or not before.rstrip().endswith(self._titles):
            return mention  # as nearly always
        if name.value in self._cities or not self._city.search(before):
            return mention
        return mention._replace(name=name._replace(kind="town"))

    def _within_body(self, before: str) -> bool:
        """Whether a company or institution is named before, with no break up to here."""
        if before[-2:-1] in STOPS:
            return False
        words = _after_last(before, STOPS)
        if self._bodies.keys().isdisjoint(words.split()):
            return False
        bodies = self._bodies
        while words := words.rstrip():
            if words.endswith(" và"):
                bodies = self._schools  # Đại học Xã hội và Nhân văn is one name
            elif _ends_with(words + " ", self._breaks):
                return False
            if _ends_with(words + " ", bodies):
                if not f" {words}".endswith(self._no_bodies):
                    return True
                words = words.rpartition(" ")[0]  # cơ hội is no hội
            words = words.rpartition(" ")[0]
        return False


def _by_last(phrases: Iterable[str]) -> Phrases:
    """Return phrases by their last word."""
    table: dict[str, list[str]] = {}
    for phrase in phrases:
        table.setdefault(phrase.rpartition(" ")[2], []).append(phrase)
    return table


def _after_last(text: str, letters: str) -> str:
    """Return what follows the last of any of some letters."""
    for letter in letters:
        text = text.rpartition(letter)[2]
    return text


def _word_before(text: str, start: int) -> str:
    """Return the word that only a blank divides from a place; none if it is no word's length."""
    if text[start - 1 : start] != " ":
        return ""
    word = _after_last(text[max(0, start - LONGEST - 2) : start - 1], SEPARATORS)
    return word if len(word) <= LONGEST else ""


def _ends_with(text: str, phrases: Phrases) -> bool:
    """Whether a text ends with a blank and, before it, one of the phrases."""
    if not text.endswith(" "):
        return False
    words = text[:-1]
    last = words[words.rfind(" ") + 1 :].lstrip(OPENING)
    for phrase in phrases.get(last, ()):
        bounded = words.endswith(phrase) and not words[: -len(phrase)][-1:].isalnum()
        if bounded and not words.endswith(("thành " + phrase, "thị " + phrase)):
            return True
    return False
