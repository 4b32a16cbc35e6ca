"""Stated totals side by side: a claim for each source, and which cannot hold together."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from analysis.processing.programme import evidence_of

KEY = ["programme", "source_id", "count", "qualifier"]


def claim_table(facts: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the table ``claims``: every stated total, once for each source that states it.

    Parameters
    ----------
    facts : mapping of str to pandas.DataFrame
        Corrected fact tables, ``evidence`` and ``sources``.
    """
    spans = evidence_of(facts)[["fact_id", "source_id"]].drop_duplicates()
    located = facts["park_locations"]
    located = located.loc[located["status"] != "planned", ["fact_id", "programme", "province_code"]]
    places = located.merge(spans, on="fact_id").groupby(["programme", "source_id"])
    totals = facts["park_totals"][["fact_id", "programme", "count", "qualifier"]]
    claims = totals.merge(spans, on="fact_id").sort_values([*KEY, "fact_id"])
    claims = claims.drop_duplicates(KEY, ignore_index=True)  # corrected into the same one
    dates = facts["sources"].set_index("source_id")["event_date"]
    claims["stated_on"] = claims["source_id"].map(dates)
    claims = claims.join(places["province_code"].nunique().rename("parks_named"), on=KEY[:2])
    claims["parks_named"] = claims["parks_named"].fillna(0).astype("int64")
    return claims.assign(conflict=conflicts(claims))


def conflicts(claims: pd.DataFrame) -> pd.Series:
    """Return which claims another source's claim on the same programme cannot hold with.

    Parameters
    ----------
    claims : pandas.DataFrame
        `programme`, `source_id`, `stated_on`, `count`, `qualifier`.

    Notes
    -----
    Parks are not closed, so their number does not fall. Two claims conflict where the one that
    is not the later has a lower bound above the other's upper bound: different exact numbers of
    one date, a number below an earlier one, a number outside "at least" or "at most". "About"
    bounds nothing. Of dates that may be in either order, as with a missing year, none is taken
    for the later. One source may speak of several times and does not conflict with itself.
    """
    count, qualifier = claims["count"].astype("float64"), claims["qualifier"]
    days = [_days(date) for date in claims["stated_on"].fillna("")]
    bounds = claims[["programme", "source_id"]].assign(
        claim=claims.index,
        lower=count.where(qualifier.isin(["exact", "at_least"]), -np.inf),
        upper=count.where(qualifier.isin(["exact", "at_most"]), np.inf),
        first=[first for first, _ in days],
        last=[last for _, last in days],
    )
    pairs = bounds.merge(bounds, on="programme", suffixes=("", "_then"))
    pairs = pairs[
        (pairs["source_id"] != pairs["source_id_then"])
        & (pairs["last"] <= pairs["first_then"])
        & (pairs["lower"] > pairs["upper_then"])
    ]
    return claims.index.to_series().isin({*pairs["claim"], *pairs["claim_then"]})


def _days(date: str) -> tuple[str, str]:
    """Return the first and the last day that a date may mean."""
    if not date or date.startswith("--"):
        return "0000-01-01", "9999-12-31"
    return (date, date) if len(date) == 10 else (f"{date}-01", f"{date}-31")
