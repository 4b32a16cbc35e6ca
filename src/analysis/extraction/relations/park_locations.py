"""In which provinces a programme or developer has parks, or means to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product
from typing import NamedTuple

from analysis.extraction.facts import Evidence, Fact
from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.places import Places
from analysis.extraction.reading import PLACES, Reading
from analysis.extraction.relations.lone_parks import LoneParks
from analysis.extraction.relations.park_status import (
    SETTLED,
    SILENT,
    given_up,
    said_near,
    status_of,
)
from analysis.extraction.sentences import CODES, NAMED, PARK
from analysis.extraction.subjects import Subjects


class Located(NamedTuple):
    """A park read from a match: whose, where, and what is said of its status, if anything."""

    evidence: Evidence
    organisation: Mention
    code: str
    status: str


def park_locations(reading: Reading) -> Iterator[Fact]:
    """Yield one fact for each province named with a park.

    A park of whose status nothing is said is taken to operate, unless the article says elsewhere
    that it, or another's in that province, is only planned: partners each tell of theirs. What is
    said of one that is a partner's is said of both. One whose work began, or that is called a
    project and not said to be planned, operates if something is in it.
    """
    located = [*_located(reading)]
    said: dict[tuple[str, str], set[str]] = {}
    there: dict[str, set[str]] = {}
    partners: dict[tuple[Evidence, str], set[str]] = {}
    for park in located:
        said.setdefault((park.organisation.name.value, park.code), set()).add(park.status)
        partners.setdefault((park.evidence, park.code), set()).add(park.organisation.name.value)
        there.setdefault(park.code, set()).add(park.status)
    for park in located:
        name, status = park.organisation.name, park.status
        own = {*chain(*(said[each, park.code] for each in partners[park.evidence, park.code]))}
        stated = (own - SILENT) or (there[park.code] - SILENT)
        begun = "begun" in own or ("project" in own and "planned" not in own)
        if begun and status in SILENT:
            status = "planned" if own.isdisjoint(("operating", "used")) else "operating"
        elif status not in stated and len(stated) < 2:
            silent = "unspecified" if own.isdisjoint(("presumed", "used")) else "operating"
            status = min(stated, default=silent)
        values = {
            "programme": name.value,
            "developer": name.value if name.value in reading.gazetteer.developers else None,
            "province": reading.gazetteer.provinces[park.code],
            "province_code": park.code,
            "status": SETTLED.get(status, status),
        }
        yield Fact("park_locations", values, (park.evidence,))


def _located(reading: Reading) -> Iterator[Located]:
    """Yield the parks of all rules; what a rule carries over only where no rule states it."""
    stated: set[int] = set()
    known: set[tuple[str, str]] = set()
    subjects, everywhere = Subjects(reading), Places(reading)
    hits = [*reading.hits("park_locations")]
    for hit in sorted(hits, key=lambda hit: not hit.rule.spec.keys().isdisjoint(("org", "place"))):
        places, lead = hit.mentions("places", PLACES), _lead(reading, hit)
        if "org" in hit.rule.spec:
            inside = reading.inside(lead) or reading.grammar.says["road_to_it"].search(lead)
            project = hit.rule.spec["org"] == "of the project"
            subject = subjects.of_project(hit) if project else None if inside else subjects.of(hit)
            kind = hit.rule.spec.get("of")
            organisations = [subject] if subject and kind in (None, subject.name.kind) else []
            places = [place for place in places if place.start not in stated]
        else:
            organisations = hit.mentions("org", ["programme", "developer"])
            if "place" in hit.rule.spec and organisations[0].start not in stated:
                places = everywhere.of_park(hit, organisations[0], lead)
        if organisations and places and not given_up(reading, hit, lead):
            told = range(hit.sentence.start, hit.sentence.end)  # not who another sentence names
            stated |= {each.start for each in (*organisations, *places) if each.start in told}
            evidence, status = reading.evidence(hit), status_of(reading, hit, lead)
            if hit.rule.spec.get("place") == "list":  # its line tells of nothing else
                status = reading.grammar.intent(hit.sentence.coded) or status
            if status == "planned" and hit.rule.spec.get("place") == "only":
                status = "begun"  # words beside a park of which no place is said tell less
            codes = dict.fromkeys(place.name.value for place in places)
            for organisation, code in product(organisations, codes):
                known.add((organisation.name.value, code))
                yield Located(evidence, organisation, code, status)
    for hit, lead, owner, place in LoneParks(subjects, everywhere).found(known):
        code = place.name.value
        if not given_up(reading, hit, lead):
            evidence, status = reading.evidence(hit, owner, place), status_of(reading, hit, lead)
            yield Located(evidence, owner, code, said_near(reading, hit, owner.name.value, status))


def _lead(reading: Reading, hit: Hit) -> str:
    """Return what stands before a park or, if it goes on a list with semicolons, before the first.

    What is said before the first item of such a list is said of them all.
    """
    coded = hit.sentence.coded
    named = NAMED.search(coded, hit.start)
    lead = coded[: named.start() if named else hit.start]
    if named and (named[0] == CODES["developer"] or coded.startswith(")", named.end())):
        lead = lead.removesuffix("(")  # a company's short name
    lead = lead.removesuffix(f"{CODES['park']} ")  # what it is, before its name
    while item := reading.grammar.says["next_item"].search(lead):
        lead = lead[: item.start()]
        clause = lead.rfind(";") + 1
        first = PARK.search(coded, clause, len(lead))
        colon = coded.find(":", clause, len(lead))
        lead = coded[: colon if colon > 0 else first.start() if first else clause]
    return lead
