"""Figures to bytes: the same figure gives the same bytes in every run."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.figure import Figure

from analysis.charts.caption import Caption

SILENT = dict.fromkeys(("Date", "Creator", "Format", "Type"))


def to_svg(figure: Figure, caption: Caption) -> bytes:
    """Return a finished figure as UTF-8 SVG that can stand in a page.

    Its ``<title>`` and ``<desc>`` are the caption's title and alternative text, for screen readers.
    """
    file = BytesIO()
    with mpl.rc_context({"svg.hashsalt": "parkspread", "svg.fonttype": "path"}):
        figure.savefig(file, format="svg", metadata=SILENT)
    _, _, svg = file.getvalue().decode().partition("<svg ")  # drop prolog and document type
    attributes, _, content = svg.partition(">")
    words = f"<title>{escape(caption.title)}</title>\n<desc>{escape(caption.alternative)}</desc>"
    return f'<svg role="img" {attributes}>\n{words}{content}'.encode()


def to_png(figure: Figure) -> bytes:
    """Return a finished figure as PNG at the figure's own resolution."""
    file = BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()
