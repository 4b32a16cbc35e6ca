"""What there is to say of a programme's stated totals: how many, whose, in conflict or not."""

from __future__ import annotations

from typing import Any

from analysis.reporting.session import Report


def claim_values(report: Report) -> dict[str, Any]:
    """Return the numbers and names that texts and caption use, with the ``case`` of variants.

    The case is ``one`` claim, claims in ``conflict``, all of the ``same`` number, or none of these.
    """
    claims = report.rows("claims")
    count, clash = claims["count"], claims["conflict"]
    case = "same" if count.nunique() == 1 else ""
    case = "conflict" if clash.any() else "one" if len(claims) == 1 else case
    words = []
    for row in claims.fillna({"stated_on": ""}).to_dict("records"):
        when = report.language.date(row["stated_on"]) or report.language.text("charts.undated")
        kind = row["qualifier"] + ("_conflict" if row["conflict"] else "")
        number = report.language.text(f"charts.claims.{kind}", count=row["count"])
        words.append(f"{number} ({row['source_id']}, {when})")
    return {
        "case": case,
        "claims": len(claims),
        "conflicts": int(clash.sum()),
        "lowest": int(count.min()),
        "highest": int(count.max()),
        "statements": words,
        "claim_sources": sorted(set(claims["source_id"])),
        "claim_sources_count": claims["source_id"].nunique(),
    }
