"""Names in a text: provinces, programmes and developers in one Aho–Corasick pass."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from unicodedata import combining

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.errors import SourceError
from analysis.extraction.gate import Gate
from analysis.extraction.lexicon import lexicon
from analysis.extraction.lookalikes import Lookalikes, Mention, Name
from analysis.extraction.text import Article
from analysis.extraction.view import normalised, unaccented

REMEDY = "Restore the reference tables."


@dataclass(frozen=True)
class Gazetteer:
    """Every spelling, compiled once.

    Parameters
    ----------
    names : mapping of str to Name
        By spelling in the view's form, lower case.
    provinces : mapping of str to str
        Official 2023 name by code.
    cities : collection of str
        Codes of the provinces that are cities.
    developers : collection of str
        The organisations that are developers; some of their names stand for their parks.
    words : mapping
        The table ``lookalike`` of the lexicon: contexts in which a name is none.
    stems : sequence of str
        Strings of which every text that speaks of a signing holds one.
    """

    names: Mapping[str, Name]
    provinces: Mapping[str, str]
    cities: frozenset[str]
    developers: frozenset[str]
    words: Mapping[str, Sequence[str]]
    stems: Sequence[str]
    gate: Gate = field(init=False)
    automaton: AhoCorasick = field(init=False)
    scout: AhoCorasick = field(init=False)
    spelt: Sequence[Name] = field(init=False)
    common: frozenset[str] = field(init=False)
    lookalikes: Lookalikes = field(init=False)

    def __post_init__(self) -> None:
        """Compile the automata."""
        object.__setattr__(self, "common", frozenset(self.words["common"]))
        object.__setattr__(self, "lookalikes", Lookalikes(self.words, self.cities))
        object.__setattr__(self, "spelt", [*self.names.values()])
        automaton = AhoCorasick([*self.names], matchkind=MatchKind.Standard)
        object.__setattr__(self, "automaton", automaton)
        organised = [s for s, name in self.names.items() if name.kind in ("programme", "developer")]
        object.__setattr__(self, "scout", AhoCorasick(organised))
        object.__setattr__(self, "gate", Gate(organised, self.stems))

    def names_organisation(self, folded: str) -> bool:
        """Whether a text in lower case may name a programme or developer."""
        matches = self.scout.find_matches_as_indexes(folded, overlapping=True)
        return any(_bounded(folded, start, end) for _, start, end in matches)

    def mentions(self, article: Article) -> list[Mention]:
        """Return the names in a text in order: leftmost, longest, look-alikes left out."""
        view, english = article.view, article.language == "en"
        text, folded, spelt = view.text, view.folded, self.spelt
        found = []
        for index, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            name = spelt[index]
            known = (english or not name.english) and _bounded(folded, start, end)
            if known and (name.capital < 0 or self._is_cased(text[start:end], name)):
                found.append((start, -end, name))
        found.sort(key=itemgetter(0, 1))
        kept: list[Mention] = []
        done, told = 0, False  # whether the text has spoken of a park
        for start, end, name in found:
            if start >= done:
                done = -end
                mention = self.lookalikes.seat(view, Mention(start, done, name))
                previous = kept[-1] if kept else None
                told = told or name.kind == "park"
                if name.kind == "short":
                    if told and self.lookalikes.is_park(view, mention):
                        kept.append(mention._replace(name=name._replace(kind="park")))
                elif name.kind == "park" or not (
                    name.kind == "lookalike"
                    or self.lookalikes.misleads(view, mention, previous, english)
                ):
                    kept.append(mention)
        return kept

    def _is_cased(self, seen: str, name: Name) -> bool:
        """Whether the capitals are there that make the words a name."""
        if not seen[name.capital].isupper():
            return False
        if len(name.spelling) < 4 and name.spelling.isupper():
            return seen == name.spelling
        if seen.lower() in self.common:
            return all(syllable[0].isupper() for syllable in seen.split())
        return True


def load_gazetteer(reference: str | Path) -> Gazetteer:
    """Read ``admin_units``, ``successions``, ``aliases`` and ``organisations``.

    Parameters
    ----------
    reference : str or pathlib.Path
        Folder of the reference tables.

    Raises
    ------
    SourceError
        If a table is missing, lacks a column or has a row cut short.
    """
    folder = Path(reference)
    units = _rows(folder / "admin_units.csv", "vintage", "code", "name", "kind")
    successions = _rows(folder / "successions.csv", "code_2023", "code_2025")
    aliases = _rows(folder / "aliases.csv", "alias", "vintage", "code")
    organisations = _rows(folder / "organisations.csv", "organisation", "kind", "alias")
    old = [row for row in units if row["vintage"] == "2023"]
    provinces = {row["code"]: row["name"] for row in old}
    by_name = {name: code for code, name in provinces.items()}
    codes = {("2023", code): code for code in provinces}
    for row in units:
        before = [s["code_2023"] for s in successions if s["code_2025"] == row["code"]]
        if row["vintage"] == "2025" and (row["name"] in by_name or len(before) == 1):
            codes["2025", row["code"]] = by_name.get(row["name"], before[0])
    cities = frozenset(row["code"] for row in old if row["kind"] == "city")
    spelt = [
        ("province", code, row[column])
        for rows, column in ((units, "name"), (aliases, "alias"))
        for row in rows
        if (code := codes.get((row["vintage"], row["code"])))
    ]
    for column in ("organisation", "alias"):
        spelt += [(row["kind"], row["organisation"], row[column]) for row in organisations]
    words, places = lexicon(), lexicon("towns")["towns"]
    spelt += [("town", code, town) for code, towns in places.items() for town in towns]
    names: dict[str, Name] = {}
    for english in (False, True):  # where two names are spelt alike, the accented one is meant
        for kind, value, spelling in spelt:
            known_as = "programme" if spelling.lower() in words["names"]["of_parks"] else kind
            for variant in _variants(spelling, english):
                capital = next((i for i, letter in enumerate(variant) if letter.isupper()), -1)
                name = Name(known_as, value, variant, english, capital)
                names.setdefault(variant.lower(), name)
    for kind, spellings in words["kinds"].items():
        kind, _, language = kind.partition("_")
        names |= {word: Name(kind, "", word, bool(language)) for word in spellings}
    developers = frozenset(
        row["organisation"] for row in organisations if row["kind"] == "developer"
    )
    stems = words["signing"]["stems"]
    return Gazetteer(names, provinces, cities, developers, words["lookalike"], stems)


def _variants(spelling: str, english: bool) -> Iterator[str]:
    """Yield a spelling with each way to set its dashes; in English without diacritics.

    Syllables joined by a hyphen or written in one are met in Vietnamese too: Hà-nội, Kontum.
    """
    plain = normalised(spelling)
    for dash in (" - ", "-", "- ", " -"):
        dashed = re.sub(" ?- ?", dash, plain)
        yield unaccented(dashed) if english else dashed
        if "-" not in plain:
            yield plain.replace(" ", "-")
        if " " in plain:
            yield unaccented(dashed).replace(" ", "")


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or mark touches the span."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not ((before != " " and _joins(before)) or (after != " " and _joins(after)))


def _joins(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or (letter > "\x7f" and combining(letter) > 0)


def _rows(path: Path, *columns: str) -> list[dict[str, str]]:
    """Return the rows of a reference table that has the columns."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header, *rows = [*csv.reader(stream)] or [[]]
    except (OSError, UnicodeError, csv.Error) as error:
        raise SourceError(path, f"cannot read ({error})", REMEDY) from error
    if missing := set(columns).difference(header):
        raise SourceError(path, f"lacks the column {', '.join(sorted(missing))}", REMEDY)
    for line, row in enumerate(rows, start=2):
        if len(row) != len(header):
            problem = f"row {line} has {len(row)} cells, the header {len(header)}"
            raise SourceError(path, problem, REMEDY)
    return [dict(zip(header, row, strict=True)) for row in rows]
