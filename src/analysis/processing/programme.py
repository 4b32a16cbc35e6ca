"""What the facts say of one programme, gathered from the fact tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.errors import Fault
from analysis.tables.registry import table


@dataclass(frozen=True)
class Programme:
    """Facts on one programme.

    Parameters
    ----------
    name : str
        Programme, as in ``park_totals``.
    total : int
        Stated number of parks; the latest statement where there are several.
    qualifier : {"exact", "at_least", "at_most", "approx"}
        How the number is meant.
    total_fact, home_fact : str
        Identifiers of the facts that state the total and the home province.
    home : str
        2023 code of the home province; empty if the sources name none.
    locations : pandas.DataFrame
        Rows of ``park_locations`` that are not merely planned.
    partners : pandas.DataFrame
        Rows of ``partnerships`` signed about industrial parks, in the programme's sources.
    """

    name: str
    total: int
    qualifier: str
    total_fact: str
    home: str
    home_fact: str
    locations: pd.DataFrame
    partners: pd.DataFrame


def programmes(facts: Mapping[str, pd.DataFrame]) -> tuple[list[Programme], list[Fault]]:
    """Return every programme whose total is stated, and the faults that stand in the way.

    A programme without a stated total has no interval of parks, so nothing is processed for it.

    Parameters
    ----------
    facts : mapping of str to pandas.DataFrame
        Corrected fact tables and ``sources``.
    """
    faults: list[Fault] = []
    dates = facts["sources"].set_index("source_id")["event_date"].fillna("")
    totals = facts["park_totals"]
    totals = totals.assign(on=totals["source_id"].map(dates)).sort_values(["on", "fact_id"])
    found = []
    for name, statements in totals.groupby("programme", sort=True):
        located = facts["park_locations"]
        located = located[(located["programme"] == name) & (located["status"] != "planned")]
        sources = {*statements["source_id"], *located["source_id"]}
        signed = _of(facts["partnerships"], sources, status="signed", domain="industrial_park")
        homes = _of(facts["other_facts"], sources, topic="home_province")
        if len(set(homes["value"])) > 1:
            names = ", ".join(sorted(homes["item"]))
            message = f"{names} for {name}; reject all but one in corrections.csv"
            faults.append(Fault(table("other_facts").file, 0, "value", "several-homes", message))
        latest = statements.iloc[-1]
        found.append(
            Programme(
                name=str(name),
                total=int(latest["count"]),
                qualifier=str(latest["qualifier"]),
                total_fact=str(latest["fact_id"]),
                home=next(iter(homes["value"]), ""),
                home_fact=next(iter(homes["fact_id"]), ""),
                locations=located,
                partners=signed,
            )
        )
    return found, faults


def _of(rows: pd.DataFrame, sources: set[str], **values: str) -> pd.DataFrame:
    """Return the rows of the sources in which each column holds the value given."""
    keep = rows["source_id"].isin(sources)
    for column, value in values.items():
        keep &= rows[column] == value
    return rows[keep]
