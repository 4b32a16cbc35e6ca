"""Parks by region: bars for certain ones, lines for what the source leaves open."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.charts import marks
from analysis.charts.style import INK
from analysis.language import Language


def region_parks(spread: pd.DataFrame, regions: pd.DataFrame, ax: Axes, language: Language) -> Axes:
    """Draw fewest and most parks of each region, most named units first.

    Parameters
    ----------
    spread, regions : pandas.DataFrame
        `region_spread` of one vintage and scheme: `vintage`, `scheme`, `region`, `parks_named`
        (units), `parks_lower`, `parks_upper` (missing: open, an arrow). The table `regions`.
    ax, language : matplotlib.axes.Axes, Language
    """
    columns = "vintage scheme region parks_named parks_lower parks_upper"
    marks.check_columns(columns, spread=spread)
    data = marks.name_regions(spread, regions, language)
    data = data.sort_values(["parks_named", "order"], ascending=[False, True])
    data["y"] = marks.label_rows(ax, data, "label", language)
    lower = data["parks_lower"].astype(float)
    upper = pd.Series(data["parks_upper"].to_numpy(dtype=float, na_value=np.nan), data.index)
    data["end"] = upper.fillna(1.2 * max([*lower, *upper.dropna(), 1]))
    ax.barh(data["y"], lower, height=0.5, color=marks.COLORS["park"])
    marks.link(data, ax.patches)
    ax.hlines(data["y"], lower, data["end"], color=INK, linewidth=1.5)
    for x, tip in ((lower, "|"), (upper, "|"), (data["end"].where(upper.isna()), ">")):
        ax.scatter(x, data["y"], s=60, marker=tip, color=INK, zorder=3, clip_on=False)
    kinds = np.select([upper.isna(), lower == upper], ["open", "exact"], "interval")
    named = np.where(data["parks_named"] > 0, "_named", "")
    data["key"] = [f"parks.{kind}{suffix}" for kind, suffix in zip(kinds, named, strict=True)]
    marks.label_right(ax, data, "end", language)
    marks.start_at_zero(ax, data["end"])
    return ax
