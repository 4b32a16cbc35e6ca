"""Which provinces signed an agreement, or mean to; a mere location is no party."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.extraction.facts import Fact
from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.places import Places
from analysis.extraction.reading import Reading
from analysis.extraction.relations.parties import Signing


def partnerships(reading: Reading) -> Iterator[Fact]:
    """Yield one fact for each province that is a party."""
    places = Places(reading)
    stated: set[str] = set()
    for hit in reading.hits("partnerships"):
        signing = Signing(places, hit)
        if signing.denied:
            continue
        subject, lead = signing.subject, _party(reading, signing.subject)
        parties = [(place, lead) for place in signing.provinces]
        if subject and subject.name.kind == "province":
            parties.append((subject, None))
        if signing.counted:  # only what no sentence says of the province itself
            parties = [party for party in parties if party[0].name.value not in stated]
        if not parties:
            continue
        stated |= {place.name.value for place, _ in parties}
        domain, total = _domain(reading, hit), reading.number(hit, "total")
        evidence = tuple(sorted(map(reading.evidence, (hit, *signing.counted))))
        dated = reading.days(_sentence(reading, hit))
        day = None if signing.planned else next(dated, reading.event_date)
        for place, leading in parties:
            values = {
                "province": reading.gazetteer.provinces[place.name.value],
                "province_code": place.name.value,
                "lead_party": leading,
                "headline_party": reading.headline_party,
                "domain": domain,
                "status": "planned" if signing.planned else "signed",
                "signed_on": day,
                "stated_total": total if place is not subject else None,
            }
            yield Fact("partnerships", values, evidence)


def _party(reading: Reading, subject: Mention | None) -> str | None:
    """Return a party's name: official of a province, as spelt of an organisation."""
    if subject is None:
        return None
    return reading.gazetteer.provinces.get(subject.name.value, subject.name.spelling)


def _domain(reading: Reading, hit: Hit) -> str:
    """Return what the agreement is about: as the match says, else the rest of the clause."""
    rest = reading.article.view.folded[hit.span("sign")[1] : hit.sentence.end]
    rest = rest.partition(";")[0]
    about = reading.printed(hit, "about").lower() if hit.has("about") else ""
    return next(
        (found for text in (about, rest) if (found := reading.grammar.domain(text))), "other"
    )


def _sentence(reading: Reading, hit: Hit) -> str:
    return reading.article.view.folded[hit.sentence.start : hit.sentence.end]
