"""What a schema cannot see: provinces, totals, locators and evidence that must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from analysis.admin import VINTAGES
from analysis.errors import Fault
from analysis.processing.corrections import FACT_TABLES, LOCATOR
from analysis.processing.programme import evidence_of, programmes, told_with
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
    """Return the faults of corrected facts: provinces, homes, repetitions, totals against lists.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Fact tables, ``evidence``, ``sources`` and ``admin_units``.
    """
    checks = (_provinces, _homes, _repetitions, _signing_totals, _park_totals)
    return [fault for each in checks for fault in each(tables)]


def _locators(tables: Tables) -> Iterator[Fault]:
    sources = {row["source_id"]: row for _, row in rows_of(tables["sources"])}
    for name in (*FACT_TABLES, "evidence"):
        for line, row in rows_of(tables[name]):
            source = sources.get(row["source_id"])
            if source is None:
                continue  # the foreign key says so
            if not row["start"] < row["end"] <= source["characters"]:
                column = "end"
                place = f"{row['start']}–{row['end']} of {source['characters']} code points"
            elif row["paragraph"] > source["paragraphs"]:
                column = "paragraph"
                place = f"paragraph {row['paragraph']} of {source['paragraphs']}"
            else:
                continue
            message = f"{place} in {row['source_id']}; extract the article again"
            yield Fault(table(name).file, line, column, "locator-outside-text", message)


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
    homes = tables["other_facts"]
    homes = homes[homes["topic"] == "home_province"]
    for name, frame, province, code in (
        ("park_locations", tables["park_locations"], "province", "province_code"),
        ("partnerships", tables["partnerships"], "province", "province_code"),
        ("other_facts", homes, "item", "value"),
    ):
        for line, row in rows_of(frame):
            if names.get(row[code]) != row[province]:
                official = names.get(row[code])
                expected = f"code {row[code]} is {official}" if official else "no such code"
                message = (
                    f"{row[province]!r} ({row[code]}): {expected}; use official 2023 name and code"
                )
                yield Fault(table(name).file, line, province, "unknown-province", message)


def _homes(tables: Tables) -> Iterator[Fault]:
    for programme in programmes(tables):
        homes = programme.homes.drop_duplicates("value")
        if len(homes) > 1:
            names = ", ".join(sorted(homes["item"]))
            message = f"{names} for {programme.name}; reject all but one in corrections.csv"
            line = rows_of(homes)[1][0]
            yield Fault(table("other_facts").file, line, "value", "several-homes", message)


def _repetitions(tables: Tables) -> Iterator[Fault]:
    for name in FACT_TABLES:
        stated: dict[tuple[object, ...], str] = {}
        for line, row in rows_of(tables[name]):
            content = tuple(value for column, value in row.items() if column not in LOCATOR)
            twin = stated.setdefault(content, row["fact_id"])
            if twin != row["fact_id"]:
                message = f"states the same as {twin}; reject one of them in corrections.csv"
                yield Fault(table(name).file, line, "fact_id", "duplicated-fact", message)


def _signing_totals(tables: Tables) -> Iterator[Fault]:
    """Compare each stated number of signatories with those named in one place.

    A fact that several sources state is right if one of them names as many as are stated.
    """
    facts = tables["partnerships"].dropna(subset="stated_total")
    spans = evidence_of(tables)
    rows = facts[["fact_id", "province_code", "stated_total"]].merge(spans, on="fact_id")
    place = ["source_id", "paragraph", "rule", "stated_total"]
    named = rows.groupby(place)["province_code"].transform("nunique")
    agreed = rows.loc[named == rows["stated_total"], "fact_id"]
    for _, group in facts[~facts["fact_id"].isin(agreed)].groupby(place, sort=True):
        stated, listed = int(group["stated_total"].iloc[0]), group["province_code"].nunique()
        message = (
            f"{stated} provinces stated, {listed} named; correct stated_total, or reject a "
            "province, in corrections.csv with the reason"
        )
        line = rows_of(group)[0][0]
        yield Fault(table("partnerships").file, line, "stated_total", "total-disagrees", message)


def _park_totals(tables: Tables) -> Iterator[Fault]:
    """Compare each stated number with the provinces of its sources, the one used with all."""
    located = tables["park_locations"]
    located = located[located["status"] != "planned"]
    spans = evidence_of(tables)
    used = {each.total_fact: set(each.locations["fact_id"]) for each in programmes(tables)}
    for line, row in rows_of(tables["park_totals"]):
        told = used.get(row["fact_id"]) or told_with([row["fact_id"]], spans)
        same = (located["programme"] == row["programme"]) & located["fact_id"].isin(told)
        places = located.loc[same, "province_code"].nunique()
        if row["qualifier"] in ("exact", "at_most") and row["count"] < places:
            message = (
                f"{row['count']} {row['programme']} parks stated, {places} provinces named; "
                "correct the count or reject a location in corrections.csv"
            )
            yield Fault(table("park_totals").file, line, "count", "total-disagrees", message)
