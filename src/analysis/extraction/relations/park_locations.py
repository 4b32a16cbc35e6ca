"""In which provinces a programme or developer has parks, or means to."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.extraction.facts import Fact
from analysis.extraction.reading import Reading


def park_locations(reading: Reading) -> Iterator[Fact]:
    """Yield one fact for each province named with a park."""
    for hit in reading.hits("park_locations"):
        organisation = hit.mentions("org")[0].name
        before, after = hit.clause, hit.aftermath
        status = reading.grammar.intent(before) or reading.grammar.intent(after)
        for place in hit.mentions("places", ["province"]):
            yield reading.fact(
                "park_locations",
                hit,
                programme=organisation.value,
                developer=organisation.value if organisation.kind == "developer" else None,
                province=reading.gazetteer.provinces[place.name.value],
                province_code=place.name.value,
                status=status or hit.rule.spec.get("otherwise", "unspecified"),
            )
