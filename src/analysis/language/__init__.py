"""English and Vietnamese: texts from catalogues, numbers, dates and lists through Babel.

The catalogues are ``language/<code>/<topic>.toml``; both languages hold the same keys with the
same placeholders. Names of the data are English, so that the Vietnamese vocabulary, ``terms.toml``,
holds more of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from importlib import resources
from itertools import zip_longest
from string import Formatter
from typing import Any

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from analysis.errors import ArgumentError
from analysis.language.linked import Value, joined, linked

LANGUAGES = ("en", "vi")
LOCALES = {"en": "en_GB", "vi": "vi"}  # British: "a, b and c"
GAP = "\0"  # stands for a name where a list is put together
DATES = {
    "en": {"date": "d MMMM y", "month": "MMMM y", "day": "d MMMM"},
    "vi": {"date": "d/M/y", "month": "M/y", "day": "d/M"},
}


@dataclass(frozen=True)
class Language:
    """Texts and formats of one language.

    Parameters
    ----------
    code : {"en", "vi"}
        Language code.

    Raises
    ------
    ArgumentError
        If the code is another one.

    Examples
    --------
    >>> Language("vi").number(331331.9, digits=1)
    '331.331,9'
    >>> Language("en").join(["Huế", "Đà Nẵng", "Gia Lai"])
    'Huế, Đà Nẵng and Gia Lai'
    >>> Language("vi").date("2023-03-25")
    '25/3/2023'
    """

    code: str

    def __post_init__(self) -> None:
        """Refuse a language without a catalogue."""
        if self.code not in LANGUAGES:
            raise ArgumentError("language", self.code, "one of " + ", ".join(LANGUAGES))

    def text(self, key: str, /, **values: Any) -> str:
        """Return the text at a dotted key, placeholders filled; see :meth:`fill`."""
        return self.fill(key, values)

    def fill(self, key: str, values: Mapping[str, Any]) -> str:
        """Return the text at a dotted key, filled with those of the values that it asks for.

        Placeholders take the formats ``count``, ``decimal1`` to ``decimal3``, ``percent``,
        ``date``, ``list`` and ``plural:one|many``. A text filled with a
        :class:`~analysis.language.linked.Value` knows where it stands.

        Raises
        ------
        ArgumentError
            If the key does not exist, or a placeholder has no value.
        """
        entry: Any = self.catalogue
        for part in key.split("."):
            entry = entry.get(part) if isinstance(entry, Mapping) else None
        if not isinstance(entry, str):
            raise ArgumentError("key", key, f"a text of language/{self.code}/*.toml")
        try:
            return joined(self._pieces(entry, values))
        except KeyError as error:
            raise ArgumentError("values", sorted(values), f"{error} for text {key}") from error

    def term(self, topic: str, name: str) -> str:
        """Return a term of the vocabulary, or the name itself where it has none.

        A term may have placeholders, ``"parks of {programmes}"``: what stands in their place is a
        term in turn, of the topic that the placeholder is named after or else of the same one.
        The first that fits, in the file's order, counts.

        Examples
        --------
        >>> Language("vi").term("item", "what Cần Thơ learnt from Japan")
        'điều Cần Thơ học được từ Nhật Bản'
        """
        terms = self.catalogue["terms"]
        if name in terms.get(topic, {}):
            return str(terms[topic][name])
        for pattern, text in self._patterns.get(topic, ()):
            if match := pattern.fullmatch(name):
                known = {
                    key: self.term(key if key in terms else topic, piece)
                    for key, piece in match.groupdict().items()
                }
                return text.format(**known)
        return name

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with grouping and fixed decimals."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(_rounded(value, digits), format=pattern, locale=self.locale))

    def percent(self, share: float, digits: int = 1) -> str:
        """Return a share between 0 and 1 as a percentage."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        rounded = _rounded(share, digits + 2)
        return str(format_percent(rounded, format=pattern + "%", locale=self.locale))

    def date(self, iso: str) -> str:
        """Return an ISO date as the language writes it, also one without day or year.

        Anything else is returned as it is.
        """
        kind = "day" if iso.startswith("--") else "month" if len(iso) == 7 else "date"
        whole = {"day": f"2000{iso[1:]}", "month": f"{iso}-01"}.get(kind, iso)
        try:
            day = date.fromisoformat(whole)
        except ValueError:
            return iso
        return str(format_date(day, format=DATES[self.code][kind], locale=self.locale))

    def join(self, names: Sequence[str]) -> str:
        """Return names as a sentence's list."""
        between = str(format_list([GAP] * len(names), locale=self.locale)).split(GAP)
        pairs = zip_longest(between, names, fillvalue="")
        return joined(piece for pair in pairs for piece in pair)

    def _pieces(self, text: str, values: Mapping[str, Any]) -> Iterator[str]:
        for words, name, spec, _ in Formatter().parse(text):
            yield words
            if name is not None:
                yield self._formatted(values[name], spec or "")

    def _formatted(self, value: Any, spec: str) -> str:
        kind, _, argument = spec.partition(":")
        if kind == "plural":
            one, many = argument.split("|")
            return one if value == 1 else many
        formats: dict[str, Callable[[Any], str]] = {
            "": lambda value: value if isinstance(value, str) else str(value),
            "count": self.number,
            **{f"decimal{n}": partial(self.number, digits=n) for n in (1, 2, 3)},
            "percent": self.percent,
            "date": self.date,
            "list": self.join,
        }
        if kind not in formats:
            raise ArgumentError("format", spec, "one of " + ", ".join(formats))
        text = formats[kind](value)
        return linked(text, value.href, value.exact) if isinstance(value, Value) else text

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale."""
        return Locale.parse(LOCALES[self.code])

    @cached_property
    def catalogue(self) -> dict[str, Any]:
        """All texts of the language, by topic."""
        return _catalogue(self.code)

    @cached_property
    def _patterns(self) -> dict[str, list[tuple[re.Pattern[str], str]]]:
        """Terms with placeholders, by topic."""
        return {
            topic: [(_pattern(key), text) for key, text in terms.items() if "{" in key]
            for topic, terms in self.catalogue["terms"].items()
        }


@cache
def _catalogue(code: str) -> dict[str, Any]:
    """Return the catalogue of a language, which takes a tenth of a second to parse."""
    folder = resources.files(__package__) / code
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=_name)
    return {f.name[:-5]: tomllib.loads(f.read_text(encoding="utf-8")) for f in files}


def _pattern(key: str) -> re.Pattern[str]:
    """Return the expression for a term whose key has placeholders."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(key)))


def _rounded(value: float, digits: int) -> float:
    """Round away the sign of a zero, which no reader wants to see."""
    return round(float(value), digits) + 0.0


def _name(file: Any) -> str:
    return str(file.name)
