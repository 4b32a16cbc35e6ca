"""Every other factual statement, as ``rules/statements.toml`` describes them."""

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
        form = spec["item"] + spec["value"]
        named = [group for group in hit.match.groupdict() if f"{{{group}}}" in form]
        known = {group: _value(reading, hit, group) for group in named}
        if not all(known.values()):
            continue  # the words look like a date or name, and are none
        if homes := hit.mentions("province", ["province"]):
            known["code"] = homes[0].name.value
        listed = reading.printed(hit, "concepts").lower() if hit.has("concepts") else None
        concepts = reading.grammar.concepts(listed) if listed is not None else [""]
        number = reading.qualifier(hit) if hit.has("count") else ""
        evidence = (reading.evidence(hit),)
        for concept in dict.fromkeys(concepts):
            values = {
                "topic": spec["topic"],
                "item": spec["item"].format(concept=concept, **known),
                "value": spec["value"].format(concept=concept, **known),
                "unit": spec.get("unit"),
                "qualifier": "open_list" if hit.has("open") else number or spec["qualifier"],
            }
            yield Fact("other_facts", values, evidence)


def _value(reading: Reading, hit: Hit, group: str) -> str:
    """Return what a group stands for: a name, number, date, known word, or what is printed.

    Nothing if it did not match, or is no date or person after all.
    """
    if not hit.has(group):
        return ""
    if group in ("count", "number"):
        return str(reading.number(hit, group))
    if hit.mentions(group):
        return reading.name(hit, group)
    if group == "date":
        return next(reading.days(hit.match[group]), "")
    printed = reading.printed(hit, group)
    if group == "person" and not all(word[0].isupper() for word in printed.split()):
        return ""
    return str(reading.grammar.words["words"].get(hit.match[group], printed))
