"""The charts: what they draw, that every text has its place, and that bytes do not change."""

from __future__ import annotations

import itertools
import os
import re
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import matplotlib as mpl
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from analysis.charts.areas import LOOKS
from analysis.charts.caption import Caption, caption
from analysis.charts.choropleth import choropleth
from analysis.charts.marks import COLORS, MARKERS, STATUSES
from analysis.charts.merger import merger
from analysis.charts.reach import reach
from analysis.charts.reach_map import reach_map
from analysis.charts.region_coverage import region_coverage
from analysis.charts.region_parks import region_parks
from analysis.charts.region_peers import region_peers
from analysis.charts.render import to_png, to_svg
from analysis.charts.status_matrix import status_matrix
from analysis.charts.style import CONTEXT, INK, MUTED, chart_style, finish, new_figure
from analysis.charts.tile_grid import tile_grid
from analysis.errors import ArgumentError
from analysis.language import LANGUAGES, Language

REFERENCE = Path(__file__).parents[1] / "data/raw/reference"
HOME = "74"
PARKS = ("27", "30", "31", "40", "51", "52")
PARTNERS = ("34", "36", "38", "42", "46", "56", "60", "70", "72")
TOTAL = 11
KEYS = ["vintage", "scheme", "region"]


@cache
def reference(name: str) -> pd.DataFrame:
    codes = dict.fromkeys(
        ("code", "code_2023", "code_2025", "tile", "outline", "belongs_to"), "str"
    )
    return pd.read_csv(REFERENCE / f"{name}.csv", dtype=codes)


def successor(code: str, vintage: int) -> str:
    table = reference("successions").set_index("code_2023")["code_2025"]
    return code if vintage == 2023 else str(table[code])


@cache
def make_units(
    vintage: int, parks: tuple[str, ...] = PARKS, partners: tuple[str, ...] = PARTNERS
) -> pd.DataFrame:
    units = reference("admin_units").query("vintage == @vintage")
    places = reference("unit_regions").query("vintage == @vintage")
    for scheme, rows in places.groupby("scheme"):
        units = units.assign(**{str(scheme): units["code"].map(rows.set_index("code")["region"])})
    named = pd.Series([successor(code, vintage) for code in parks], dtype="str").value_counts()
    lower = units["code"].map(named).fillna(0).astype(int)
    partner = units["code"].isin([successor(code, vintage) for code in partners])
    home = units["code"] == successor(HOME, vintage)
    status = pd.Series("none", units.index).mask(partner, "partner").mask(lower > 0, "park")
    status = status.mask((lower > 0) & partner, "both").mask(home, "home")
    point = units[home].iloc[0]
    degrees = (units["latitude"] - point.latitude) ** 2 + (
        units["longitude"] - point.longitude
    ) ** 2
    return units.assign(
        region=units["socio_economic"],
        is_home=home,
        parks_named=(lower > 0).astype(int),
        parks_lower=lower,
        partner=partner,
        status=status,
        distance_km=(111 * degrees**0.5).round(1),
    )


def make_regions(units: pd.DataFrame, scheme: str = "socio_economic") -> pd.DataFrame:
    """Return region_spread and region_coverage in one table."""
    covered = (units["parks_named"] > 0) | units["partner"]
    groups = units.assign(covered=covered).groupby(units[scheme])
    table = pd.DataFrame(
        {
            "units": groups.size(),
            "parks_named": groups["parks_named"].sum(),
            "park_units": groups["parks_named"].sum(),
            "parks_lower": groups["parks_lower"].sum(),
            "partner_units": groups["partner"].sum(),
            "covered_units": groups["covered"].sum(),
        }
    )
    left = TOTAL - units["parks_lower"].sum()
    table["parks_upper"] = (table["parks_lower"] + left).astype("Int64")
    table["units_before"] = table["park_units"] / table["units"]
    table["units_after"] = table["covered_units"] / table["units"]
    table = table.rename_axis("region").reset_index()
    return table.assign(vintage=units["vintage"].iloc[0], scheme=scheme)


def make_values(vintage: int, language: Language, **facts: tuple[str, ...]) -> dict[str, Any]:
    """Return headline measures and names as a report passes them."""
    units = make_units(vintage, **facts)
    regions = make_regions(units)
    name = "name" if language.code == "vi" else "name_en"
    named = reference("regions").query("vintage == @vintage and scheme == 'socio_economic'")
    names = regions["region"].map(named.set_index("region")[name])
    values: dict[str, Any] = {
        "programme": "VSIP",
        "vintage": vintage,
        "home": units.loc[units["is_home"], "name"].iloc[0],
        "units_total": len(units),
        "parks_stated": TOTAL,
        "unplaced_parks": TOTAL - units["parks_lower"].sum(),
        "park_units": units["parks_named"].sum(),
        "partner_units": units["partner"].sum(),
        "both_units": (units["status"] == "both").sum(),
        "park_names": list(units.loc[units["parks_named"] > 0, "name"]),
        "partner_names": list(units.loc[units["partner"], "name"]),
        "park_share_units": units["parks_named"].mean(),
        "regions_total": len(regions),
        "regions_with_parks": (regions["parks_named"] > 0).sum(),
        "regions_covered": (regions["covered_units"] > 0).sum(),
        "top_park_regions": list(names[regions["parks_named"] == regions["parks_named"].max()]),
        "top_partner_regions": list(
            names[regions["partner_units"] == regions["partner_units"].max()]
        ),
        "province": "Gia Lai",
        "region": names.iloc[-1],
        "status": language.text("charts.status.both"),
        "region_units": 5,
        "region_covered_units": 1,
    }
    values["covered_units_without_home"] = regions["covered_units"].sum()
    values["covered_share_without_home"] = regions["covered_units"].sum() / len(units)
    held = (units["parks_named"] > 0) | units["partner"]
    for measure in ("area_km2", "population"):
        name = f"covered_share_{measure.removesuffix('_km2')}"
        values[name] = units.loc[held, measure].sum() / units[measure].sum()
    for year in (2023, 2025):
        other = make_units(year, **facts)
        covered = ((other["parks_named"] > 0) | other["partner"]).sum()
        values |= {f"units_total_{year}": len(other), f"covered_units_without_home_{year}": covered}
        values[f"covered_share_without_home_{year}"] = covered / len(other)
    for kind, mask in (("park", units["parks_named"] > 0), ("partner", units["partner"])):
        away = units[mask & ~units["is_home"]].sort_values("distance_km")
        for statistic in ("min", "median", "max") if len(away) else ():
            measure = f"reach_{statistic}_{kind}s_km"
            values[measure] = getattr(away["distance_km"], statistic)()
        values[f"nearest_{kind}"] = away["name"].iloc[0] if len(away) else ""
        values[f"farthest_{kind}"] = away["name"].iloc[-1] if len(away) else ""
    return values


Drawn = tuple[Figure, Any, Caption]
CHARTS: dict[str, Callable[..., Axes]] = {
    "tile_grid": tile_grid,
    "choropleth": choropleth,
    "reach_map": reach_map,
    "region_parks": region_parks,
    "region_coverage": region_coverage,
    "status_matrix": status_matrix,
    "reach": reach,
    "merger": merger,
    "region_peers": region_peers,
}


def make_data(
    chart: str, vintage: int, scheme: str = "socio_economic", **facts: tuple[str, ...]
) -> list[Any]:
    units = make_units(vintage, **facts)
    regions = reference("regions")
    rows = make_regions(units, scheme)
    old, new = make_units(2023, **facts), make_units(2025, **facts)
    tables: dict[str, list[Any]] = {
        "tile_grid": [units, reference("tile_grid")],
        "choropleth": [units, reference("outlines")],
        "reach_map": [units, reference("admin_units"), reference("outlines")],
        "region_parks": [rows, regions],
        "region_coverage": [rows, regions],
        "status_matrix": [units, regions],
        "reach": [units],
        "merger": [old, new, reference("successions")],
        "region_peers": [units, "52"],
    }
    return tables[chart]


def draw(chart: str, data: list[Any], language: Language, words: Caption) -> Drawn:
    with chart_style():
        figure, ax = new_figure(chart)
        assert CHARTS[chart](*data, ax, language) is ax
        finish(ax, words)
    return figure, ax, words


def drawn(chart: str, vintage: int = 2023, code: str = "en", **facts: tuple[str, ...]) -> Drawn:
    language = Language(code)
    source = "VSIP parks and agreements: article of 25 March 2023; boundaries and areas: GSO."
    words = caption(chart, language, make_values(vintage, language, **facts), source)
    return draw(chart, make_data(chart, vintage, "socio_economic", **facts), language, words)


def texts(figure: Figure) -> list[Text]:
    ax: Any = figure.axes[0]
    ticks = [*ax.get_xticklabels(), *ax.get_yticklabels()]
    found = [*figure.texts, *ax.texts, *ticks]
    return [text for text in found if text.get_visible() and text.get_text()]


def boxes(figure: Figure) -> list[tuple[str, Bbox]]:
    return [(text.get_text(), text.get_window_extent()) for text in texts(figure)]


def assert_every_text_has_its_place(figure: Figure) -> None:
    to_png(figure)  # draws; a missing glyph would be a warning, and that an error
    page = figure.bbox
    found = boxes(figure)
    for text, box in found:
        assert page.x0 <= box.x0, text
        assert box.x1 <= page.x1, text
        assert page.y0 <= box.y0, text
        assert box.y1 <= page.y1, text
    for (one, box), (other, next_box) in itertools.combinations(found, 2):
        assert not box.overlaps(next_box), (one, other)


def labels_of(ax: Any) -> list[str]:
    return [text.get_text() for text in ax.texts]


def rows_of(ax: Any) -> dict[str, float]:
    """Return the y of each row's label."""
    labels = [label.get_text() for label in ax.get_yticklabels()]
    return dict(zip(labels, map(float, ax.get_yticks()), strict=True))


def points_of(ax: Any, status: str) -> set[tuple[float, float]]:
    """Return where markers of a status stand."""
    found = [
        collection.get_offsets()
        for collection in ax.collections
        if [to_hex(face).upper() for face in collection.get_facecolor()] == [COLORS[status]]
    ]
    return {(float(x), float(y)) for offsets in found for x, y in offsets}


def luminance(color: str) -> float:
    channels = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in to_rgb(color)
    ]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: str, other: str = "#FFFFFF") -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


# ---------------------------------------------------------------- layout


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("vintage", [2023, 2025])
@pytest.mark.parametrize("chart", CHARTS)
def test_every_text_has_its_place(chart: str, vintage: int, code: str) -> None:
    figure, _, _ = drawn(chart, vintage, code)
    assert_every_text_has_its_place(figure)


@pytest.mark.parametrize("facts", [{"parks": ()}, {"partners": ()}, {"parks": (), "partners": ()}])
@pytest.mark.parametrize("chart", CHARTS)
def test_texts_have_their_place_without_parks_or_partners(
    chart: str, facts: dict[str, tuple[str, ...]]
) -> None:
    for code in LANGUAGES:
        figure, _, _ = drawn(chart, 2025, code, **facts)
        assert_every_text_has_its_place(figure)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("scheme", ["key_economic", "north_centre_south"])
@pytest.mark.parametrize("chart", ["region_parks", "region_coverage"])
def test_texts_have_their_place_in_other_schemes(chart: str, scheme: str, code: str) -> None:
    data = make_data(chart, 2023, scheme)
    figure, ax, _ = draw(chart, data, Language(code), Caption("Title", "Unit", "Source", "Words"))
    assert_every_text_has_its_place(figure)
    assert len(ax.get_yticklabels()) == len(data[0])


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_texts_have_their_place_for_a_province_of_every_region(vintage: int) -> None:
    units = make_units(vintage)
    words = Caption("Title", "Unit", "Source", "Words")
    for region in units.groupby("region")["code"].last():
        figure, _, _ = draw("region_peers", [units, region], Language("vi"), words)
        assert_every_text_has_its_place(figure)


HARD_TITLES = (
    "Short",
    "Khu công nghiệp được nêu tên ở sáu tỉnh, thành; " * 4,
    "W" * 300,
    "<script>alert('Ắ')</script> & \"x\" $x_1$ \u200fẰ " * 7,
)


@pytest.mark.parametrize("title", HARD_TITLES)
@pytest.mark.parametrize("chart", ["tile_grid", "reach", "reach_map"])
def test_titles_of_any_length_fit(chart: str, title: str) -> None:
    words = Caption(title, title[:150], title[:120], "Words")
    figure, ax, _ = draw(chart, make_data(chart, 2023), Language("en"), words)
    assert_every_text_has_its_place(figure)
    shown = "".join(figure.texts[0].get_text().split())
    assert shown == "".join(title.split())
    to_png(figure)
    assert ax.get_tightbbox().y1 < figure.texts[1].get_window_extent().y0


def test_no_line_shows_through_a_heading() -> None:
    _, ax, _ = drawn("reach")
    headings = [label for label in ax.get_yticklabels() if label.get_fontweight() == "bold"]
    assert [to_hex(label.get_bbox_patch().get_facecolor()) for label in headings] == ["#ffffff"] * 2


def test_headings_start_at_the_left_margin() -> None:
    figure, ax, _ = drawn("reach")
    starts = [text.get_window_extent().x0 for text in (*figure.texts, *ax.get_yticklabels())]
    assert max(starts) - min(starts) < 6  # pixels; letters' own side bearings differ


@pytest.mark.parametrize("vintage", [2023, 2025])
def test_tile_labels_stay_inside_their_tiles(vintage: int) -> None:
    figure, ax, _ = drawn("tile_grid", vintage)
    to_png(figure)
    tiles = [tile.get_window_extent() for tile in ax.patches]
    for text, box in boxes(figure):
        centre = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        for tile in tiles:
            if tile.contains(*centre):
                assert tile.contains(*box.min), text
                assert tile.contains(*box.max), text


# ---------------------------------------------------------------- colours


@pytest.mark.parametrize("color", [*COLORS.values(), CONTEXT, INK, MUTED])
def test_colours_stand_out_on_white(color: str) -> None:
    assert contrast(color) >= 3


def test_texts_on_tiles_stand_out() -> None:
    for face, edge, ink, _, _ in LOOKS.values():
        assert contrast(ink, face) >= 4.5
        assert max(contrast(face), contrast(edge)) >= 3 or face == LOOKS["none"][0]


def test_statuses_differ_in_more_than_colour() -> None:
    assert len({MARKERS[status] for status in STATUSES}) == len(STATUSES)
    solid = {
        status: look for status, look in LOOKS.items() if status not in ("none", "archipelago")
    }
    looks = {(status == "home", look[0] == "#FFFFFF", look[3]) for status, look in solid.items()}
    assert len(looks) == len(solid)


# ---------------------------------------------------------------- tile grid


@pytest.mark.parametrize(("vintage", "parks", "partners"), [(2023, 6, 9), (2025, 5, 9)])
def test_tile_grid_colours_every_unit_by_status(vintage: int, parks: int, partners: int) -> None:
    _, ax, _ = drawn("tile_grid", vintage)
    faces = [to_hex(tile.get_facecolor()).upper() for tile in ax.patches if tile.get_width() > 0.9]
    hatched = [tile for tile in ax.patches if tile.get_hatch() and tile.get_width() > 0.9]
    assert faces.count(COLORS["park"]) == parks
    assert faces.count(COLORS["home"]) == 1
    assert len(hatched) == partners
    assert len(faces) == len(make_units(vintage)) + 2


def test_tile_grid_names_both_archipelagos_in_hollow_tiles() -> None:
    _, ax, _ = drawn("tile_grid", 2025)
    names = {text.get_text().replace("\n", " "): text.get_position() for text in ax.texts}
    assert {"Hoàng Sa", "Trường Sa"} <= set(names)
    for name in ("Hoàng Sa", "Trường Sa"):
        x, y = names[name]
        tile = next(t for t in ax.patches if (t.get_x() + 0.46, t.get_y() + 0.45) == (x, y))
        assert to_hex(tile.get_facecolor()) == "#ffffff"


def test_tile_grid_marks_home_with_a_star_and_counts_in_the_legend() -> None:
    _, ax, _ = drawn("tile_grid", 2023, "vi")
    labels = [re.sub(r"\s", " ", label) for label in labels_of(ax)]
    assert "★ Bình Dương" in labels
    assert {"Có KCN (6)", "Đã ký kết xây KCN (9)", "Chưa nêu tên (47)"} <= set(labels)


# ---------------------------------------------------------------- regions


def test_region_parks_draws_bars_and_intervals_in_order() -> None:
    _, ax, _ = drawn("region_parks", 2023)
    assert [bar.get_width() for bar in ax.patches] == [3, 3, 0, 0, 0, 0]
    lines = ax.collections[0].get_segments()
    assert [(line[0][0], line[1][0]) for line in lines] == [(3, 8)] * 2 + [(0, 5)] * 4
    assert labels_of(ax)[0] == "3–8 (3 provinces named)"
    assert labels_of(ax)[-1] == "0–5"
    assert next(iter(rows_of(ax))) == "Red River Delta"


def test_region_parks_counts_a_merged_unit_once_and_its_parks_twice() -> None:
    _, ax, _ = drawn("region_parks", 2025)
    assert labels_of(ax)[0] == "3–8 (2 provinces named)"


def test_region_parks_draws_an_open_interval_as_an_arrow() -> None:
    data = make_data("region_parks", 2023)
    data[0]["parks_upper"] = pd.array([pd.NA] * len(data[0]), dtype="Int64")
    figure, ax, _ = draw("region_parks", data, Language("en"), Caption("a", "b", "c", "d"))
    assert labels_of(ax)[0] == "3 or more (3 provinces named)"
    arrows = ax.collections[-1].get_offsets()
    assert min(float(x) for x, _ in arrows) > 3
    assert_every_text_has_its_place(figure)


def test_region_parks_says_one_number_where_nothing_is_open() -> None:
    data = make_data("region_parks", 2023)
    data[0]["parks_upper"] = data[0]["parks_lower"]
    _, ax, _ = draw("region_parks", data, Language("vi"), Caption("a", "b", "c", "d"))
    assert labels_of(ax)[:3] == ["3 (nêu tên 3 tỉnh, thành)"] * 2 + ["0"]


def test_region_coverage_draws_before_and_after() -> None:
    _, ax, _ = drawn("region_coverage", 2023)
    lines = [tuple(line[:, 0]) for line in ax.collections[0].get_segments()]
    assert lines[0] == pytest.approx((3 / 14, 8 / 14))
    assert lines[1] == pytest.approx((3 / 11, 5 / 11))
    assert labels_of(ax)[:3] == [
        "3 → 8 of 14 (57.1%)",
        "3 → 5 of 11 (45.5%)",
        "0 → 2 of 6 (33.3%)",
    ]
    assert {x for x, _ in points_of(ax, "park")} == {0, 3 / 14, 3 / 11}
    assert max(x for x, _ in points_of(ax, "partner")) == 8 / 14


def test_region_labels_are_in_the_language_and_vintage() -> None:
    _, ax, _ = drawn("region_coverage", 2025, "vi")
    assert "Duyên hải Nam Trung Bộ\nvà Tây Nguyên" in rows_of(ax)


# ---------------------------------------------------------------- provinces


def test_status_matrix_has_a_dot_for_every_status_held() -> None:
    units = make_units(2023, partners=(*PARTNERS, "27"))
    data = [units, reference("regions")]
    _, ax, _ = draw("status_matrix", data, Language("en"), Caption("a", "b", "c", "d"))
    rows = rows_of(ax)
    assert points_of(ax, "home") == {(0, rows["Bình Dương"])}
    assert {y for _, y in points_of(ax, "park")} == {rows[n] for n in named(units, PARKS)}
    assert len(points_of(ax, "partner")) == 10
    assert (1, rows["Bắc Ninh"]) in points_of(ax, "park")
    assert (2, rows["Bắc Ninh"]) in points_of(ax, "partner")


def named(units: pd.DataFrame, codes: tuple[str, ...]) -> list[str]:
    return list(units.loc[units["code"].isin(codes), "name"])


def test_status_matrix_groups_provinces_by_region_from_the_north() -> None:
    _, ax, _ = drawn("status_matrix", 2023)
    rows = rows_of(ax)
    assert rows["Red River Delta"] < rows["Nam Định"] < rows["North Central and Central Coast"]
    assert rows["Bình Thuận"] < rows["Southeast"] < rows["Tây Ninh"]
    bold = {t.get_text() for t in ax.get_yticklabels() if t.get_fontweight() == "bold"}
    assert bold == {"Red River Delta", "North Central and Central Coast", "Southeast"}


def test_reach_is_sorted_within_parks_and_partners() -> None:
    _, ax, _ = drawn("reach", 2023)
    units, rows = make_units(2023).set_index("name"), rows_of(ax)
    assert [float(x) for x, _ in sorted(points_of(ax, "park"), key=lambda p: p[1])] == sorted(
        units.loc[units["status"] == "park", "distance_km"]
    )
    assert rows["Park named"] < rows["Bắc Ninh"] < rows["Signed to build"] < rows["Thái Bình"]
    assert "Bình Dương" not in rows


def test_reach_labels_follow_the_language() -> None:
    _, english, _ = drawn("reach", 2023, "en")
    _, vietnamese, _ = drawn("reach", 2023, "vi")
    pairs = zip(labels_of(english), labels_of(vietnamese), strict=True)
    assert all(one.replace(",", ".") == other for one, other in pairs)
    assert any("," in label for label in labels_of(english))


def test_merger_lets_two_lines_meet_where_provinces_merged() -> None:
    _, ax, _ = drawn("merger")
    rows = rows_of(ax)
    ends = {float(line.get_ydata()[0]): float(line.get_ydata()[1]) for line in ax.lines}
    assert ends[rows["Hải Phòng"]] == ends[rows["Hải Dương"]]
    assert len(set(ends.values())) == len(ends) - 1 == 15
    assert {"Gia Lai (from 2)", "Hải Phòng (from 2)", "Lâm Đồng (from 3)"} <= set(labels_of(ax))
    assert "Nghệ An" in labels_of(ax)


def test_merger_shows_a_park_and_a_partner_that_merge_as_both() -> None:
    parks, partners = ("30", "35"), ("31", "36", "37")
    figure, ax, _ = drawn("merger", parks=parks, partners=partners)
    assert len(points_of(ax, "both")) == 2
    right = sorted(y for x, y in set().union(*(points_of(ax, s) for s in STATUSES)) if x == 1)
    assert min(b - a for a, b in itertools.pairwise(right)) >= 1
    assert_every_text_has_its_place(figure)


def test_region_peers_sets_off_one_province() -> None:
    _, ax, _ = drawn("region_peers", 2023)
    bold = [t.get_text() for t in (*ax.get_yticklabels(), *ax.texts) if t.get_weight() == "bold"]
    assert bold == ["Bình Định", "1.5 million · Park named"]
    edges = [bar.get_linewidth() for bar in ax.patches]
    assert edges.count(2) == 1
    widths = [bar.get_width() for bar in ax.patches]
    assert widths == sorted(widths, reverse=True)
    assert len(widths) == 14


def test_region_peers_refuses_an_unknown_code() -> None:
    with chart_style(), pytest.raises(ArgumentError, match="code: got '99'"):
        region_peers(make_units(2025), "99", new_figure("region_peers")[1], Language("en"))


# ---------------------------------------------------------------- nothing, and wrong tables


@pytest.mark.parametrize(
    ("chart", "code", "says"),
    [("reach", "en", "Nothing to show"), ("reach", "vi", "Không có đơn vị nào để hiển thị")],
)
def test_an_empty_chart_says_so(chart: str, code: str, says: str) -> None:
    figure, ax, words = drawn(chart, 2023, code, parks=(), partners=())
    assert any(says in label for label in labels_of(ax))
    assert_every_text_has_its_place(figure)
    assert words.title == figure.texts[0].get_text().replace("\n", " ")


def test_a_scheme_without_regions_gives_a_chart_that_says_so() -> None:
    for chart in ("region_parks", "region_coverage"):
        data = make_data(chart, 2025)
        words = Caption("a", "b", "c", "d")
        _, ax, _ = draw(chart, [data[0].head(0), data[1]], Language("en"), words)
        assert labels_of(ax) == ["Nothing to show: no unit fits."]


def test_distances_without_a_known_home_are_not_drawn() -> None:
    units = make_units(2023).assign(distance_km=float("nan"))
    _, ax, _ = draw("reach", [units], Language("en"), Caption("a", "b", "c", "d"))
    assert labels_of(ax) == ["Nothing to show: no unit fits."]


def tables_of(chart: str) -> Iterator[tuple[int, str]]:
    needed = {
        "tile_grid": ["vintage code status", "vintage tile label row column"],
        "choropleth": ["vintage code name status", "vintage outline name geometry"],
        "reach_map": [
            "vintage code name status distance_km",
            "vintage code latitude longitude",
            "vintage outline name geometry",
        ],
        "region_parks": [
            "vintage scheme region parks_named parks_lower parks_upper",
            "vintage scheme region name_en order",
        ],
        "region_coverage": [
            "vintage scheme region units park_units covered_units units_before units_after",
            "vintage scheme region name_en order",
        ],
        "status_matrix": ["vintage name region status", "vintage scheme region name_en order"],
        "reach": ["name status distance_km"],
        "merger": ["code name status", "code name status", "code_2023 code_2025"],
        "region_peers": ["code name region status population"],
    }[chart]
    for position, columns in enumerate(needed):
        for column in columns.split():
            yield position, column


@pytest.mark.parametrize(
    ("chart", "position", "column"),
    [(chart, *table) for chart in CHARTS for table in tables_of(chart)],
)
def test_a_missing_column_is_named(chart: str, position: int, column: str) -> None:
    data = make_data(chart, 2023)
    data[position] = data[position].drop(columns=column)
    with chart_style(), pytest.raises(ArgumentError, match=f"also columns .*{column}"):
        CHARTS[chart](*data, new_figure(chart)[1], Language("en"))


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_leaves_its_tables_alone(chart: str) -> None:
    data = make_data(chart, 2023)
    copies = [table.copy() if isinstance(table, pd.DataFrame) else table for table in data]
    draw(chart, data, Language("en"), Caption("a", "b", "c", "d"))
    for table, copy in zip(data, copies, strict=True):
        if isinstance(table, pd.DataFrame):
            pd.testing.assert_frame_equal(table, copy)


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("code", LANGUAGES)
def test_titles_state_the_finding_with_its_numbers(code: str) -> None:
    language = Language(code)
    words = caption("tile_grid", language, make_values(2023, language), "S")
    assert [number for number in ("6", "63", "15", language.percent(15 / 63)) if
            number not in words.title] == []  # fmt: skip
    assert "Hải Phòng" in words.alternative
    assert words.source == "S"


def test_a_title_speaks_of_one_as_of_one() -> None:
    values = make_values(2023, Language("en"), parks=("27",), partners=())
    title = caption("status_matrix", Language("en"), values, "").title
    assert title.startswith("1 province has a VSIP park named")


def test_both_statuses_in_one_unit_change_the_title() -> None:
    language = Language("en")
    apart = caption("status_matrix", language, make_values(2023, language), "")
    facts = {"partners": (*PARTNERS, "27")}
    both = caption("status_matrix", language, make_values(2023, language, **facts), "")
    assert "none appears on both lists" in apart.title
    assert "1 did both" in both.title


def test_reach_words_do_without_distances() -> None:
    values = make_values(2023, Language("en"))
    values = {name: value for name, value in values.items() if not name.startswith("reach")}
    assert caption("reach", Language("en"), values, "").title.startswith("No distance")


def test_missing_values_and_unknown_charts_are_refused() -> None:
    with pytest.raises(ArgumentError, match="units_total"):
        caption("tile_grid", Language("en"), {"park_units": 1, "programme": "VSIP"}, "")
    with pytest.raises(ArgumentError, match=r"charts\.pie\.title"):
        caption("pie", Language("en"), {}, "")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def flat(table: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def test_both_catalogues_hold_the_same_texts() -> None:
    english, vietnamese = (dict(flat(Language(c).catalogue["charts"])) for c in LANGUAGES)
    assert list(english) == list(vietnamese)
    for key, text in english.items():
        assert placeholders(text) == placeholders(vietnamese[key]), key


# ---------------------------------------------------------------- files


def test_drawing_leaves_matplotlib_as_it_was() -> None:
    before = dict(mpl.rcParams)
    figure, _, words = drawn("region_parks")
    to_svg(figure, words)
    to_png(figure)
    assert dict(mpl.rcParams) == before


def test_svg_names_and_describes_itself() -> None:
    figure, _, _ = drawn("reach")
    hard = '<script>alert(1)</script> & "Ắ"'
    svg = to_svg(figure, Caption(hard, "", "", hard + "!"))
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "img"
    assert [(child.tag.rpartition("}")[2], child.text) for child in root[:2]] == [
        ("title", hard),
        ("desc", hard + "!"),
    ]
    assert b"<script" not in svg


def test_svg_carries_no_date_maker_or_address() -> None:
    figure, _, words = drawn("reach")
    svg = to_svg(figure, words).decode()
    assert set(re.findall(r"https?://[^/\"]+", svg)) == {"http://www.w3.org"}
    assert "metadata" not in svg.lower()
    assert "<text" not in svg  # letters are outlines, the same everywhere
    assert svg.startswith("<svg ")


def test_png_carries_no_maker() -> None:
    figure, _, _ = drawn("region_parks")
    png = to_png(figure)
    assert png.startswith(b"\x89PNG")
    assert b"Software" not in png
    assert int.from_bytes(png[16:20], "big") == 921  # 6.4 inches at 144 dpi


SCRIPT = """
import hashlib, test_charts as t
for chart in t.CHARTS:
    figure, _, words = t.drawn(chart, 2025, "vi")
    data = t.to_svg(figure, words) + t.to_png(figure)
    print(chart, hashlib.sha256(data).hexdigest())
"""


def test_fresh_interpreters_give_the_same_bytes() -> None:
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=Path(__file__).parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert len(outputs[0].splitlines()) == len(CHARTS)
