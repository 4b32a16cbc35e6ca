"""What a schema cannot see: provinces, totals, locators and evidence that must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.admin import VINTAGES
from analysis.errors import Fault
from analysis.processing.corrections import FACT_TABLES
from analysis.tables.registry import table
from analysis.tables.schemas import rows_of

Tables = Mapping[str, pd.DataFrame]


def check_raw(tables: Tables) -> list[Fault]:
    """Return the faults of raw tables as extracted: locators and evidence.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        All raw tables, rows in file order.
    """
    return [*_locators(tables), *_evidence(tables)]


def check_facts(tables: Tables) -> list[Fault]:
    """Return the faults of corrected facts: unknown provinces, totals against lists.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Fact tables and ``admin_units``.
    """
    return [*_provinces(tables), *_signing_totals(tables), *_park_totals(tables)]


def _locators(tables: Tables) -> Iterator[Fault]:
    sources = {row["source_id"]: row for _, row in rows_of(tables["sources"])}
    for name in (*FACT_TABLES, "evidence"):
        for line, row in rows_of(tables[name]):
            source = sources.get(row["source_id"])
            if source is None:
                continue  # the foreign key says so
            if not row["start"] < row["end"] <= source["characters"]:
                place = f"{row['start']}–{row['end']} of {source['characters']} code points"
            elif row["paragraph"] > source["paragraphs"]:
                place = f"paragraph {row['paragraph']} of {source['paragraphs']}"
            else:
                continue
            message = f"{place} in {row['source_id']}; extract the article again"
            yield Fault(table(name).file, line, "end", "locator-outside-text", message)


def _evidence(tables: Tables) -> Iterator[Fault]:
    known: set[str] = set().union(*(tables[name]["fact_id"] for name in FACT_TABLES))
    for line, row in rows_of(tables["evidence"]):
        if row["fact_id"] not in known:
            message = f"{row['fact_id']!r} is in no fact table; extract the article again"
            yield Fault(table("evidence").file, line, "fact_id", "unknown-fact", message)


def _provinces(tables: Tables) -> Iterator[Fault]:
    units = tables["admin_units"]
    units = units[units["vintage"] == VINTAGES[0]]
    names = dict(zip(units["code"], units["name"], strict=True))
    for name in ("park_locations", "partnerships"):
        for line, row in rows_of(tables[name]):
            province, code = row["province"], row["province_code"]
            if names.get(code) != province:
                expected = f"code {code} is {names[code]}" if code in names else "no such code"
                message = f"{province!r} ({code}): {expected}; use official 2023 name and code"
                yield Fault(table(name).file, line, "province", "unknown-province", message)


def _signing_totals(tables: Tables) -> Iterator[Fault]:
    rows = tables["partnerships"].dropna(subset="stated_total")
    for _, group in rows.groupby(["source_id", "paragraph", "stated_total", "rule"], sort=True):
        stated, named = int(group["stated_total"].iloc[0]), group["province_code"].nunique()
        if stated != named:
            message = (
                f"{stated} provinces stated, {named} named; correct stated_total, or reject a "
                "province, in corrections.csv with the reason"
            )
            line = rows_of(group)[0][0]
            yield Fault(
                table("partnerships").file, line, "stated_total", "total-disagrees", message
            )


def _park_totals(tables: Tables) -> Iterator[Fault]:
    located = tables["park_locations"]
    located = located[located["status"] != "planned"]
    for line, row in rows_of(tables["park_totals"]):
        same = located[["programme", "source_id"]] == [row["programme"], row["source_id"]]
        places = located.loc[same.all(axis=1), "province_code"].nunique()
        if row["qualifier"] in ("exact", "at_most") and row["count"] < places:
            message = (
                f"{row['count']} {row['programme']} parks stated, {places} provinces named; "
                "correct the count or reject a location in corrections.csv"
            )
            yield Fault(table("park_totals").file, line, "count", "total-disagrees", message)
