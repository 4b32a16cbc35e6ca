"""What the facts say of one programme, gathered from the fact tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis.processing.corrections import FACT_TABLES, LOCATOR


@dataclass(frozen=True)
class Programme:
    """Facts on one programme.

    Parameters
    ----------
    name : str
        Programme, as in ``park_totals``.
    total : int
        Stated number of parks; the latest statement, and the largest of one date.
    qualifier : {"exact", "at_least", "at_most", "approx"}
        How the number is meant.
    exhaustive : bool
        Whether the provinces named are said to be all that have a park.
    total_fact : str
        Identifier of the fact that states the total.
    locations : pandas.DataFrame
        Rows of ``park_locations`` that are not merely planned.
    partners : pandas.DataFrame
        Rows of ``partnerships`` signed about industrial parks, in the programme's sources.
    homes : pandas.DataFrame
        Rows of ``other_facts`` that name a home province, in the programme's sources.
    """

    name: str
    total: int
    qualifier: str
    exhaustive: bool
    total_fact: str
    locations: pd.DataFrame
    partners: pd.DataFrame
    homes: pd.DataFrame

    @property
    def home(self) -> str:
        """2023 code of the home province; empty if the sources name none."""
        return next(iter(self.homes["value"]), "")


def programmes(facts: Mapping[str, pd.DataFrame]) -> list[Programme]:
    """Return every programme whose total is stated; another has no interval of parks.

    Parameters
    ----------
    facts : mapping of str to pandas.DataFrame
        Corrected fact tables, ``evidence`` and ``sources``.
    """
    spans = evidence_of(facts)
    dates = facts["sources"].set_index("source_id")["event_date"]
    dated = spans["source_id"].map(dates).fillna("").groupby(spans["fact_id"]).max()
    totals = facts["park_totals"]
    totals = totals.assign(on=totals["fact_id"].map(dated)).sort_values(["on", "count", "fact_id"])
    found = []
    for name, statements in totals.groupby("programme", sort=True):
        located = facts["park_locations"]
        located = located[(located["programme"] == name) & (located["status"] != "planned")]
        told = told_with([*statements["fact_id"], *located["fact_id"]], spans)
        latest = statements.iloc[-1]
        found.append(
            Programme(
                name=str(name),
                total=int(latest["count"]),
                qualifier=str(latest["qualifier"]),
                exhaustive=bool(latest["list_is_exhaustive"]),
                total_fact=str(latest["fact_id"]),
                locations=located,
                partners=_of(
                    facts["partnerships"], told, status="signed", domain="industrial_park"
                ),
                homes=_of(facts["other_facts"], told, topic="home_province"),
            )
        )
    return found


def evidence_of(facts: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every span of every fact, the further ones too: the columns of ``evidence``."""
    tables = [facts[name][LOCATOR] for name in (*FACT_TABLES, "evidence")]
    return pd.concat(tables, ignore_index=True)


def told_with(fact_ids: Iterable[str], spans: pd.DataFrame) -> set[str]:
    """Return the facts of all sources that state one of the facts given."""
    sources = spans.loc[spans["fact_id"].isin([*fact_ids]), "source_id"]
    return set(spans.loc[spans["source_id"].isin(sources), "fact_id"])


def _of(rows: pd.DataFrame, fact_ids: set[str], **values: str) -> pd.DataFrame:
    """Return the rows of the facts in which each column holds the value given."""
    keep = rows["fact_id"].isin(fact_ids)
    for column, value in values.items():
        keep &= rows[column] == value
    return rows[keep]
