"""Articles to facts, and facts to the rows of the raw tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.extraction.facts import PREFIXES, Evidence, Fact, Value, merged
from analysis.extraction.gazetteer import Gazetteer
from analysis.extraction.grammar import Grammar
from analysis.extraction.reading import Reading
from analysis.extraction.relations.park_locations import park_locations
from analysis.extraction.relations.park_totals import park_totals
from analysis.extraction.relations.partnerships import partnerships
from analysis.extraction.relations.statements import statements
from analysis.extraction.text import Article
from analysis.extraction.view import normalised

RELATIONS = (park_totals, park_locations, partnerships)
LICENCE_NOTE = "Text not redistributed; the rows hold facts and locators only."
LONGEST_NAME = 200  # characters of a signature
Row = dict[str, Value]


@dataclass(frozen=True)
class Extraction:
    """What one or several articles state: rows of ``sources``, and facts."""

    sources: Sequence[Row]
    facts: Sequence[Fact]


def extract(article: Article, gazetteer: Gazetteer, grammar: Grammar) -> Extraction:
    """Return the facts of one article.

    One that names no organisation and no signing has no facts; of such a text the row of
    ``sources`` holds only what identifies it.

    Parameters
    ----------
    article : Article
        From ``read_article``.
    gazetteer : Gazetteer
        From ``load_gazetteer``; share one over all articles.
    grammar : Grammar
        From ``load_grammar``; likewise.
    """
    if not gazetteer.gate.opens(article.utf8):
        return Extraction([_identity(article)], [])
    folded = article.view.folded
    if not (gazetteer.names_organisation(folded) or grammar.signs(folded)):
        return Extraction([_identity(article)], [])
    reading = Reading(article, gazetteer, grammar)
    facts = [fact for relation in RELATIONS for fact in relation(reading)]
    if facts:  # other statements matter only in a text on parks or partnerships
        facts += statements(reading)
    facts = merged(_completed(facts))
    return Extraction([_source(reading, facts)], facts)


def merge(extractions: Iterable[Extraction]) -> Extraction:
    """Return several extractions as one: a fact of two sources is one fact with two evidences."""
    parts = list(extractions)
    sources = sorted(
        (row for part in parts for row in part.sources), key=lambda r: str(r["source_id"])
    )
    return Extraction(sources, merged(fact for part in parts for fact in part.facts))


def to_rows(extraction: Extraction) -> dict[str, list[Row]]:
    """Return the rows of every raw table under the registry's column names, in file order."""
    rows: dict[str, list[Row]] = {name: [] for name in (*PREFIXES, "other_facts", "evidence")}
    for fact in extraction.facts:
        fact_id, (first, *further) = fact.fact_id, fact.evidence
        rows[fact.table].append({"fact_id": fact_id, **fact.values, **_locator(first)})
        rows["evidence"] += [{"fact_id": fact_id, **_locator(span)} for span in further]
    rows["evidence"].sort(
        key=lambda r: [r[name] for name in ("fact_id", "source_id", "start", "end")]
    )
    return {"sources": list(extraction.sources), **rows}


def _locator(evidence: Evidence) -> Row:
    source_id, start, end, paragraph, span_sha256, rule = evidence
    return {
        "source_id": source_id,
        "paragraph": paragraph,
        "start": start,
        "end": end,
        "span_sha256": span_sha256,
        "rule": rule,
    }


def _completed(facts: Sequence[Fact]) -> list[Fact]:
    """Fill in what the article says elsewhere of locations: who formed the programme."""
    formed = [fact.values for fact in facts if fact.evidence[0].rule == "joint_venture"]
    if not formed:
        return [*facts]
    developers = {values["item"]: str(values["value"]).partition(" with ")[0] for values in formed}

    def complete(values: Mapping[str, Value]) -> Row:
        return {**values, "developer": developers.get(values["programme"], values["developer"])}

    return [
        fact._replace(values=complete(fact.values)) if fact.table == "park_locations" else fact
        for fact in facts
    ]


def _identity(article: Article) -> Row:
    """Return an article's row of ``sources`` as far as its file tells it."""
    return {
        "source_id": article.source_id,
        "title_note": None,
        "author": _author(article),
        "event_date": None,
        "language": article.language,
        "sha256": article.sha256,
        "bytes": article.size,
        "characters": len(article.text),
        "paragraphs": len(article.paragraphs),
        "licence_note": LICENCE_NOTE,
    }


def _source(reading: Reading, facts: Sequence[Fact]) -> Row:
    """Return the article's row of ``sources``, its note made of the facts."""
    article = reading.article
    programmes = {fact.values["programme"] for fact in facts if "programme" in fact.values}
    partners = {fact.values["province"] for fact in facts if fact.table == "partnerships"}
    homes = {fact.values["item"] for fact in facts if fact.values.get("topic") == "home_province"}
    notes = [f"parks of {' and '.join(sorted(map(str, programmes)))}"] if programmes else []
    plural = "s" if len(partners) > 1 else ""
    notes += [f"agreements with {len(partners)} province{plural}"] if partners else []
    notes += [f"home province {' or '.join(sorted(map(str, homes)))}"] if homes else []
    note = "; ".join(notes) or None
    return {**_identity(article), "title_note": note, "event_date": reading.event_date}


def _author(article: Article) -> str | None:
    """Return the signature: a last line of two to five capitalised words and nothing else."""
    *above, (start, end) = article.paragraphs
    if not above or end - start > LONGEST_NAME:
        return None
    line = normalised(article.text[start:end])
    words = line.split(" ")
    named = all(re.fullmatch(r"[^\W\d_]\w*\.?", word) and word[0].isupper() for word in words)
    quoted = words[:1] in (["Theo"], ["Nguồn"])  # according to, source
    return line if 2 <= len(words) <= 5 and named and not quoted else None
