"""Stated totals in the order of their dates: a row for each source, conflicts crossed."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.charts.style import INK, RULE
from analysis.language import Language

# marker, line and fill by what there is to say of the claim
LOOKS = {
    "stated": ("o", marks.COLORS["park"], marks.COLORS["park"]),
    "about": ("o", marks.COLORS["park"], "white"),
    "conflict": ("X", marks.COLORS["home"], marks.COLORS["home"]),
}


def claims_over_time(claims: pd.DataFrame, ax: Axes, language: Language) -> Axes:
    """Draw each stated number of parks below its date, with what its qualifier leaves open.

    Parameters
    ----------
    claims : pandas.DataFrame
        `claims` of one programme: `stated_on` (may be missing), `source_id`, `count`,
        `qualifier`, `conflict`.
    ax, language : matplotlib.axes.Axes, Language
    """
    marks.check_columns("stated_on source_id count qualifier conflict", claims=claims)
    dates = claims["stated_on"].fillna("").astype("str")
    undated = language.text("charts.undated")
    data = claims.assign(
        order=dates.where(dates.str[:1].str.isdigit(), "~" + dates),  # without a year: last
        group=[language.date(date) or undated for date in dates],
    ).sort_values(["order", "source_id", "count"], ignore_index=True)
    data["y"] = marks.label_rows(ax, data, "source_id", language, "group")
    count, at_least = data["count"].astype("float64"), data["qualifier"] == "at_least"
    farthest = 1.15 * max([*count, 1])
    data["end"] = count.mask(at_least, farthest)
    ax.hlines(data["y"], 0, count, color=RULE, linewidth=1)
    ax.hlines(data["y"], count.mask(data["qualifier"] == "at_most", 0), data["end"], color=INK)
    ax.scatter(data["end"].where(at_least), data["y"], s=60, marker=">", color=INK, clip_on=False)
    look = np.select([data["conflict"], data["qualifier"] == "approx"], ["conflict", "about"],
                     "stated")  # fmt: skip
    for name, rows in data.groupby(look):
        marker, edge, face = LOOKS[str(name)]
        ax.scatter(rows["count"], rows["y"], s=80, marker=marker, facecolor=face, edgecolor=edge,
                   linewidth=1.5, zorder=3, clip_on=False)  # fmt: skip
    data["key"] = "claims." + data["qualifier"] + np.where(data["conflict"], "_conflict", "")
    marks.label_right(ax, data, "end", language)
    marks.start_at_zero(ax, data["end"])
    ax.set_axisbelow(False)  # a date may be longer than the sources' names: no line through it
    return ax
