"""The chart of stated totals over time, and the words around it, from one claim to many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from analysis.charts.caption import Caption, caption
from analysis.charts.claims_over_time import LOOKS, claims_over_time
from analysis.charts.render import to_svg
from analysis.charts.style import chart_style, finish, new_figure
from analysis.errors import ArgumentError
from analysis.language import LANGUAGES, Language
from analysis.processing.claims import conflicts
from analysis.reporting import session
from analysis.reporting.claims import claim_values
from analysis.reporting.session import open_report
from several_sources import CONTRARY, HEADED, UNDATED, Claim, extracted
from test_charts import assert_every_text_has_its_place, contrast, labels_of, rows_of

ONE: list[Claim] = [("lai-chau-tin", "2020-10-01", 6, "exact")]
NO_DATES: list[Claim] = [("tin-a", None, 6, "exact"), ("tin-b", None, 9, "at_least")]
TEN: list[Claim] = [
    ("tin-mot", "2018-03-01", 5, "exact"),
    ("mot-ten-nguon-rat-dai-de-thu-xem-co-vua-khong", "2018-04", 6, "at_least"),
    ("tin-hai", "2020-07-19", 9, "exact"),
    ("tin-ba", "2020-07-19", 8, "exact"),
    ("tin-bon", "2020-07-19", 10, "at_least"),
    ("tin-nam", "2022-01-05", 125, "at_most"),
    ("tin-sau", "2022-06-30", 12, "approx"),
    ("tin-bay", "--06-30", 7, "exact"),
    ("tin-tam", None, 11, "at_most"),
    ("x" * 70, None, 4, "exact"),
]  # fmt: skip
SERIES = {"one": ONE, "no_dates": NO_DATES, "ten": TEN, "same_day": TEN[2:5]}


def frame(claims: list[Claim]) -> pd.DataFrame:
    table = pd.DataFrame(claims, columns=["source_id", "stated_on", "count", "qualifier"])
    table = table.astype({"stated_on": "str"}).assign(programme="Lam Sơn")
    return table.assign(conflict=conflicts(table))


def draw(claims: list[Claim], code: str = "en") -> tuple[Figure, Any]:
    words = Caption("Tiêu đề", "Đơn vị", "Nguồn", "Lời")
    with chart_style():
        figure, ax = new_figure("claims_over_time")
        assert claims_over_time(frame(claims), ax, Language(code)) is ax
        finish(ax, words)
    return figure, ax


def marks_of(ax: Any, look: str) -> set[float]:
    """Return the numbers at which marks of a look stand."""
    _, edge, face = LOOKS[look]
    return {
        float(x)
        for marks in ax.collections
        if len(marks.get_facecolor()) and len(marks.get_edgecolor())
        if to_hex(marks.get_edgecolor()[0]) == edge.lower()
        if to_hex(marks.get_facecolor()[0]) == to_hex(face)
        for x, _ in marks.get_offsets()
    }


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", SERIES)
def test_every_text_has_its_place(name: str, code: str) -> None:
    figure, ax = draw(SERIES[name], code)
    assert_every_text_has_its_place(figure)
    assert len(labels_of(ax)) == len(SERIES[name])


def test_rows_stand_in_the_order_of_dates_under_them_and_undated_ones_last() -> None:
    _, ax = draw(TEN)
    rows = rows_of(ax)
    order = ["1 March 2018", "tin-mot", "April 2018", "19 July 2020", "tin-ba", "tin-bon",
             "tin-hai", "5 January 2022", "tin-nam", "30 June 2022", "No date stated", "tin-tam",
             "30 June", "tin-bay"]  # fmt: skip
    assert [rows[label] for label in order] == sorted(rows[label] for label in order)
    assert sum(label == "19 July 2020" for label in rows) == 1


def test_no_line_shows_through_a_date_that_is_longer_than_the_names() -> None:
    figure, ax = draw([("x", "2020-09-30", 3, "exact")])
    heading = ax.get_yticklabels()[0]
    assert heading.get_window_extent().x1 > ax.get_window_extent().x0
    assert ax.yaxis.get_zorder() > ax.lines[0].get_zorder()
    assert_every_text_has_its_place(figure)


def test_labels_say_number_qualifier_and_conflict() -> None:
    _, ax = draw(TEN)
    assert labels_of(ax)[2:7] == [
        "8, contradicted",
        "at least 10, contradicted",
        "9, contradicted",
        "at most 125",
        "about 12",
    ]
    _, ax = draw(NO_DATES, "vi")
    assert labels_of(ax) == ["6", "ít nhất 9"]


def test_conflicts_and_vague_numbers_differ_in_shape() -> None:
    _, ax = draw(TEN)
    assert marks_of(ax, "conflict") == {8, 9, 10}
    assert marks_of(ax, "about") == {12}
    assert marks_of(ax, "stated") == {4, 5, 6, 7, 11, 125}
    assert len({(marker, face) for marker, _, face in LOOKS.values()}) == len(LOOKS)
    assert LOOKS["conflict"][0] != LOOKS["stated"][0]
    assert all(contrast(edge) >= 3 for _, edge, _ in LOOKS.values())


def test_bounds_are_drawn_to_where_they_reach() -> None:
    _, ax = draw([("tin-a", "2020-01-01", 6, "at_least"), ("tin-b", "2020-01-02", 9, "at_most")])
    segments = [tuple(line[:, 0]) for line in ax.collections[1].get_segments()]
    assert segments[0] == pytest.approx((6, 9 * 1.15))
    assert segments[1] == (0, 9)


def test_a_chart_leaves_its_table_alone_and_names_what_lacks() -> None:
    table, copy = frame(TEN), frame(TEN)
    with chart_style():
        claims_over_time(table, new_figure("claims_over_time")[1], Language("en"))
        pd.testing.assert_frame_equal(table, copy)
        for column in ("stated_on", "source_id", "count", "qualifier", "conflict"):
            with pytest.raises(ArgumentError, match=f"also columns {column}"):
                lacking = table.drop(columns=column)
                claims_over_time(lacking, new_figure("claims_over_time")[1], Language("en"))


def test_no_claims_give_a_chart_that_says_so_and_the_same_claims_the_same_bytes() -> None:
    _, ax = draw([])
    assert labels_of(ax) == ["Nothing to show: no unit fits."]
    words = Caption("a", "b", "c", "d")
    assert to_svg(draw(TEN)[0], words) == to_svg(draw(TEN)[0], words)


# ---------------------------------------------------------------- words

ARTICLES = {
    "one": {"mo-duong": HEADED["mo-duong"]},
    "same": {"dien-dan": HEADED["dien-dan"]} | UNDATED,
    "": HEADED,
    "conflict": HEADED | CONTRARY,
}
TITLES = {
    ("en", "one"): "So far a single statement gives the number of VSIP parks: 11",
    ("en", "same"): "2 statements agree on the number of VSIP parks: 13",
    ("en", ""): "3 statements put the number of VSIP parks at 11 to 14; none contradicts another",
    ("vi", "conflict"): "3/4 lần nêu số KCN VSIP mâu thuẫn nhau; các con số đi từ 11 đến 14",
}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", ARTICLES)
def test_texts_and_chart_fit_the_case(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str, code: str
) -> None:
    shown: list[str] = []

    def publish(data: dict[str, str], **_: Any) -> None:
        shown.append(data["text/plain"])

    monkeypatch.setattr(session, "publish_display_data", publish)
    folder = extracted(tmp_path, ARTICLES[case])
    report = open_report({"language": code, "programme": "VSIP", "data_dir": str(folder.root)})
    values = claim_values(report)
    assert values["case"] == case
    for key in report.language.catalogue["notebooks"]["claims"]:
        report.say(f"claims.{key}", **values)
    report.figure(claims_over_time, report.rows("claims"), **values)
    report.table(report.rows("claims"), "claims")
    assert len(shown) == len(report.language.catalogue["notebooks"]["claims"]) + 2
    assert not any("{" in text or "nan" in text for text in shown)
    words = caption("claims_over_time", report.language, {**report.context, **values}, "")
    assert words.title == TITLES.get((code, case), words.title)
    for source_id in ARTICLES[case]:
        assert source_id in words.alternative or case == "one"
