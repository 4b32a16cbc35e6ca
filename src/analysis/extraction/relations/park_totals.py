"""How many parks a programme or developer is said to have."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.extraction.facts import Fact
from analysis.extraction.reading import Reading
from analysis.extraction.subjects import Subjects


def park_totals(reading: Reading) -> Iterator[Fact]:
    """Yield stated totals; not the number within one province, nor one only intended."""
    subjects, says = Subjects(reading), reading.grammar.says
    for hit in reading.hits("park_totals"):
        places = hit.mentions("places", ["province"])
        there = len(places) == 1 and not hit.has("some")
        carried = "org" in hit.rule.spec
        organisation = subjects.of(hit) if carried else hit.mentions("org")[0]
        if (
            there
            or organisation is None
            or reading.grammar.intent(says["raised"].split(hit.clause)[-1]) == "planned"
        ):
            continue
        values = {
            "programme": organisation.name.value,
            "count": reading.number(hit, "count"),
            "qualifier": reading.qualifier(hit),
            "list_is_exhaustive": hit.has("namely") and not hit.has("open"),
        }
        yield Fact("park_totals", values, (reading.evidence(hit),))
