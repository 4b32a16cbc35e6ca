"""House style: fonts, greys, and a layout that is computed from the texts it has to hold."""

from __future__ import annotations

import textwrap
from contextlib import AbstractContextManager
from typing import Any, cast

import matplotlib as mpl
import seaborn
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.text import Text

from analysis.charts.caption import Caption

INK, MUTED, CONTEXT, RULE = "#222222", "#595959", "#8C8C8C", "#DDDDDD"
WIDTH, MARGIN, GAP, ROW = 6.4, 0.2, 0.13, 0.3  # inch
DPI = 144
OWN: dict[Any, Any] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib and has every Vietnamese letter
    "font.size": 10,
    "text.color": INK,
    "text.parse_math": False,
    "xtick.labelsize": 9,
    "ytick.labelsize": 10,
    "xtick.color": MUTED,
    "ytick.color": INK,
    "hatch.linewidth": 1.5,
}


def chart_style() -> AbstractContextManager[None]:
    """Return a context in which matplotlib draws in house style; outside nothing changes."""
    themes = seaborn.axes_style("white"), seaborn.plotting_context("paper")
    return mpl.rc_context({**themes[0], **themes[1], **OWN})


def new_figure(chart: str) -> tuple[Figure, Axes]:
    """Return a figure whose id is the chart's name, and its axes, apart from pyplot's state."""
    figure = Figure(figsize=(WIDTH, WIDTH), dpi=DPI)
    FigureCanvasAgg(figure)
    figure.set_gid(chart)
    axes = figure.add_subplot()
    axes.tick_params(length=0)
    seaborn.despine(ax=axes, left=True, bottom=True)
    return figure, axes


def finish(ax: Axes, caption: Caption) -> None:
    """Place title, subtitle and source, and fit figure and axes around all texts.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Drawn axes of :func:`new_figure`. One unit of its y axis becomes a row that the row's
        label fits into; a fixed aspect is kept.
    caption : Caption
        What to write.
    """
    figure = cast(Figure, ax.get_figure(root=True))
    texts = [
        figure.text(0, 0, caption.title, weight="bold", size=14),
        figure.text(0, 0, caption.subtitle, color=MUTED),
        figure.text(0, 0, caption.source, color=MUTED, size=8.5),
    ]
    for text in texts:
        text.set(x=MARGIN / WIDTH, verticalalignment="top", linespacing=1.25)
        _wrap(text)
    labels = [_size(label) for label in ax.get_yticklabels() if label.get_in_layout()]
    ax.tick_params(axis="y", pad=72 * (max((width for width, _ in labels), default=0) + GAP))
    for label in ax.get_yticklabels():
        label.set_horizontalalignment("left")

    columns, rows, aspect = abs(ax.viewLim.width), abs(ax.viewLim.height), ax.get_aspect()
    if aspect == "auto":
        row = max([ROW, *(height + GAP for _, height in labels)])
    else:
        row = float(aspect) * (WIDTH - 2 * MARGIN) / columns
    scale = max((_size(label)[1] + GAP for label in ax.get_xticklabels()), default=0)
    title, subtitle, source = (_size(text)[1] for text in texts)
    above, body = MARGIN + title + GAP + subtitle + GAP, rows * row + scale
    height = above + body + GAP + source + MARGIN
    figure.set_size_inches(WIDTH, height)
    for text, top in zip(texts, (MARGIN, MARGIN + title + GAP, above + body + GAP), strict=True):
        text.set_y(1 - top / height)
    side, bottom = MARGIN / WIDTH, 1 - (above + body) / height
    layout = ConstrainedLayoutEngine(rect=(side, bottom, 1 - 2 * side, body / height))
    layout.set(w_pad=0, h_pad=0)
    for _ in range(3):  # direct labels move with the scale that they narrow
        layout.execute(figure)


def _wrap(text: Text) -> None:
    """Break a text's lines so that it fits between the margins."""
    words, limit, needed = text.get_text(), WIDTH - 2 * MARGIN, _size(text)[0]
    columns = len(words) if needed <= limit else int(len(words) * limit / needed * 1.2)
    while _size(text)[0] > limit and columns > 1:
        text.set_text(textwrap.fill(words, columns))
        columns -= 1


def _size(text: Text) -> tuple[float, float]:
    box = text.get_window_extent()
    return box.width / DPI, box.height / DPI
