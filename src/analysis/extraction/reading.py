"""One article as the rules read it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.facts import Evidence
from analysis.extraction.gazetteer import Gazetteer
from analysis.extraction.grammar import Grammar, Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.quantities import dates, number_value, years
from analysis.extraction.sentences import Sentence, sentences
from analysis.extraction.text import Article

PLACES = ("province", "town")  # kinds of names


def of_one_name(mentions: Iterable[Mention]) -> bool:
    """Whether there are mentions, and all are of one province or organisation."""
    return len({mention.name.value for mention in mentions}) == 1


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

    def organisations(self, sentence: Sentence) -> list[Mention]:
        """Return the organisations that a sentence names, without partners in a joint venture."""
        venture = self.grammar.says["venture"].search(sentence.coded)
        partners = range(*venture.span()) if venture else ()
        return [
            mention
            for place, mention in sentence.mentions.items()
            if mention.name.kind in ("programme", "developer") and place not in partners
        ]

    def places(self, sentence: Sentence) -> list[Mention]:
        """Return the provinces and towns that a sentence names."""
        return [m for m in sentence.mentions.values() if m.name.kind in PLACES]

    def inside(self, lead: str) -> bool:
        """Whether words before a park make it the place of something else."""
        lead = self.grammar.says["alias"].sub("", lead)
        return self.grammar.says["inside"].search(lead[-40:]) is not None

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

    def evidence(self, hit: Hit, *named: Mention) -> Evidence:
        """Return where the article states what a match reads, with what its sentence names."""
        start, end = hit.span()
        inside = range(hit.sentence.start, hit.sentence.end)
        spans = [(start, end), *((m.start, m.end) for m in named if m.start in inside)]
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        start, end = self.article.view.original(start, end)
        digest = hashlib.sha256(self.article.text[start:end].encode("utf-8")).hexdigest()
        paragraph = self.article.paragraph(start)
        return Evidence(self.article.source_id, start, end, paragraph, digest, hit.rule.name)
