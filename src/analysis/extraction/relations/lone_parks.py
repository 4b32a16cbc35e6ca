"""Parks of an owner and at a place that are named alone, in their sentence or in the article.

However a sentence says it: who else's could the park be, and where else?
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from typing import NamedTuple

from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.places import CAPITAL, Places
from analysis.extraction.reading import PLACES, Reading, of_one_name
from analysis.extraction.sentences import PARK, Sentence
from analysis.extraction.subjects import Subjects


class LonePark(NamedTuple):
    """A park, what stands before it in its sentence, whose it is and where."""

    hit: Hit
    lead: str
    owner: Mention
    place: Mention


@dataclass(frozen=True)
class LoneParks:
    """The parks of an article whose owner and place can be no others."""

    subjects: Subjects
    places: Places

    def found(self, known: Container[tuple[str, str]]) -> Iterator[LonePark]:
        """Yield parks in a sentence that names their only owner, their only place, or both.

        Those of known owners and places, by name and code, are left out.
        """
        hits = self._reading.hits("parks")
        for _, group in groupby(hits, key=lambda hit: hit.sentence.index):
            first = next(group)
            place = self._place(first.sentence)
            found = (self._lone(hit, place, known) for hit in chain([first], group))
            yield from filter(None, found)

    def _lone(
        self, hit: Hit, place: Mention | None, known: Container[tuple[str, str]]
    ) -> LonePark | None:
        """Return a park with its only owner and with its place, told after it or given."""
        own = hit.mentions(0, PLACES)
        if not (place := own[0] if own else place):
            return None
        owner, named = self._owner(hit), hit.sentence.mentions.values()
        if owner is None or (owner.name.value, place.name.value) in known:
            return None
        told = owner in named or place in named or self._headed(owner, place, hit)
        again = self._reading.grammar.says["told_of_again"].match(hit.sentence.coded)
        certain = place in named and (owner in named or again)
        if not (told and (certain or self._is_named(hit))):
            return None
        lead = hit.sentence.coded[: hit.match.start()]
        beside = self._is_beside(hit, lead, owner, place)
        return None if beside else LonePark(hit, lead, owner, place)

    @property
    def _reading(self) -> Reading:
        return self.places.reading

    def _is_beside(self, hit: Hit, lead: str, owner: Mention, place: Mention) -> bool:
        """Whether something in the park or near it is told of, or it came to nothing."""
        reading, coded, says = self._reading, hit.sentence.coded, self._reading.grammar.says
        ends = [at + 1 for at, each in hit.sentence.mentions.items() if each in (owner, place)]
        inside = reading.inside(lead) and not says["own_all_the_same"].search(coded)
        beside = says["outside"].search(lead) or says["road_to_it"].search(lead)
        told = coded[: max([hit.match.end(), *ends])]
        undone = says["bystander"].search(told) or says["undone"].search(coded)
        return bool(inside or beside or undone)

    def _headed(self, owner: Mention, place: Mention, hit: Hit) -> bool:
        """Whether the headline names the owner and the place, or the park."""
        first = self._reading.sentences[:1] if self._reading.headline else ()
        named = [mention.name.value for each in first for mention in each.mentions.values()]
        both = all(each.name.value in named for each in (owner, place))
        return both or hit.sentence in first

    def _is_named(self, hit: Hit) -> bool:
        """Whether a park has a name of its own, and is not just parks in general."""
        reading, (coded, at) = self._reading, (hit.sentence.coded, hit.match.start())
        park, text = hit.sentence.mentions[at], reading.article.view.text
        if reading.grammar.says["several"].search(coded[:at]):
            return False
        after = text[park.end + 1 : park.end + 2]
        english = reading.article.language == "en" and text[park.start].isupper()
        if after.isupper() or after.isdigit() or english:
            return True
        return reading.grammar.says["its_owner"].match(coded, at) is not None

    def _owner(self, hit: Hit) -> Mention | None:
        """Return the only organisation that a sentence names, if it tells of parks of it.

        Where it names none, that of which the sentences before speak, if a word stands for it, or
        that of the article, if one of its sentences tells of its parks.
        """
        sentence, says = hit.sentence, self._reading.grammar.says
        if own := says["its_owner"].match(sentence.coded, hit.match.start()):
            return sentence.mentions[own.end() - 1]
        named = self._reading.organisations(sentence)
        if hit.has("carrier"):
            return self.subjects.of(hit) or self._only_owner
        if not named:
            return None if says["of_others"].search(sentence.coded) else self._only_owner
        told = says["owns_parks"].search(sentence.coded)
        return named[0] if told and of_one_name(named) else None

    @cached_property
    def _only_owner(self) -> Mention | None:
        """The article's only organisation, if a sentence tells of its parks."""
        owns, named = self._reading.grammar.says["owns_parks"], self._reading.organisations
        told = (each for each in self._reading.sentences if owns.search(each.coded))
        return self.subjects.only if any(map(named, told)) else None

    def _place(self, sentence: Sentence) -> Mention | None:
        """Return the only place that a sentence names; where it names none, the article's."""
        places = self._places[sentence.index]
        named = [mention for mention in places if mention.name.value != CAPITAL]
        if not places:
            return self._only_place or self._place_still_told_of(sentence)
        return named[0] if of_one_name(named) else None

    @cached_property
    def _places(self) -> Sequence[Sequence[Mention]]:
        """The places that each sentence names, without those that something is far from."""
        elsewhere = self._reading.grammar.says["elsewhere"]
        return [
            [
                mention
                for at, mention in sentence.mentions.items()
                if mention.name.kind in PLACES
                and not elsewhere.search(sentence.coded, max(0, at - 40), at)
            ]
            for sentence in self._reading.sentences
        ]

    def _place_still_told_of(self, sentence: Sentence) -> Mention | None:
        """Return the headline's only place, if no other was named since last."""
        if not (self._reading.headline and of_one_name(self._places[0])):
            return None
        headed, before = self._places[0][0].name.value, range(sentence.index - 1, -1, -1)
        last = next((self._places[at][-1] for at in before if self._places[at]), None)
        return last if last and last.name.value == headed != CAPITAL else None

    @cached_property
    def _only_place(self) -> Mention | None:
        """The article's only place, named where it tells of whose the park is or of the project."""
        only, tells = self.places.only, self._reading.grammar.says["of_the_project"]
        told = (
            each
            for each in self._reading.sentences
            if tells.search(each.coded) or (not each.index and PARK.search(self._reading.headline))
        )
        return next((m for each in told for m in self._places[each.index] if m in only), None)
