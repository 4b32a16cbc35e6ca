"""Where parks are, and which provinces act, where a sentence does not say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.reading import PLACES, Reading, of_one_name
from analysis.extraction.sentences import PARK

CAPITAL = "01"  # where ministries sit and news is written
SEVERAL = {"hai": 2, "2": 2, "both": 2, "the": 2, "ba": 3, "3": 3}  # what these stand for, at most


@dataclass(frozen=True)
class Places:
    """The provinces and towns of which an article speaks, and when of which."""

    reading: Reading

    def of_park(self, hit: Hit, organisation: Mention, lead: str) -> list[Mention]:
        """Return the places a sentence opens with; else the headline's, of one certain park.

        Where these name none, it is the town that a park's project is called after, or the only
        province that the article names, if it tells of such a project or names it again. Where
        the province has several parks, the sentence must name it. A project is a park's only
        where the article has spoken of a park.

        Parameters
        ----------
        hit : Hit
            A park and whose it is.
        organisation : Mention
            Whose.
        lead : str
            What stands before the park.
        """
        reading = self.reading
        if hit.rule.spec["place"] == "list":
            return self.of_list(hit)
        if hit.rule.spec["place"] == "before":
            return self.before(hit)
        told = reading.sentences[: hit.sentence.index + 1]
        if hit.has("project") and not any(PARK.search(each.coded) for each in told):
            return []
        if places := self.opening(hit, organisation):
            return places
        here = hit.has("project") and PARK.search(hit.match[0])
        project = hit.has("project") and PARK.search(reading.headline)
        certain = here or project or reading.inside(lead) or hit.has("number")
        named = {m.name.value for m in hit.sentence.mentions.values() if m.name.kind == "province"}
        home = self.headline if certain and hit.rule.spec["place"] == "context" else []
        home = home or (hit.mentions(0, ["town"]) if here else [])
        only = [] if self.own_parks and not named else self.only
        if here or len(only) > 1:
            home = home or only[:1]
        if hit.has("project"):
            home = self.of_project_before(hit) or home
        return home if named <= {mention.name.value for mention in home} else []

    def of_project_before(self, hit: Hit) -> list[Mention]:
        """Return the province of the park project that the sentence before tells of, if any."""
        before = self.reading.sentences[max(0, hit.sentence.index - 1)]
        named = [*before.mentions.values()]
        park = PARK.search(before.coded)
        project = self.reading.grammar.says["project_named"].search(before.coded)
        told = park and project and not self.reading.inside(before.coded[: park.start()])
        places = [mention for mention in named if mention.name.kind == "province"]
        others = any(mention.name.kind in ("programme", "developer") for mention in named)
        return places[:1] if told and of_one_name(places) and not others else []

    def before(self, hit: Hit) -> list[Mention]:
        """Return the only place that the sentence before names with a park and no organisation."""
        before = self.reading.sentences[max(0, hit.sentence.index - 1)]
        named, others = self.reading.places(before), self.reading.organisations(before)
        told = PARK.search(before.coded) and not others
        return named[:1] if told and of_one_name(named) else []

    def of_list(self, hit: Hit) -> list[Mention]:
        """Return the place whose parks are listed one a line, as the line before them says."""
        item = self.reading.grammar.says["park_item"]
        before = reversed(self.reading.sentences[: hit.sentence.index])
        heading = next((each for each in before if not item.match(each.coded)), hit.sentence)
        listing = self.reading.found("listing", heading)
        if not listing and self.reading.found("listing", self.reading.sentences[0]):
            return self.headline
        planned = self.reading.grammar.intent(heading.coded) == "planned"
        return listing.mentions("places") if listing and not planned else []

    def opening(self, hit: Hit, organisation: Mention) -> list[Mention]:
        """Return the places that a sentence opens with, before the organisation."""
        opening = self.reading.found("opening", hit.sentence)
        if opening is None or opening.span()[1] > organisation.start:
            return []
        places = opening.mentions(0, PLACES)
        written = opening.has("dateline") and places[0].name.value == CAPITAL
        return [] if written else places

    @cached_property
    def headline(self) -> list[Mention]:
        """The province that the headline names, if it names but one."""
        first = self.reading.sentences[:1] if self.reading.headline else ()
        named = [mention for sentence in first for mention in sentence.mentions.values()]
        provinces = [mention for mention in named if mention.name.kind == "province"]
        return provinces[:1] if of_one_name(provinces) else []

    @cached_property
    def only(self) -> list[Mention]:
        """Where an article names its province, if it names no other but the capital."""
        named = chain(*map(self.reading.places, self.reading.sentences))
        places = [mention for mention in named if mention.name.value != CAPITAL]
        return places if of_one_name(places) else []

    @cached_property
    def own_parks(self) -> bool:
        """Whether it tells of several parks of a province: those of others may be elsewhere."""
        several = self.reading.grammar.says["several_parks"]
        told = self.reading.sentences[bool(self.reading.headline) :]
        named = self.reading.organisations
        return any(several.search(each.coded) and not named(each) for each in told)

    def acting(self, hit: Hit) -> list[Mention]:
        """Return the province left out: that of the sentence, the one before or the headline.

        Several only where the words stand for as many: both sides, the two provinces. Where it
        was signed tells of none.
        """
        sentence, says, (start, end) = hit.sentence, self.reading.grammar.says, hit.match.span()
        named = [
            mention
            for place, mention in sentence.mentions.items()
            if start <= place < end
            and mention.name.kind == "province"
            and not says["site"].search(sentence.coded, start, place)
        ]
        told = self.reading.sentences[max(0, sentence.index - 3) : sentence.index]
        before = self.reading.sentences[max(0, sentence.index - 1)]
        for before in reversed(told):
            passed = says["guests"].match(before.coded)
            if not passed and (before.mentions or not says["both"].match(before.coded)):
                break
        acting = None if named else self.reading.found("acting", before)
        headline = self.headline if sentence.index else []
        places = named or (acting.mentions("places") if acting else headline)
        if acting and hit.has("all"):
            places += acting.mentions("other")
        most = SEVERAL.get(hit.match["all"].split()[0], len(places)) if hit.has("all") else 1
        return places if len({mention.name.value for mention in places}) <= most else []

    def counted(self, hit: Hit) -> Iterator[Hit]:
        """Yield the first list of provinces that are just as many as is said there or here."""
        total = self.reading.number(hit, "total")
        for told in self.lists:
            listed = {mention.name.value for mention in told.mentions("places", ["province"])}
            if {total, self.reading.number(told, "total")} - {None} == {len(listed)}:
                yield told
                return

    @cached_property
    def lists(self) -> Sequence[Hit]:
        """Where provinces are listed that may be counted elsewhere."""
        return [*self.reading.hits("counted")]
