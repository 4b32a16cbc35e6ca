"""Names beside the country, each tied to its place by a line, none over another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.text import Text

from analysis.charts.marks import link
from analysis.charts.style import DPI, INK, MARGIN, MUTED, WIDTH

Box = tuple[float, float, float, float]  # left, bottom, right, top in data coordinates
HEIGHT = 0.38  # degrees of latitude that a name takes
GAP = 0.3
LEFT_OUT = 1e6  # the cost of leaving a name out
FEW = 24  # so many names the east coast has place for


def callouts(ax: Axes, places: pd.DataFrame, coast: np.ndarray, taken: Sequence[Box]) -> None:
    """Write names along the coast nearest in latitude, in the order of their places.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Axes with their final limits, as wide as a figure of the house style.
    places : pandas.DataFrame
        `x`, `y`, `text`, perhaps `link`.
    coast : numpy.ndarray, shape (N, 2)
        Points of the country's outline.
    taken : sequence of tuple of float
        Boxes that names keep clear of. A name that finds no place is left out.
    """
    east = pd.Series(True, places.index)
    if len(places) > FEW:
        edges = [_edges(coast, y) for y in places["y"]]
        middle = np.array([(west + far) / 2 for west, far in edges])
        east = places["x"] >= middle
    for side, rows in places.groupby(np.where(east, "left", "right")):
        _write(ax, rows.sort_values(["y", "x"], ascending=[False, True]), str(side), coast, taken)


def _write(
    ax: Axes, places: pd.DataFrame, align: str, coast: np.ndarray, taken: Sequence[Box]
) -> None:
    """Write names on one side: those in the east are aligned left."""
    bottom, top = sorted(ax.get_ylim())
    sign = 1 if align == "left" else -1
    slots = []
    for y in np.arange(top - HEIGHT / 2, bottom + HEIGHT / 2, -HEIGHT):
        near = _edges(coast, y)
        slots.append(((near[1] if sign > 0 else near[0]) + sign * GAP, y))
    texts = [
        ax.text(0, 0, text, size=9, ha=align, va="center_baseline", color=INK)
        for text in places["text"]
    ]
    cost = np.full((len(texts), len(slots)), np.inf)
    for row, (text, x, y) in enumerate(zip(texts, places["x"], places["y"], strict=True)):
        width = _width(ax, text)
        for column, (slot_x, slot_y) in enumerate(slots):
            end = slot_x + sign * width
            box = (min(slot_x, end), slot_y - HEIGHT / 2, max(slot_x, end), slot_y + HEIGHT / 2)
            if _inside(ax, box) and not any(_meet(box, other) for other in taken):
                cost[row, column] = (slot_y - y) ** 2 + 0.1 * abs(slot_x - x)
    chosen = in_order(cost)
    for text, slot, x, y in zip(texts, chosen, places["x"], places["y"], strict=True):
        if slot is None:
            text.set_visible(False)
            continue
        text.set_position(slots[slot])
        ends = (x, slots[slot][0] - sign * GAP / 4), (y, slots[slot][1])
        ax.plot(*ends, color=MUTED, linewidth=0.7, zorder=4)
    link(places, texts)


def in_order(cost: np.ndarray) -> list[int | None]:
    """Return the column of each row, rising, that cost least in all; None for rows left out.

    Parameters
    ----------
    cost : numpy.ndarray, shape (rows, columns)
        Infinite where a row must not stand.

    Examples
    --------
    >>> in_order(np.array([[0.0, 1.0, 4.0], [0.0, 1.0, 4.0]]))
    [0, 1]
    """
    rows, columns = cost.shape
    best = np.zeros((rows + 1, columns + 1))
    best[1:, 0] = LEFT_OUT * np.arange(1, rows + 1)
    for row, column in np.ndindex(rows, columns):
        best[row + 1, column + 1] = min(
            best[row + 1, column], best[row, column + 1] + LEFT_OUT,
            best[row, column] + cost[row, column],
        )  # fmt: skip
    chosen: list[int | None] = [None] * rows
    row, column = rows, columns
    while row and column:
        if best[row, column] == best[row, column - 1]:
            column -= 1
            continue
        if best[row, column] == best[row - 1, column - 1] + cost[row - 1, column - 1]:
            column -= 1
            chosen[row - 1] = column
        row -= 1
    return chosen


def _edges(coast: np.ndarray, y: float) -> tuple[float, float]:
    """Return the west and east ends of the country near a latitude, or of its nearest point."""
    distance = np.abs(coast[:, 1] - y)
    near = coast[distance <= max(HEIGHT, distance.min()), 0]
    return float(near.min()), float(near.max())


def _width(ax: Axes, text: Text) -> float:
    left, right = ax.get_xlim()
    inches = float(text.get_window_extent().width) / DPI
    return inches * (right - left) / (WIDTH - 2 * MARGIN)


def _inside(ax: Axes, box: Box) -> bool:
    left, right = ax.get_xlim()
    return left <= box[0] and box[2] <= right


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
