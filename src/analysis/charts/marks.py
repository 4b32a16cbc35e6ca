"""How statuses look, by colour and by shape; the rows and labels that charts share."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

import pandas as pd
import seaborn
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from analysis.charts.style import CONTEXT, MUTED
from analysis.errors import ArgumentError
from analysis.language import Language

STATUSES = ("home", "park", "both", "partner", "none")  # in order of mention
# Those of Okabe and Ito's colours with a contrast of 3:1 or more on white, and a grey.
COLORS = dict(zip(STATUSES, ("#D55E00", "#0072B2", "#CC79A7", "#009E73", CONTEXT), strict=True))
MARKERS = dict(zip(STATUSES, "*sDo.", strict=True))
SIZES = dict(zip(STATUSES, (180, 80, 70, 80, 80), strict=True))


def check_columns(columns: str, **table: pd.DataFrame) -> None:
    """Raise an ArgumentError that names every column the table lacks."""
    for argument, frame in table.items():
        missing = [column for column in columns.split() if column not in frame.columns]
        if missing:
            raise ArgumentError(argument, list(frame), "also columns " + ", ".join(missing))


def addresses(rows: pd.DataFrame) -> list[str | None]:
    """Return each row's ``link``; rows may lack it, and tables the column."""
    links = rows["link"] if "link" in rows else [None] * len(rows)
    return [url if isinstance(url, str) and url else None for url in links]


def link(rows: pd.DataFrame, artists: Iterable[Artist]) -> None:
    """Let each row's artist lead to the row's address."""
    for url, artist in zip(addresses(rows), artists, strict=True):
        artist.set_url(url)


def name_regions(frame: pd.DataFrame, regions: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the frame from north to south, with ``label`` and ``order`` of each region."""
    name = "name" if language.code == "vi" else "name_en"
    check_columns(f"vintage scheme region {name} order", regions=regions)
    labels = regions[["vintage", "scheme", "region", "order"]].assign(label=regions[name])
    named = frame.merge(labels, on=["vintage", "scheme", "region"])
    return named.sort_values("order", kind="stable", ignore_index=True)


def by_status(units: pd.DataFrame, then: str, language: Language) -> pd.DataFrame:
    """Return the units in the order of their status's mention, with its words as ``group``."""
    rank = units["status"].map(STATUSES.index)
    words = [language.text(f"charts.status.{status}") for status in units["status"]]
    return units.assign(rank=rank, group=words).sort_values(["rank", then], ignore_index=True)


def label_rows(
    ax: Axes, data: pd.DataFrame, label: str, language: Language, group: str | None = None
) -> pd.Series:
    """Make a row of each label, below a bold heading for each group, and return their y."""
    if data.empty:
        ax.text(0, 0, language.text("charts.nothing"))
    ticks, heads = [float(row) for row in range(len(data))], {}
    for index, name in enumerate(data[group] if group else ()):
        if name not in heads:
            ticks[index:] = [tick + 1.3 for tick in ticks[index:]]
            heads[name] = ticks[index] - 1
    places = [*heads.values(), *ticks]
    ax.set_yticks(places, [*heads, *(textwrap.fill(text, 24) for text in data[label])])
    for heading in ax.get_yticklabels()[: len(heads)]:
        heading.set(fontweight="bold", backgroundcolor="white")
        heading.set_in_layout(False)  # it may run on above the marks
    link(data, ax.get_yticklabels()[len(heads) :])
    ax.set_ylim(max(places, default=0) + 0.5, min(places, default=0) - 0.5)
    return pd.Series(ticks, data.index, dtype=float)


def label_right(ax: Axes, data: pd.DataFrame, x: str, language: Language) -> None:
    """Write right of each row's x and ``y`` the text of its ``key``, filled from its columns."""
    labels = []
    for row in data.to_dict("records"):
        text = language.text(f"charts.{row['key']}", **{str(name): row[name] for name in row})
        labels += [ax.annotate(text, (row[x], row["y"]), (9, 0), textcoords="offset points",
                               va="center_baseline")]  # fmt: skip
    link(data, labels)


def start_at_zero(ax: Axes, ends: pd.Series) -> None:
    """Let the x axis run from a line at 0 to the farthest end, without ticks: labels say more."""
    if ends.size:
        ax.axvline(0, color=MUTED, linewidth=1)
    ax.set(xlim=(0, max([*ends, 0.01])), xticks=[], xlabel="", ylabel="")


def draw_marks(ax: Axes, data: pd.DataFrame, x: str) -> None:
    """Draw the marker of ``status`` at each row's x and ``y``."""
    for status, rows in data.groupby("status", sort=False):
        color, marker, size = (looks[str(status)] for looks in (COLORS, MARKERS, SIZES))
        look = {"color": color, "marker": marker, "s": size, "zorder": 3, "clip_on": False}
        seaborn.scatterplot(rows, x=x, y="y", ax=ax, **look)
    ax.set(xlabel="", ylabel="")
