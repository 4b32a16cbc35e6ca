"""Every other factual statement, as ``statements.toml`` describes them."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.extraction.facts import Fact
from analysis.extraction.grammar import Hit
from analysis.extraction.reading import Reading


def statements(reading: Reading) -> Iterator[Fact]:
    """Yield the facts of all statements found; one for each concept where a list is named."""
    for hit in reading.hits("statement"):
        spec = hit.rule.spec
        if spec.get("scope") == "headline" and hit.sentence.coded.strip() != reading.headline:
            continue
        known = {group: _value(reading, hit, group) for group in hit.match.groupdict()}
        known = {group: value for group, value in known.items() if value}
        known |= {"code": m.name.value for m in hit.mentions("province", ["province"])}
        listed = reading.printed(hit, "concepts").lower() if hit.has("concepts") else None
        concepts = reading.grammar.concepts(listed) if listed is not None else [""]
        number = reading.qualifier(hit) if hit.has("count") else ""
        for concept in dict.fromkeys(concepts):
            yield reading.fact(
                "other_facts",
                hit,
                topic=spec["topic"],
                item=spec["item"].format(concept=concept, **known),
                value=spec["value"].format(concept=concept, **known),
                unit=spec.get("unit"),
                qualifier="open_list" if hit.has("open") else number or spec["qualifier"],
            )


def _value(reading: Reading, hit: Hit, group: str) -> str:
    """Return what a group stands for: a name, number, date, known word, or what is printed."""
    if not hit.has(group):
        return ""
    if group in ("count", "number"):
        return str(reading.number(hit, group))
    if hit.mentions(group):
        return reading.name(hit, group)
    if group == "date":
        return next(reading.days(hit.match[group]), "")
    return str(reading.grammar.words["words"].get(hit.match[group], reading.printed(hit, group)))
