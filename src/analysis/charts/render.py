"""Figures to bytes: the same figure gives the same bytes in every run."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.text import Text

from analysis.charts.caption import Caption

LINK = re.compile(r'<a xlink:href="([^"]*)" target="_blank">')
PLACES, FRACTION = re.compile(r' d="[^"]*"|translate\([^)]*\)'), re.compile(r"(\.\d\d)\d+")
SILENT = dict.fromkeys(("Date", "Creator", "Format", "Type"))


def to_svg(figure: Figure, caption: Caption) -> bytes:
    """Return a finished figure as UTF-8 SVG that can stand in a page.

    Its ``<title>`` and ``<desc>`` are the caption's title and alternative text, for screen readers,
    and each link is named by the labels that lead there. Places are kept to a hundredth of a point.
    """
    file = BytesIO()
    with mpl.rc_context({"svg.hashsalt": "parkspread", "svg.fonttype": "path"}):
        figure.savefig(file, format="svg", metadata=SILENT)
    _, _, svg = file.getvalue().decode().partition("<svg ")  # drop prolog and document type
    attributes, _, content = svg.partition(">")
    words = f"<title>{escape(caption.title)}</title>\n<desc>{escape(caption.alternative)}</desc>"
    names = _names(figure)
    role = "group" if names else "img"  # what is in an image cannot be reached by keyboard
    content = PLACES.sub(lambda found: FRACTION.sub(r"\1", found[0]), _name_links(content, names))
    return f'<svg role="{role}" {attributes}>\n{words}{content}'.encode()


def to_png(figure: Figure) -> bytes:
    """Return a finished figure as PNG at the figure's own resolution."""
    file = BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def _names(figure: Figure) -> dict[str, list[str]]:
    """Return the labels that lead to each address; names on the axis come before numbers in it."""
    names: dict[str, list[str]] = {}
    for artist in reversed(figure.findobj(lambda each: bool(each.get_url()))):
        labels = names.setdefault(str(artist.get_url()), [])
        labels += [" ".join(artist.get_text().split())] if isinstance(artist, Text) else []
    return names


def _name_links(svg: str, names: dict[str, list[str]]) -> str:
    """Name the links and open them in the same window; of several to one address, tab meets one."""
    left = dict(names)

    def named(match: re.Match[str]) -> str:
        url = unescape(match[1])
        once = f"tabindex={quoteattr('0' if url in left else '-1')}"
        label = ", ".join(dict.fromkeys(names.get(url, ()))) or url
        left.pop(url, None)
        return f'<a role="link" xlink:href={quoteattr(url)} aria-label={quoteattr(label)} {once}>'

    return LINK.sub(named, svg)
