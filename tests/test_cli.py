"""The command: what it prints, its exit codes, and that bad input loses nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import analysis
from analysis.cli import main

ROOT = Path(__file__).parents[1]
COMMAND = Path(sys.executable).with_name("parkspread")
ARTICLE = """Đồng Tháp bắt tay với ba tỉnh làm khu công nghiệp

Ngày 4/6/2022, UBND tỉnh Đồng Tháp tổ chức lễ ký kết. Đến nay đã có 5 KCN VSIP tại các tỉnh như: \
Hà Nam, Phú Yên.
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setenv("PARKSPREAD_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_version_and_help() -> None:
    done = subprocess.run([COMMAND, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == analysis.__version__
    done = subprocess.run([COMMAND, "--help"], capture_output=True, text=True, check=True)
    assert {"extract", "build", "report"} <= set(done.stdout.split())


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["report", "--workers", "0"], ["extract"]])
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_extract_gives_the_committed_tables(data: Path) -> None:
    article = ROOT.parent / "shared" / "article" / "binh-duong-2023-03-25.txt"
    if not article.is_file():
        pytest.skip(f"the shared article is not beside the repository ({article} is absent)")
    committed = contents(data)
    assert main(["extract", str(article)]) == 0
    assert contents(data) == committed
    for file in (data / "raw").glob("*.csv"):
        file.unlink()
    assert main(["extract", str(article)]) == 0
    assert contents(data) == committed


def test_another_article_is_added_and_can_be_extracted_again(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "second.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    before = contents(data)
    assert main(["extract", str(file)]) == 0
    after = contents(data)
    sources = after["raw/sources.csv"].decode().splitlines()
    assert [line.split(",")[0] for line in sources] == [
        "source_id",
        "binh-duong-2023-03-25",
        "second",
    ]
    old, new = (
        set(files["raw/park_locations.csv"].decode().splitlines()) for files in (before, after)
    )
    assert old < new
    assert {line.split(",")[3] for line in new - old} == {"Hà Nam", "Phú Yên"}
    assert main(["extract", str(file)]) == 0
    assert contents(data) == after
    file.write_text("Hôm nay trời đẹp ở Huế.\n", encoding="utf-8")
    assert main(["extract", str(file)]) == 0
    assert contents(data)["raw/park_locations.csv"] == before["raw/park_locations.csv"]


def test_out_takes_the_tables_of_these_articles_alone(data: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "second.txt", tmp_path / "tables"
    file.write_text(ARTICLE, encoding="utf-8")
    before = contents(data)
    assert main(["extract", str(file), "--out", str(out)]) == 0
    assert contents(data) == before
    assert set(contents(out)) == {
        Path(name).name for name in before if name.startswith("raw/") and name.count("/") == 1
    }
    assert "Bình Dương" not in (out / "park_locations.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "the text is empty"),
        (b"\x00\x01\x02", "control character"),
        (b"\xff\xff\xff\xfe\xfa", "byte 0 is not"),
    ],
)
def test_unreadable_articles_change_nothing(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ARTICLE, encoding="utf-8")
    bad.write_bytes(content)
    before = contents(data)
    assert main(["extract", str(good), str(bad)]) == 2
    assert contents(data) == before
    message = capsys.readouterr().err
    assert says in message
    assert "bad.txt" in message


def test_two_articles_of_one_name_are_refused(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / folder / "same.txt" for folder in ("a", "b")]
    for file in files:
        file.parent.mkdir()
        file.write_text(ARTICLE, encoding="utf-8")
    before = contents(data)
    assert main(["extract", *map(str, files)]) == 2
    assert "'same'" in capsys.readouterr().err
    assert contents(data) == before


def test_build_says_what_changed_and_then_that_nothing_did(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    committed = contents(data)
    (data / "processed" / "headline.csv").unlink()
    assert main(["build"]) == 0
    assert contents(data) == committed
    assert capsys.readouterr().out == "written data/processed/headline.csv\n"
    assert main(["build"]) == 0
    assert capsys.readouterr().out == "data/processed is up to date\n"


def test_build_lists_all_faults_and_writes_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, old, new in (
        ("partnerships", "Tây Ninh,72", "Tay Ninh,72"),
        ("park_totals", ",11,exact", ",3,exact"),
    ):
        path = data / "raw" / f"{name}.csv"
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    before = contents(data)
    assert main(["build"]) == 1
    message = capsys.readouterr().err
    assert "raw/partnerships.csv, row " in message
    assert "[unknown-province] 'Tay Ninh'" in message
    assert "raw/park_totals.csv, row 2, column count: [total-disagrees]" in message
    assert contents(data) == before


def test_report_refuses_unknown_names_and_parameters_before_it_starts(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copy(ROOT / "reports.yaml", tmp_path)
    assert data.is_dir()
    assert main(["report", "spred-2023-en", "-p", "vintag", "2025"]) == 2
    message = capsys.readouterr().err
    assert "'spred-2023-en' names no report" in message
    assert main(["report", "-p", "vintag", "2025"]) == 2
    assert "vintag: no notebook of reports.yaml takes this parameter" in capsys.readouterr().err
    assert main(["report", "-p", "vintage", "2024"]) == 2
    assert "vintage: got 2024; allowed are 2023, 2025" in capsys.readouterr().err
    assert not (tmp_path / "reports").exists()
