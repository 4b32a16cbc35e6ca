"""One article as the rules read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.facts import Evidence, Fact, Value
from analysis.extraction.gazetteer import Gazetteer
from analysis.extraction.grammar import Grammar, Hit, Sentence, sentences
from analysis.extraction.quantities import YEAR, dates, number_value
from analysis.extraction.text import Article


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
        hits = self.grammar.hits("headline", [s for s in self.sentences[:1] if self.headline])
        return next((self.name(hit, "party") for hit in hits), None)

    @cached_property
    def years(self) -> frozenset[str]:
        """Every year that the article names as that of an event."""
        folded = self.article.view.folded
        named = {day[:4] for _, day in dates(folded) if not day.startswith("--")}
        return frozenset(named.union(YEAR.findall(folded)))

    @cached_property
    def event_date(self) -> str | None:
        """First day named."""
        return next(self.days(self.article.view.folded), None)

    def days(self, text: str) -> Iterator[str]:
        """Yield the days of a text; a missing year is filled in if the article names but one."""
        year = min(self.years) if len(self.years) == 1 else "-"
        for _, day in dates(text):
            if day.count("-") > 1:  # no mere month
                yield year + day[1:] if day.startswith("--") else day

    def hits(self, relation: str) -> Iterator[Hit]:
        """Yield where the rules of a relation apply."""
        return self.grammar.hits(relation, self.sentences)

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

    def fact(self, table: str, hit: Hit, **values: Value) -> Fact:
        """Return the fact that a match states."""
        start, end = self.article.view.original(*hit.span())
        span = self.article.text[start:end].encode("utf-8")
        digest, paragraph = hashlib.sha256(span).hexdigest(), self.article.paragraph(start)
        place = Evidence(self.article.source_id, start, end, paragraph, digest, hit.rule.name)
        return Fact(table, values, (place,))
