"""Hostile input: only documented errors, no path out, no code run, no rule that takes for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.errors import ParameterError, ParkspreadError, SourceError
from analysis.reporting.plan import read_plan
from analysis.tables.files import _parsed
from extracting import seconds
from fuzzing import ROOT, SHARES, fuzz_all


def test_a_few_thousand_made_up_inputs_give_documented_errors_only() -> None:
    found = fuzz_all(6_000, seed=7)
    assert found.keys() == SHARES.keys()
    assert sum(count for count, _, _ in found.values()) > 5_900


PIECES = ("a", "và ", "tỉnh ", ", ", "vsip ", "hải phòng, ", "11 ", "khu công nghiệp ", "ký kết ",
          "như: ", "(", "- ", "\ue000", "v ")  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_long_runs_of_one_piece_take_time_in_proportion_to_their_length(piece: str) -> None:
    def text(size: int) -> str:
        run = piece * (size // len(piece))
        return f"Đến nay VSIP đã ký kết với các tỉnh như: {run} Hải Phòng"

    assert seconds(text(45_000)) < 10 * max(seconds(text(4_500)), 0.05) + 0.2


NAMES = ("../out", "/tmp/out", "a/b", "a\0b", "..", "", ".hidden", "a b", "ä", "{vintage}/../x")


@pytest.mark.parametrize("name", NAMES)
def test_no_name_or_template_leads_out_of_the_output_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    config = tmp_path / "reports.yaml"
    lines = ["reports:", "- notebook: 02_regional_park_spread", f"  name: {name!a}",
             "  parameters: {vintage: 2023, language: en}"]  # fmt: skip
    config.write_text("\n".join(lines).replace("'", '"'), encoding="utf-8")
    with pytest.raises(ParkspreadError):
        read_plan(config)


@pytest.mark.parametrize("province", ["../../etc", "/etc/passwd", "a\0b", "x" * 5000, "<b>"])
def test_provinces_become_plain_file_names(province: str) -> None:
    for report in read_plan(ROOT / "reports.yaml", ["profile-*"], {"province": province}):
        assert set(report.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize(
    "template", ["{vintage.x}", "{language[0]}", "{vintage!r}", "{language:>99999999}", "{0}"]
)
def test_templates_reach_no_attributes(template: str, tmp_path: Path) -> None:
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    config = tmp_path / "reports.yaml"
    config.write_text(
        f'reports:\n- notebook: 02_regional_park_spread\n  name: "{template}"\n'
        "  parameters: {vintage: 2023, language: en}\n", encoding="utf-8",
    )  # fmt: skip
    with pytest.raises(ParameterError):
        read_plan(config)


def test_yaml_makes_no_objects_and_expands_no_bombs(tmp_path: Path) -> None:
    config = tmp_path / "reports.yaml"
    config.write_text("reports: !!python/object/apply:os.system [exit]\n", encoding="utf-8")
    with pytest.raises(SourceError, match="not YAML"):
        read_plan(config)


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-cmd", "@SUM(A1)", "\t=1", "\r=1"])
def test_cells_that_a_spreadsheet_would_run_are_refused(cell: str) -> None:
    header = (ROOT / "data" / "raw" / "sources.csv").read_text("utf-8").splitlines()
    row = header[1].split(",", 2)
    row[1] = f'"{cell}"'
    _, faults = _parsed(f"{header[0]}\n{','.join(row)}\n".encode(), "sources")
    assert {fault.code for fault in faults} & {"formula", "control-character"}


def test_a_word_that_may_stand_for_a_park_is_no_trap() -> None:
    assert seconds("VSIP mở hội. " + "khu Hà Nam. " * 20_000, 4) < 5


def test_a_run_of_numerals_after_a_park_is_no_trap() -> None:
    assert (
        seconds(f"Đến nay đã có khu công nghiệp {'V ' * 1000}VSIP tại các tỉnh: Hải Phòng.", 4) < 5
    )


@pytest.mark.parametrize("start", ["khu công nghiệp ", "VSIP đã ký kết với "])
@pytest.mark.parametrize("piece", ["V ", "1 ", "Hà Nam ", ", ", "và ", "4/6/2022 ", "(", ") "])
def test_twice_the_repetitions_take_no_multiple_of_the_time(start: str, piece: str) -> None:
    def text(times: int) -> str:
        return f"Đến nay đã có {start}{piece * times}VSIP tại các tỉnh như: Hải Phòng."

    assert seconds(text(400)) < 5 * max(seconds(text(200)), 0.02) + 0.1
