"""English and Vietnamese: texts from catalogues, numbers, dates and lists through Babel.

The catalogues are ``language/<code>/<topic>.toml``; both languages hold the same keys with the
same placeholders.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from importlib import resources
from typing import Any

from babel.core import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from analysis.errors import ArgumentError

LANGUAGES = ("en", "vi")


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
        """Return the text at a dotted key, placeholders filled.

        Placeholders take the formats ``count``, ``decimal1`` to ``decimal3``, ``percent``,
        ``date``, ``list`` and ``plural:one|many``.

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
            return _Formatter(self).vformat(entry, (), values)
        except KeyError as error:
            raise ArgumentError("values", sorted(values), f"{error} for text {key}") from error

    def term(self, topic: str, name: str) -> str:
        """Return a term of the vocabulary, or the name itself where it has none."""
        entry = self.catalogue["terms"].get(topic, {}).get(name)
        return entry if isinstance(entry, str) else name

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number with grouping and fixed decimals."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(_rounded(value, digits), format=pattern, locale=self.locale))

    def percent(self, share: float, digits: int = 1) -> str:
        """Return a share between 0 and 1 as a percentage."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_percent(share, format=pattern + "%", locale=self.locale))

    def date(self, iso: str) -> str:
        """Return an ISO date as the language writes it; a partial date as it is."""
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        pattern = "d MMMM y" if self.code == "en" else "d/M/y"
        return str(format_date(day, format=pattern, locale=self.locale))

    def join(self, names: Sequence[str]) -> str:
        """Return names as a sentence's list."""
        joined = str(format_list([str(name) for name in names], locale=self.locale))
        return joined.replace(", and ", " and ") if self.code == "en" else joined

    @cached_property
    def locale(self) -> Locale:
        """Babel's locale."""
        return Locale.parse(self.code)

    @cached_property
    def catalogue(self) -> dict[str, Any]:
        """All texts of the language, by topic."""
        folder = resources.files(__package__) / self.code
        files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=_name)
        return {f.name[:-5]: tomllib.loads(f.read_text(encoding="utf-8")) for f in files}


class _Formatter(string.Formatter):
    """Format specifications of the catalogues' placeholders."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        language = self.language
        kind, _, argument = format_spec.partition(":")
        if kind == "plural":
            one, many = argument.split("|")
            return one if value == 1 else many
        if kind.startswith("decimal"):
            return language.number(value, int(kind.removeprefix("decimal")))
        formats: dict[str, Callable[[Any], str]] = {
            "": str,
            "count": language.number,
            "percent": language.percent,
            "date": language.date,
            "list": language.join,
        }
        if kind not in formats:
            raise ArgumentError("format", format_spec, "one of " + ", ".join(formats))
        return formats[kind](value)


def _rounded(value: float, digits: int) -> float:
    """Round away the sign of a zero, which no reader wants to see."""
    return round(float(value), digits) + 0.0


def _name(file: Any) -> str:
    return str(file.name)
