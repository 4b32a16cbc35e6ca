"""Parks of an owner and at a place that are named alone, in their sentence or in the article.

However a sentence says it: who else's could the park be, and where else?
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.places import CAPITAL, Places
from analysis.extraction.reading import Reading
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

    def found(self) -> Iterator[LonePark]:
        """Yield parks in a sentence that names their only owner, their only place, or both."""
        reading = self._reading
        for hit in reading.hits("parks"):
            coded, says = hit.sentence.coded, reading.grammar.says
            lead = coded[: hit.match.start()]
            inside = reading.inside(lead) and not says["own_all_the_same"].search(coded)
            if (
                inside
                or says["outside"].search(lead)
                or says["road_to_it"].search(lead)
                or says["bystander"].search(coded)
            ):
                continue
            owner, place = self._owner(hit), self._place(hit.sentence)
            named = hit.sentence.mentions.values()
            told = owner in named or place in named or self._headed(owner, place, hit)
            if owner and place and told and (place in named or self._is_named(hit)):
                yield LonePark(hit, lead, owner, place)

    @property
    def _reading(self) -> Reading:
        return self.places.reading

    def _headed(self, owner: Mention | None, place: Mention | None, hit: Hit) -> bool:
        """Whether the headline names the owner and the place, or the park."""
        first = self._reading.sentences[:1] if self._reading.headline else ()
        named = [mention.name.value for each in first for mention in each.mentions.values()]
        both = all(each and each.name.value in named for each in (owner, place))
        return both or hit.sentence in first

    def _is_named(self, hit: Hit) -> bool:
        """Whether a park has a name of its own, and is not just parks in general."""
        text, (start, end) = self._reading.article.view.text, hit.span()
        after = text[end + 1 : end + 2]
        english = self._reading.article.language == "en"
        return after.isupper() or after.isdigit() or (english and text[start].isupper())

    def _owner(self, hit: Hit) -> Mention | None:
        """Return the only organisation that a sentence names, if it tells of parks of it.

        Where it names none, that of which the sentences before speak, if a word stands for it, or
        that of the article, if one of its sentences tells of its parks.
        """
        sentence, says = hit.sentence, self._reading.grammar.says
        named = self._reading.organisations(sentence)
        if hit.has("carrier"):
            return self.subjects.of(hit) or self._only_owner
        if not named:
            return None if says["of_others"].search(sentence.coded) else self._only_owner
        one = len({mention.name.value for mention in named}) == 1
        return named[0] if one and says["owns_parks"].search(sentence.coded) else None

    @cached_property
    def _only_owner(self) -> Mention | None:
        owns = self._reading.grammar.says["owns_parks"]
        named = self._reading.organisations
        told = (each for each in self._reading.sentences if owns.search(each.coded))
        one = len(self.subjects.all) == 1
        return next((mention for each in told for mention in named(each)), None) if one else None

    def _place(self, sentence: Sentence) -> Mention | None:
        """Return the only place that a sentence names; where it names none, the article's."""
        places = [m for m in sentence.mentions.values() if m.name.kind in ("province", "town")]
        named = [mention for mention in places if mention.name.value != CAPITAL]
        if not places:
            return self._only_place
        if not named:
            return None
        return named[0] if len({mention.name.value for mention in named}) == 1 else None

    @cached_property
    def _only_place(self) -> Mention | None:
        """The article's only place, named where it tells of whose the park is or of the project."""
        only, tells = self.places.only, self._reading.grammar.says["of_the_project"]
        told = (
            each
            for each in self._reading.sentences
            if tells.search(each.coded) or (not each.index and PARK.search(self._reading.headline))
        )
        return next((m for each in told for m in each.mentions.values() if m in only), None)
