"""What the merger of 2025 does: provinces of 2023 left, the units they are in now right."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.language import Language


def merger(units_2023: pd.DataFrame, units_2025: pd.DataFrame, successions: pd.DataFrame,
           ax: Axes, language: Language) -> Axes:  # fmt: skip
    """Draw a line from each province of 2023 that has a status to its unit of 2025.

    Parameters
    ----------
    units_2023, units_2025, successions : pandas.DataFrame
        Units of each vintage: `code`, `name`, `status`. The table `successions`.
    ax, language : matplotlib.axes.Axes, Language
    """
    marks.check_columns("code name status", units_2023=units_2023, units_2025=units_2025)
    marks.check_columns("code_2023 code_2025", successions=successions)
    successor = successions.set_index("code_2023")["code_2025"]
    old = units_2023[units_2023["status"] != "none"]
    old = marks.by_status(old.assign(new=old["code"].map(successor)), "new", language)
    old["y"] = marks.label_rows(ax, old, "name", language, "group")
    middle = old.groupby("new")["y"].mean().sort_values(kind="stable")
    row = np.arange(len(middle))
    places = (middle - row).cummax() + row  # amid its provinces, at least a row below the last
    new = units_2025[units_2025["code"].isin(places.index)]
    parts = new["code"].map(successor.value_counts())
    key = np.where(parts > 1, "successor.merged", "successor.alone")
    new = new.assign(x=1, y=new["code"].map(places), provinces=parts, key=key)
    for status, y, unit in zip(old["status"], old["y"], old["new"], strict=True):
        ax.plot((0.03, 0.97), (y, places[unit]), color=marks.COLORS[status], linewidth=1.8)
    marks.draw_marks(ax, pd.concat([old.assign(x=0), new]), x="x")
    marks.label_right(ax, new, "x", language)
    ax.set_xticks([0, 1], ["2023", "2025"])
    ax.xaxis.tick_top()
    ax.set_xlim(-0.04, 1.04)
    return ax
