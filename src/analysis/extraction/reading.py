"""One article as the rules read it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.facts import Evidence
from analysis.extraction.gazetteer import Gazetteer
from analysis.extraction.grammar import Grammar, Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.quantities import dates, number_value, years
from analysis.extraction.sentences import CODES, PARK, Sentence, sentences
from analysis.extraction.text import Article

CAPITAL = "01"  # where ministries sit and news is written
OFFICIAL = re.compile(r"\b(?:chủ tịch (?:ubnd|hđnd)|bí thư (?:tỉnh|thành)|people's committee)\b")
# A province's own parks are listed after such a sentence, not those of whom it spoke before.
PROVINCES_PARK = re.compile(
    rf"{CODES['province']}[^;]*{CODES['park']}|{CODES['park']}[^;]*{CODES['province']}"
)
# Several parks of a province.
OWN_PARKS = re.compile(
    rf"{CODES['province']}[^;]*\b(?:các|những|nhiều|\d+|many|several|two|three|four)"
    rf" (?:[\w-]+ ){{0,2}}{CODES['park']}"
)
# What goes on to say who did what the sentence before tells of.
BOTH = re.compile(r"^(?:hai|các|ba|[23]) (?:bên|tỉnh|địa phương)\b|^(?:both|the two) ")
# How many those words stand for, at most.
SEVERAL = {"hai": 2, "2": 2, "both": 2, "the": 2, "ba": 3, "3": 3}
# Where it was done.
SITE = re.compile(
    r"\b(?:tại|ở|in|at)\b(?:(?!\b(?:với|cùng|giữa|và|with|between|and)\b)[^,;]){0,60}$"
)
# Who only comes to it.
GUESTS = re.compile(
    r"^(?:(?:tham|cùng|đến) dự|dự (?:và|có|lễ|buổi|hội|sự|chương)|chủ trì|attending|present at)\b"
)
# Whose it is, after its name.
VENTURE = re.compile(
    rf"(?<=[{CODES['programme']}{CODES['developer']}])(?: [\w.]+){{0,3}},"
    r" (?:an? |the |là )?(?:joint venture|liên doanh)\b[^;,.]*,"
)
AT = re.compile(rf"\b(?:tại|ở|trong|vào|at|in|into) (?:(?:các|khu|the) )*{CODES['park']} $")


@dataclass(frozen=True)
class Reading:
    """An article, the gazetteer and grammar it is read with, and what the rules share."""

    article: Article
    gazetteer: Gazetteer
    grammar: Grammar

    @cached_property
    def sentences(self) -> Sequence[Sentence]:
        """All sentences, names coded."""
        return sentences(self.article.view, self.gazetteer.mentions(self.article))

    @cached_property
    def headline(self) -> str:
        """The coded first line, if it is no sentence of the text."""
        first = self.sentences[0].coded.strip() if self.sentences else ""
        return "" if first.endswith((".", ":", "…")) else first

    @cached_property
    def headline_party(self) -> str | None:
        """The party that the headline names."""
        hits = (hit for hit in self.hits("headline") if self.headline and not hit.sentence.index)
        return next((self.name(hit, "party") for hit in hits), None)

    @cached_property
    def years(self) -> frozenset[str]:
        """Every year that the article names as that of an event."""
        named = {day[:4] for day in self.dates if not day.startswith("--")}
        return frozenset(named.union(years(self.article.view.folded)))

    @cached_property
    def dates(self) -> Sequence[str]:
        """Every date named, complete or not."""
        return [day for _, day in dates(self.article.view.folded)]

    @cached_property
    def event_date(self) -> str | None:
        """First day named."""
        return next(self._days(self.dates), None)

    def days(self, text: str) -> Iterator[str]:
        """Yield the days of a text; a missing year is filled in if the article names but one."""
        return self._days(day for _, day in dates(text))

    def _days(self, days: Iterable[str]) -> Iterator[str]:
        year = min(self.years) if len(self.years) == 1 else "-"
        for day in days:
            if day.count("-") > 1:  # no mere month
                yield year + day[1:] if day.startswith("--") else day

    def hits(self, relation: str) -> Iterator[Hit]:
        """Yield where the rules of a relation apply."""
        for rule in self.grammar.rules[relation]:
            if sentences := self.applicable.get(rule.name):
                yield from self.grammar.hits(rule, sentences)

    @cached_property
    def applicable(self) -> Mapping[str, Sequence[Sentence]]:
        """The sentences that each rule is worth trying on."""
        return self.grammar.applicable(self.sentences)

    def found(self, relation: str, text: Sentence, end: int | None = None) -> Hit | None:
        """Return where one of the rules of a relation applies to a sentence, up to an end."""
        for rule in self.grammar.rules[relation]:
            if match := rule.pattern.match(text.coded[:end]):
                return Hit(rule, text, match, match.start())
        return None

    def subject(self, hit: Hit) -> Mention | None:
        """Return the organisation whose parks a match lists.

        It is named before in the sentence or, where a word stands for it, in one of the three
        before, or in the headline of an article that names no other. Whose parks they are said
        to be, the sentence before speaks of first.
        """
        lead = self.found("carrying", hit.sentence, hit.match.start())
        if lead and lead.has("org"):
            return lead.mentions("org")[0]
        if lead and lead.has("we"):
            return self.speaker
        if hit.has("carrier"):
            before = self.sentences[max(0, hit.sentence.index - 1)]
            named = [m for m in before.mentions.values() if m.name.kind != "park"]
            return named[0] if named and named == _organisations(before)[:1] else None
        told = self.sentences[max(0, hit.sentence.index - 3) : hit.sentence.index] if lead else ()
        direct = lead is not None and "of" in lead.rule.spec
        for before in reversed(told):
            if direct and not _organisations(before) and PROVINCES_PARK.search(before.coded):
                return None
            if named := _organisations(before):
                if any(AT.search(before.coded[:place]) for place in before.mentions):
                    return None
                return named[-1] if len({m.name.value for m in named}) == 1 else None
        carried = self.headline and hit.rule.spec["org"] == "carried"
        headline = _organisations(self.sentences[0]) if carried else []
        return headline[0] if headline and len(self.organisations) == 1 else None

    def developer(self, hit: Hit) -> Mention | None:
        """Return the one organisation whose park project the two sentences before tell of.

        In an article that names but one, any before.
        """
        first = hit.sentence.index - 2 if len(self.organisations) > 1 else 0
        told = self.sentences[max(0, first) : hit.sentence.index]
        named = [mention for before in told for mention in _organisations(before)]
        parks = any(CODES["park"] in before.coded for before in told)
        leads = (each.coded[: at.start()] for each in told for at in PARK.finditer(each.coded))
        inside = any(map(self.inside, leads))
        one = len({mention.name.value for mention in named}) == 1
        return named[-1] if one and parks and not inside else None

    def inside(self, lead: str) -> bool:
        """Whether words before a park make it the place of something else."""
        lead = self.grammar.status["alias"].sub("", lead)
        return self.grammar.status["inside"].search(lead[-40:]) is not None

    @cached_property
    def speaker(self) -> Mention | None:
        """The organisation whose leader speaks, if only one's does and no province's."""
        spoken = [hit.mentions("org")[0] for hit in self.hits("speaker")]
        official = OFFICIAL.search(self.article.view.folded)
        one = len({mention.name.value for mention in spoken}) == 1
        return spoken[0] if one and not official else None

    @cached_property
    def organisations(self) -> frozenset[str]:
        """Every organisation that the article names."""
        return frozenset(m.name.value for s in self.sentences for m in _organisations(s))

    def opening(self, hit: Hit, organisation: Mention) -> list[Mention]:
        """Return the places that a sentence opens with, before the organisation."""
        opening = self.found("opening", hit.sentence)
        if opening is None or opening.span()[1] > organisation.start:
            return []
        places = opening.mentions(0, ["province", "town"])
        written = opening.has("dateline") and places[0].name.value == CAPITAL
        return [] if written else places

    @cached_property
    def headline_provinces(self) -> list[Mention]:
        """The province that the headline names, if it names but one."""
        named = [m for s in self.sentences[:1] if self.headline for m in s.mentions.values()]
        provinces = [mention for mention in named if mention.name.kind == "province"]
        return provinces[:1] if len({mention.name.value for mention in provinces}) == 1 else []

    @cached_property
    def only_province(self) -> list[Mention]:
        """Where an article names its province, if it names no other but the capital."""
        named = [m for s in self.sentences for m in s.mentions.values() if m.name.value != CAPITAL]
        places = [mention for mention in named if mention.name.kind in ("province", "town")]
        return places if len({place.name.value for place in places}) == 1 else []

    @cached_property
    def provinces_parks(self) -> bool:
        """Whether it tells of several parks of a province: those of others may be elsewhere."""
        told = self.sentences[bool(self.headline) :]
        return any(OWN_PARKS.search(each.coded) and not _organisations(each) for each in told)

    def acting(self, hit: Hit) -> list[Mention]:
        """Return the province left out: that of the sentence, the one before or the headline.

        Several only where the words stand for as many: both sides, the two provinces. Where it
        was signed tells of none.
        """
        sentence, (start, end) = hit.sentence, hit.match.span()
        named = [
            mention
            for place, mention in sentence.mentions.items()
            if start <= place < end
            and mention.name.kind == "province"
            and not SITE.search(sentence.coded, start, place)
        ]
        told = self.sentences[max(0, hit.sentence.index - 3) : hit.sentence.index]
        before = self.sentences[max(0, hit.sentence.index - 1)]
        for before in reversed(told):
            passed = GUESTS.match(before.coded)
            if not passed and (before.mentions or not BOTH.match(before.coded)):
                break
        acting = None if named else self.found("acting", before)
        headline = self.headline_provinces if sentence.index else []
        places = named or (acting.mentions("places") if acting else headline)
        if acting and hit.has("all"):
            places += acting.mentions("other")
        most = SEVERAL.get(hit.match["all"].split()[0], len(places)) if hit.has("all") else 1
        return places if len({mention.name.value for mention in places}) <= most else []

    def counted(self, hit: Hit) -> Iterator[Hit]:
        """Yield the first list of provinces that are just as many as is said there or here."""
        total = self.number(hit, "total")
        for told in self.lists:
            listed = {mention.name.value for mention in told.mentions("places", ["province"])}
            if {total, self.number(told, "total")} - {None} == {len(listed)}:
                yield told
                return

    @cached_property
    def lists(self) -> Sequence[Hit]:
        """Where provinces are listed that may be counted elsewhere."""
        return [*self.hits("counted")]

    def printed(self, hit: Hit, group: int | str = 0) -> str:
        """Return what a group stands for in the view."""
        start, end = hit.span(group)
        return self.article.view.text[start:end]

    def name(self, hit: Hit, group: int | str) -> str:
        """Return the official or canonical name of the first mention in a group."""
        value = hit.mentions(group)[0].name.value
        return self.gazetteer.provinces.get(value, value)

    def number(self, hit: Hit, group: str) -> int | None:
        """Return the number in a group, if it matched."""
        return number_value(hit.match[group], self.grammar.words) if hit.has(group) else None

    def qualifier(self, hit: Hit) -> str:
        """Return how the number of a match is meant."""
        said = hit.match["qualifier"] if hit.has("qualifier") else ""
        kinds = self.grammar.words["qualifiers"].items()
        return next((kind for kind, words in kinds if said in words), "exact")

    def evidence(self, hit: Hit) -> Evidence:
        """Return where the article states what a match reads."""
        start, end = self.article.view.original(*hit.span())
        digest = hashlib.sha256(self.article.text[start:end].encode("utf-8")).hexdigest()
        paragraph = self.article.paragraph(start)
        return Evidence(self.article.source_id, start, end, paragraph, digest, hit.rule.name)


def _organisations(sentence: Sentence) -> list[Mention]:
    """Return the organisations it names, without the partners in a joint venture that it names."""
    venture = VENTURE.search(sentence.coded)
    partners = range(*venture.span()) if venture else ()
    return [
        mention
        for place, mention in sentence.mentions.items()
        if mention.name.kind in ("programme", "developer") and place not in partners
    ]
