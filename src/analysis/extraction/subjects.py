"""Whose parks are meant where a sentence does not say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.reading import Reading, of_one_name
from analysis.extraction.sentences import CODES, PARK


@dataclass(frozen=True)
class Subjects:
    """The organisations of which an article speaks, and when of which."""

    reading: Reading

    def of(self, hit: Hit) -> Mention | None:
        """Return the organisation whose parks a match lists.

        It is named before in the sentence or, where a word stands for it, in one of the three
        before, or in the headline of an article that names no other. Whose parks they are said
        to be, the sentence before speaks of first.
        """
        sentences, says = self.reading.sentences, self.reading.grammar.says
        lead = self.reading.found("carrying", hit.sentence, hit.match.start())
        if lead and lead.has("org"):
            return lead.mentions("org")[0]
        if lead and lead.has("we"):
            return self.speaker
        if hit.has("carrier"):
            before = sentences[max(0, hit.sentence.index - 1)]
            first = [m for m in before.mentions.values() if m.name.kind != "park"][:1]
            if first and first == self.reading.organisations(before)[:1]:
                return first[0]
            return None if self.reading.organisations(before) else self.only
        told = sentences[max(0, hit.sentence.index - 3) : hit.sentence.index] if lead else ()
        direct = lead is not None and "of" in lead.rule.spec
        for before in reversed(told):
            named = self.reading.organisations(before)
            if direct and not named and says["provinces_park"].search(before.coded):
                return None
            if named:
                if any(says["at_park"].search(before.coded[:place]) for place in before.mentions):
                    return None
                return named[-1] if of_one_name(named) else None
        carried = self.reading.headline and hit.rule.spec["org"] == "carried"
        headline = self.reading.organisations(sentences[0]) if carried else []
        return headline[0] if headline and len(self.all) == 1 else None

    def of_project(self, hit: Hit) -> Mention | None:
        """Return the one organisation whose park project the two sentences before tell of.

        In an article that names but one, any before.
        """
        first = hit.sentence.index - 2 if len(self.all) > 1 else 0
        told = self.reading.sentences[max(0, first) : hit.sentence.index]
        named = [mention for before in told for mention in self.reading.organisations(before)]
        parks = any(CODES["park"] in before.coded for before in told)
        leads = (each.coded[: at.start()] for each in told for at in PARK.finditer(each.coded))
        inside = any(map(self.reading.inside, leads))
        return named[-1] if of_one_name(named) and parks and not inside else None

    @cached_property
    def speaker(self) -> Mention | None:
        """The organisation whose leader speaks, if only one's does and no province's."""
        reading = self.reading
        spoken = [hit.mentions("org")[0] for hit in reading.hits("speaker")]
        official = reading.grammar.says["official"].search(reading.article.view.folded)
        return spoken[0] if of_one_name(spoken) and not official else None

    @cached_property
    def only(self) -> Mention | None:
        """Where the article first names its organisation, if it names but one."""
        named = (m for each in self.reading.sentences for m in self.reading.organisations(each))
        return next(named, None) if len(self.all) == 1 else None

    @cached_property
    def all(self) -> frozenset[str]:
        """Every organisation that the article names."""
        named = map(self.reading.organisations, self.reading.sentences)
        return frozenset(mention.name.value for each in named for mention in each)
