"""What there is to say of a programme's stated totals: how many, whose, in conflict or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from analysis.language.linked import joined
from analysis.reporting.anchors import counted, text_of, value_of
from analysis.reporting.session import Report
from analysis.reporting.values import claim_counts


def claim_values(report: Report) -> dict[str, Any]:
    """Return the numbers and names that texts and caption use, with the ``case`` of variants.

    The case is ``one`` claim, claims in ``conflict``, all of the ``same`` number, or none of these.
    """
    claims = report.rows("claims")
    rows = claims.sort_values("count").to_dict("records")
    case = "same" if rows[0]["count"] == rows[-1]["count"] else ""
    case = "conflict" if claims["conflict"].any() else "one" if len(claims) == 1 else case
    counts = counted(report.page, claim_counts(claims))
    return {
        "case": case,
        "lowest": value_of(report.page, "claims", rows[0], "count"),
        "highest": value_of(report.page, "claims", rows[-1], "count"),
        "statements": [_statement(report, row) for row in claims.to_dict("records")],
        "claim_sources": sorted(set(claims["source_id"])),
        **counts,
    }


def _statement(report: Report, row: Mapping[Any, Any]) -> str:
    """Return what one source states, and when."""
    date = "" if pd.isna(row["stated_on"]) else report.language.date(row["stated_on"])
    when = date or report.language.text("charts.undated")
    kind = row["qualifier"] + ("_conflict" if row["conflict"] else "")
    count = value_of(report.page, "claims", row, "count")
    source = text_of(report.page, "claims", row, "stated_on", f"{row['source_id']}, {when}")
    return joined([report.language.text(f"charts.claims.{kind}", count=count), " (", source, ")"])
