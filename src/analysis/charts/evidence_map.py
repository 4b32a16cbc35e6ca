"""Where in its sources each kind of fact is stated: a strip for each table of facts."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.charts.style import RULE
from analysis.language import Language

SHORTEST = 0.004  # of the text's length, so that the shortest passage is seen


def evidence_map(
    spans: pd.DataFrame, sources: pd.DataFrame, ax: Axes, language: Language
) -> Axes:  # fmt: skip
    """Draw every passage that states a fact at its place between start and end of its text.

    Parameters
    ----------
    spans, sources : pandas.DataFrame
        Evidence: `table`, `fact_id`, `source_id`, `start`, `end`. The table `sources`.
    ax, language : matplotlib.axes.Axes, Language
    """
    marks.check_columns("table fact_id source_id start end", spans=spans)
    marks.check_columns("source_id characters", sources=sources)
    length = spans["source_id"].map(sources.set_index("source_id")["characters"])
    data = spans.assign(left=spans["start"] / length, right=spans["end"] / length)
    data["right"] = np.maximum(data["right"], data["left"] + SHORTEST)
    rows = data.groupby(["source_id", "table"], sort=True)["fact_id"].nunique().reset_index()
    rows["label"] = [language.term("table", name) for name in rows["table"]]
    rows["y"] = marks.label_rows(ax, rows, "label", language, "source_id")
    data = data.merge(rows[["source_id", "table", "y"]], on=["source_id", "table"])
    ax.hlines(rows["y"], 0, 1, color=RULE, linewidth=1)
    ax.barh(data["y"], data["right"] - data["left"], 0.5, data["left"], color=marks.COLORS["park"])
    marks.link(data, ax.patches)
    marks.label_right(ax, rows.assign(x=1.0, key="facts", facts=rows["fact_id"]), "x", language)
    ax.set(xlim=(0, 1), xlabel="", ylabel="")
    ax.set_xticks([0, 1], [language.text(f"charts.text_{end}") for end in ("start", "end")])
    first, last = ax.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")
    return ax
