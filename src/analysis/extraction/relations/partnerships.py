"""Which provinces signed an agreement, or mean to; a mere location is no party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.extraction.facts import Fact
from analysis.extraction.gazetteer import Mention
from analysis.extraction.grammar import Hit
from analysis.extraction.reading import Reading

AGAINST = re.compile(r"\bchưa (?:\w+ ){0,2}$|\bnot (?:\w+ )?$")
DONE = re.compile(r"\b(?:đã|vừa|has|have)\b(?!.*\b(?:đã|vừa|has|have)\b)")
NOT_SUBJECT = re.compile(r"\b(?:tại|ở|của|cho|in|at)\b[^,;]{0,25}$")


def partnerships(reading: Reading) -> Iterator[Fact]:
    """Yield one fact for each province that is a party."""
    for hit in reading.hits("partnerships"):
        start = hit.match.start("sign")
        clause = hit.sentence.coded[:start].rpartition(";")[2]
        if AGAINST.search(clause):
            continue
        planned = reading.grammar.intent(DONE.split(clause)[-1]) == "planned"
        subject = _subject(hit, start - len(clause))
        lead = reading.gazetteer.provinces.get(subject.name.value) if subject else None
        parties = [(place, lead) for place in hit.mentions("places", ["province"])]
        if subject and subject.name.kind == "province":
            parties.append((subject, None))
        else:
            lead = subject.name.spelling if subject else None
            parties = [(place, lead) for place, _ in parties]
        days = [day for day in reading.days(_printed(reading, hit)) if len(day) != 7]
        for place, leading in parties:
            yield reading.fact(
                "partnerships",
                hit,
                province=reading.gazetteer.provinces[place.name.value],
                province_code=place.name.value,
                lead_party=leading,
                headline_party=reading.headline_party,
                domain=_domain(reading, hit),
                status="planned" if planned else "signed",
                signed_on=None if planned else next(iter(days), reading.event_date),
                stated_total=reading.number(hit, "total") if place is not subject else None,
            )


def _subject(hit: Hit, clause: int) -> Mention | None:
    """Return who signs: the first organisation before or beside the verb, else a province."""
    before = [
        (place, mention)
        for place, mention in hit.sentence.mentions.items()
        if clause <= place < hit.match.start("sign") and mention.name.kind != "park"
    ]
    inside = hit.mentions(0, ["programme", "developer"])
    organisations = [mention for _, mention in before if mention.name.kind != "province"] + inside
    if organisations or hit.rule.spec.get("subject") != "before":
        return next(iter(organisations), None)
    return next(
        (
            mention
            for place, mention in before
            if not NOT_SUBJECT.search(hit.sentence.coded[clause:place])
        ),
        None,
    )


def _domain(reading: Reading, hit: Hit) -> str:
    """Return what the agreement is about: as the match says, else the clause, else the headline."""
    view, (_, end) = reading.article.view, hit.span("sign")
    stop = hit.sentence.places[-1]
    rest = view.folded[end:stop].partition(";")[0]
    about = reading.printed(hit, "about").lower() if hit.has("about") else ""
    return next(
        (found for text in (about, rest) if (found := reading.grammar.domain(text))), "other"
    )


def _printed(reading: Reading, hit: Hit) -> str:
    return reading.article.view.folded[hit.sentence.places[0] : hit.sentence.places[-1]]
