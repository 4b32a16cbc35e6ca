"""What is written to a table is what is read back, for any rows that fit it."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from analysis.tables.files import from_rows, read_table, table_bytes
from analysis.tables.registry import Field, Table, table, tables
from made_facts import park

FREE = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x1FFFF, exclude_categories=("Cs", "Cc")),
    max_size=12,
).map(lambda text: unicodedata.normalize("NFC", text))
ASCII = st.characters(max_codepoint=126)


def cells(column: Field) -> st.SearchStrategy[Any]:
    """Values that a column may hold."""
    low, high = column.minimum, column.maximum
    strategy: st.SearchStrategy[Any]
    if column.allowed:
        strategy = st.sampled_from(column.allowed)
    elif column.pattern:
        strategy = st.from_regex(column.pattern, fullmatch=True, alphabet=ASCII)
    elif column.type == "boolean":
        strategy = st.booleans()
    elif column.type == "integer":
        strategy = st.integers(int(low or 0), int(high or 10**15 - 1))
    elif column.type == "number":
        strategy = st.floats(-1e15 if low is None else low, 1e15 if high is None else high)
    else:
        strategy = FREE.filter(lambda text: text and text[0] not in "=+-@")
    return st.none() | strategy if column.optional else strategy


def rows(spec: Table) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of a table with different keys."""
    row = st.fixed_dictionaries({column.name: cells(column) for column in spec.fields})
    return st.lists(row, max_size=4, unique_by=lambda each: tuple(each[name] for name in spec.key))


def written(root: Path, name: str, data: bytes) -> Path:
    path = root / table(name).file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return root


@pytest.mark.parametrize("spec", tables().values(), ids=lambda spec: spec.name)
@settings(max_examples=8, deadline=None, derandomize=True, phases=[Phase.generate])
@given(data=st.data())
def test_what_is_written_is_read_back(
    spec: Table, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    frame = from_rows(data.draw(rows(spec)), spec.name)
    content = table_bytes(frame, spec.name)
    root = written(tmp_path_factory.mktemp("data"), spec.name, content)
    again = read_table(root, spec.name)
    assert table_bytes(again, spec.name) == content
    expected = frame.sort_values(list(spec.sort), ignore_index=True)
    pd.testing.assert_frame_equal(again, expected, rtol=1e-9)


@pytest.mark.parametrize("spec", tables().values(), ids=lambda spec: spec.name)
def test_a_table_without_rows_keeps_columns_and_types(spec: Table, tmp_path: Path) -> None:
    content = table_bytes(from_rows([], spec.name), spec.name)
    assert content == (",".join(spec.columns) + "\n").encode()
    again = read_table(written(tmp_path, spec.name, content), spec.name)
    pd.testing.assert_frame_equal(again, from_rows([], spec.name))


def test_rows_are_sorted_and_cells_plain() -> None:
    frame = from_rows(
        [park("92", 300), park("80", 200), park("22", 200, status="planned")], "park_locations"
    )
    lines = table_bytes(frame, "park_locations").decode("utf-8").splitlines()
    assert [line.split(",")[4:6] for line in lines[1:]] == [
        ["80", "operating"], ["22", "planned"], ["92", "operating"],
    ]  # fmt: skip
