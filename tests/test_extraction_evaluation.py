"""Scores against annotations, and rows explained by passage and rule."""

from __future__ import annotations

import json
from math import isnan, nan
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from analysis.cli import main
from analysis.errors import SourceError
from analysis.extraction.evaluation import Score, evaluate, proportion
from analysis.extraction.explain import PLAIN, TERMINAL, explain
from extracting import ARTICLES, REFERENCE, SHARED, shared

TEXT = "Hiện có 4 khu công nghiệp VSIP ở các tỉnh như Cà Mau, Sơn La.\nSơn La ký kết với Hà Nam.\n"
EMPTY: dict[str, list[Any]] = {"park_locations": [], "park_totals": [], "partnerships": []}


def park(province: str, status: str = "operating", programme: str = "VSIP") -> dict[str, str]:
    return {"province": province, "programme": programme, "status": status, "evidence": "…"}


def partner(province: str) -> dict[str, str]:
    return {"province": province, "status": "signed", "evidence": "…"}


def scores(folder: Path, annotation: object, text: str = TEXT) -> dict[str, Score]:
    (folder / "tin.txt").write_text(text, encoding="utf-8")
    (folder / "tin.json").write_text(json.dumps(annotation), encoding="utf-8")
    return dict(evaluate(folder, folder, REFERENCE).scores)


@given(st.integers(0, 400), st.integers(1, 400))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_the_interval_is_that_of_scipy(hits: int, trials: int) -> None:
    hits = min(hits, trials)
    reference = binomtest(hits, trials).proportion_ci(0.95, method="wilson")
    assert proportion(hits, trials) == pytest.approx(
        (hits / trials, reference.low, reference.high), abs=1e-6
    )


def test_without_rows_a_share_is_unknown() -> None:
    share, low, high = proportion(0, 0)
    assert isnan(share)
    assert (low, high) == (0, 1)


def test_f1_follows_from_precision_and_recall_and_lies_in_its_interval() -> None:
    measures = Score(hits=6, found=8, annotated=9).measures()
    precision, recall, (f1, low, high) = (measures[name] for name in ("precision", "recall", "F1"))
    assert (precision[0], recall[0]) == (6 / 8, 6 / 9)
    assert f1 == pytest.approx(2 * 6 / (8 + 9))
    assert 0 < low < f1 < high < 1


def test_right_missed_and_extra_rows_are_counted_and_listed(tmp_path: Path) -> None:
    gold = EMPTY | {
        "park_locations": [park("Cà Mau"), park("Lai Châu")],
        "park_totals": [{"programme": "VSIP", "count": 5, "evidence": "…"}],
        "partnerships": [partner("tỉnh Sơn La"), partner("Hà Nam")],
    }
    found = scores(tmp_path, gold)
    assert found["park_locations"] == Score(1, 2, 2)
    assert found["park_totals"] == Score(0, 1, 1)
    assert found["partnerships"] == Score(2, 2, 2)
    assert found["micro"] == Score(3, 4, 4)
    lines = [*evaluate(tmp_path, tmp_path, REFERENCE).lines()]
    assert any("extra" in line and "Sơn La, VSIP, operating by" in line for line in lines)
    assert any("missed" in line and "Lai Châu, VSIP, operating" in line for line in lines)


def test_a_status_left_open_by_the_annotation_is_met_by_any(tmp_path: Path) -> None:
    gold = EMPTY | {"park_locations": [park("Cà Mau", "unspecified"), park("Sơn La", "planned")]}
    assert scores(tmp_path, gold)["park_locations"] == Score(1, 2, 2)


def test_ambiguous_rows_are_neither_right_nor_wrong(tmp_path: Path) -> None:
    gold = EMPTY | {
        "park_locations": [park("Cà Mau")],
        "ambiguous": {"park_locations": [park("Sơn La", "planned"), park("Hà Nam")]},
    }
    assert scores(tmp_path, gold)["park_locations"] == Score(1, 1, 1)


@pytest.mark.parametrize(("annotated", "score"), [("operating", (2, 2, 2)), ("planned", (1, 1, 2))])
def test_a_row_of_one_status_is_right_though_the_other_is_ambiguous(
    tmp_path: Path, annotated: str, score: tuple[int, int, int]
) -> None:
    other = {"operating": "planned", "planned": "operating"}[annotated]
    gold = EMPTY | {
        "park_locations": [park("Cà Mau"), park("Sơn La", annotated)],
        "ambiguous": {"park_locations": [park("Sơn La", other)]},
    }
    assert scores(tmp_path, gold)["park_locations"] == Score(*score)


def test_names_of_annotators_are_read_through_the_gazetteer(tmp_path: Path) -> None:
    text = "Becamex có khu công nghiệp tại TP.HCM."
    gold = EMPTY | {"park_locations": [park("Thành phố Hồ Chí Minh", programme="Becamex IDC")]}
    assert scores(tmp_path, gold, text)["park_locations"] == Score(1, 1, 1)


@pytest.mark.parametrize(
    ("annotation", "says"), [([], "no annotation"), ({"park_totals": []}, "park_locations")]
)
def test_what_is_no_annotation_is_refused(tmp_path: Path, annotation: object, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        scores(tmp_path, annotation)


def test_texts_and_annotations_go_together(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no text"):
        evaluate(tmp_path, tmp_path, REFERENCE)
    for name in ("a.txt", "b.txt", "a.json", "c.json"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    with pytest.raises(SourceError, match="differ by b, c"):
        evaluate(tmp_path, tmp_path, REFERENCE)


def test_the_command_prints_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scores(tmp_path, EMPTY)
    assert main(["evaluate", "--texts", str(tmp_path), "--gold", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    assert "micro" in printed
    assert f"precision {nan:.3f}" not in printed.splitlines()[1]


def test_every_fact_of_the_article_and_nothing_else() -> None:
    folder = shared("article/gold.json").parent
    found = evaluate(folder, folder, REFERENCE)
    assert found.mistakes == []
    assert all(score.measures()["F1"][0] == 1 for score in found.scores.values())


def test_the_development_texts_meet_their_bars() -> None:
    shared("corpus/index.csv")
    found = evaluate(SHARED / "corpus/texts", SHARED / "corpus/gold", REFERENCE)
    measures = found.scores["micro"].measures()
    assert measures["precision"][0] >= 0.95
    assert measures["recall"][0] >= 0.85
    negative = {f"{name}.txt" for name in ("34", "37", "39", "41", "44")}
    assert not negative & {mistake.text for mistake in found.mistakes}


def test_rows_are_explained_by_marked_passages_and_rules() -> None:
    file = ARTICLES / "quang-tri-2021-05-06.txt"
    title, row, passage, *_ = explain([file], REFERENCE, PLAIN)
    assert title.endswith("8 row(s)")
    assert "province=Quảng Trị" in row
    assert "[signs_with_places] paragraph 2" in passage
    assert ">>>signed a memorandum with Quang Tri province" in passage
    assert TERMINAL[0] in [*explain([file], REFERENCE, TERMINAL)][2]


def test_explaining_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = ARTICLES / "ben-tre-khong-co-khu.txt"
    assert main(["extract", str(file), "--explain", "--out", str(tmp_path)]) == 0
    assert "0 row(s)" in capsys.readouterr().out
    assert [*tmp_path.iterdir()] == []
    assert main(["extract", str(tmp_path), "--explain"]) == 2
