"""Coverage by region, before and after signing: a dumbbell each."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.language import Language


def region_coverage(
    coverage: pd.DataFrame, regions: pd.DataFrame, ax: Axes, language: Language
) -> Axes:
    """Draw each region's share of units with a park named, and with signing, highest first.

    Parameters
    ----------
    coverage, regions : pandas.DataFrame
        `region_coverage` of one vintage and scheme: `vintage`, `scheme`, `region`, counts `units`,
        `park_units`, `covered_units`, shares `units_before`, `units_after`. The table `regions`.
    ax, language : matplotlib.axes.Axes, Language
    """
    columns = "vintage scheme region units park_units covered_units units_before units_after"
    marks.check_columns(columns, coverage=coverage)
    data = marks.name_regions(coverage, regions, language).assign(key="coverage")
    data = data.sort_values(["units_after", "units_before"], ascending=False, kind="stable")
    data["y"] = marks.label_rows(ax, data, "label", language)
    ax.hlines(data["y"], data["units_before"], data["units_after"], marks.COLORS["none"], lw=3)
    marks.draw_marks(ax, data.assign(status="partner"), "units_after")
    marks.draw_marks(ax, data.assign(status="park"), "units_before")
    marks.label_right(ax, data, "units_after", language)
    marks.start_at_zero(ax, data["units_after"])
    return ax
