"""Who signs, of those named around a verb for it; the words are in ``rules/parties.toml``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from analysis.extraction.grammar import Hit
from analysis.extraction.lexicon import Words
from analysis.extraction.lookalikes import Mention
from analysis.extraction.places import Places
from analysis.extraction.reading import Reading


@dataclass(frozen=True)
class Signing:
    """A match of a rule on signing, in the article in which it stands."""

    places: Places
    hit: Hit

    @property
    def reading(self) -> Reading:
        """The article."""
        return self.places.reading

    @cached_property
    def counted(self) -> Sequence[Hit]:
        """Where the provinces are listed that the match only counts."""
        counts = self.hit.rule.spec.get("place") == "counted"
        return [*self.places.counted(self.hit)] if counts else []

    @property
    def denied(self) -> bool:
        """Whether it is not done, or undone, or is an athlete's."""
        against = self.reading.grammar.says["against"].search(self._clause)
        return bool(against) or "sport" in self._words.kinds(self.hit.sentence.coded)

    @cached_property
    def planned(self) -> bool:
        """Whether it is only meant."""
        says = self.reading.grammar.says
        last = says["done"].split(self._clause)[-1]
        meant = "intended" in self._words.kinds(last) or says["may"].search(last)
        coded, sign = self.hit.sentence.coded, self.hit.match.start("sign")
        return bool(meant or says["ceremony_to_come"].search(coded, max(0, sign - len("lễ "))))

    @cached_property
    def subject(self) -> Mention | None:
        """Who signs with the places: the first organisation, else the first province.

        Where the places stand before the verb, only an organisation beside them or after it
        counts.
        """
        hit, says = self.hit, self.reading.grammar.says
        coded, sign = hit.sentence.coded, hit.match.start("sign")
        leads = hit.rule.spec.get("subject") == "before"
        if leads:
            first, last = sign - len(self._clause), hit.match.start("places")
        else:
            first, last = hit.match.start(), sign + len(coded[sign:].partition(";")[0])

        def fits(place: int, kind: str) -> bool:
            before = coded[first:place]
            if kind in ("programme", "developer"):
                if leads:
                    return not says["place"].search(before)
                return says["beside"].search(before) is not None
            acts = leads and kind == "province" and place < sign
            written = place == 0 and says["dateline"].match(coded) is not None
            return acts and not (
                written or says["not_subject"].search(before) or self._of_a_body(place)
            )

        named = hit.sentence.mentions.items()
        fitting = [m for place, m in named if first <= place < last and fits(place, m.name.kind)]
        return min(fitting, key=lambda mention: mention.name.kind == "province", default=None)

    @cached_property
    def provinces(self) -> Sequence[Mention]:
        """The provinces with which it is signed: named, counted and told elsewhere, or meant."""
        hit = self.hit
        match hit.rule.spec.get("place"):
            case "carried":
                cities = hit.has("all") and hit.match["all"].endswith(("thành phố", "cities"))
                known = self.reading.gazetteer.cities
                acting = self.places.acting(hit)
                return [m for m in acting if not cities or m.name.value in known]
            case "counted" if self._of_a_body(hit.match.start("places")):
                return []
            case "counted":
                return [m for each in self.counted for m in each.mentions("places", ["province"])]
        inside = range(*hit.match.span("places"))
        return [
            mention
            for place, mention in hit.sentence.mentions.items()
            if place in inside and mention.name.kind == "province" and not self._of_a_body(place)
        ]

    def _of_a_body(self, place: int) -> bool:
        """Whether what stands at a place tells of an institution: Sở Y tế tỉnh X, X University."""
        coded, says = self.hit.sentence.coded, self.reading.grammar.says
        if says["attribute"].match(coded, place + 1):
            return True
        ends = (end for end in self._bodies if end <= place)
        between = (says["shared"].sub("", coded[end : place + 1]) for end in ends)
        return not all(map(says["wall"].search, between))

    @cached_property
    def _bodies(self) -> Sequence[int]:
        """Where the words for institutions end."""
        coded, seat = self.hit.sentence.coded, self.reading.grammar.says["seat"]
        return [
            end
            for start, end, kind in self._words.spans(coded)
            if kind == "institutions" and not seat.search(coded[:start])
        ]

    @property
    def _words(self) -> Words:
        return self.reading.grammar.cues["signing"]

    @cached_property
    def _clause(self) -> str:
        """What stands before the verb, from the last semicolon."""
        return self.hit.sentence.coded[: self.hit.match.start("sign")].rpartition(";")[2]
