"""Links of a chart's rows: where they lead in SVG, and that a table may do without."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

from analysis.charts.caption import Caption
from analysis.charts.render import to_svg
from analysis.language import Language
from test_charts import CHARTS, draw, make_data

HARD = 'data.html?a=1&b="<script>"#Ắ'
WORDS = Caption("Title", "Unit", "Source", "Words")
LINK = "{http://www.w3.org/1999/xlink}href"


def linked(chart: str, links: list[Any]) -> ElementTree.Element:
    """Return the SVG of a chart whose first rows have these links."""
    data = make_data(chart, 2023)
    column = [*links, *[None] * len(data[0])][: len(data[0])]
    data[0] = data[0].assign(link=pd.Series(column, data[0].index, dtype=object))
    figure, _, words = draw(chart, data, Language("vi"), WORDS)
    return ElementTree.fromstring(to_svg(figure, words))


def anchors(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [element for element in root.iter() if element.tag.endswith("}a")]


@pytest.mark.parametrize("chart", CHARTS)
def test_rows_lead_to_their_links_by_name_and_keyboard(chart: str) -> None:
    links = [f"#row-{row}" for row in range(63)]
    root = linked(chart, links)
    found = anchors(root)
    assert root.attrib["role"] == "group"
    assert {element.attrib[LINK] for element in found} <= set(links)
    reached = [element for element in found if element.attrib["tabindex"] == "0"]
    addresses = [element.attrib[LINK] for element in reached]
    assert len(addresses) == len(set(addresses)) > 4
    assert all("target" not in element.attrib for element in found)
    assert all(not element.attrib["aria-label"].startswith("#") for element in reached)


def test_a_link_is_named_by_the_labels_that_lead_there() -> None:
    data = make_data("reach", 2023)
    named = "#" + data[0]["name"]
    data[0] = data[0].assign(link=named)
    figure, _, words = draw("reach", data, Language("vi"), WORDS)
    labels = {
        element.attrib[LINK]: element.attrib["aria-label"]
        for element in anchors(ElementTree.fromstring(to_svg(figure, words)))
    }
    assert re.fullmatch(r"Bắc Ninh, 1\.\d+ km", labels["#Bắc Ninh"])
    assert "#Bình Dương" not in labels  # no row of its own


@pytest.mark.parametrize("chart", CHARTS)
def test_without_links_a_chart_is_one_picture(chart: str) -> None:
    root = linked(chart, [None, float("nan"), ""])
    assert root.attrib["role"] == "img"
    assert anchors(root) == []


def test_a_hostile_address_stays_text() -> None:
    root = linked("tile_grid", [HARD])
    assert {element.attrib[LINK] for element in anchors(root)} == {HARD}
    assert not [element for element in root.iter() if element.tag.endswith("script")]
