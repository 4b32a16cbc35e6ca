"""Reach from the home unit: distances as a sorted list, parks apart from agreements."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.charts.style import CONTEXT
from analysis.language import Language


def reach(units: pd.DataFrame, ax: Axes, language: Language) -> Axes:
    """Draw how far each unit with a park or an agreement lies from the home unit, nearest first.

    Parameters
    ----------
    units : pandas.DataFrame
        Units of one vintage: `name`, `status`, `distance_km` (missing if no home is known).
    ax, language : matplotlib.axes.Axes, Language
    """
    marks.check_columns("name status distance_km", units=units)
    data = units[~units["status"].isin(["home", "none"])].dropna(subset="distance_km")
    data = marks.by_status(data, "distance_km", language).assign(key="distance")
    data["y"] = marks.label_rows(ax, data, "name", language, "group")
    ax.hlines(data["y"], 0, data["distance_km"], color=CONTEXT, linewidth=1.5)
    marks.draw_marks(ax, data, x="distance_km")
    marks.label_right(ax, data, "distance_km", language)
    marks.start_at_zero(ax, data["distance_km"])
    return ax
