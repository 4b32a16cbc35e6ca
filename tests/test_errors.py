"""Errors say where, what was seen and what to do, also after crossing a process boundary."""

from __future__ import annotations

import pickle

import pytest

from analysis.errors import (
    ArgumentError,
    DocumentsQuarantined,
    Fault,
    FaultsFound,
    NotebookFailed,
    ParameterError,
    ParkspreadError,
    ReportsFailed,
    SourceError,
)

FIRST = Fault("raw/a.csv", 2, "count", "bad-type", "'x' is not of type integer; correct it")
LATER = Fault("raw/a.csv", 10, "", "truncated-row", "3 of 4 cells; restore it")
WHOLE = Fault("raw/b.csv", 0, "", "missing-table", "no such file; rebuild it")
ERRORS: list[tuple[ParkspreadError, str, int]] = [
    (ArgumentError("vintage", 1999, "2023 or 2025"), "vintage: got 1999; expected 2023 or 2025", 2),
    (SourceError("a.txt", "is empty", "Give a text."), "a.txt: is empty. Give a text.", 2),
    (ParameterError(["one: wrong", "two: unknown"]), "one: wrong\ntwo: unknown", 2),
    (
        FaultsFound([LATER, WHOLE, FIRST, FIRST]),
        "3 fault(s) found:\n"
        "  raw/a.csv, row 2, column count: [bad-type] 'x' is not of type integer; correct it\n"
        "  raw/a.csv, row 10: [truncated-row] 3 of 4 cells; restore it\n"
        "  raw/b.csv: [missing-table] no such file; rebuild it",
        1,
    ),
    (
        NotebookFailed("spread", 3, "ValueError: no", {"cells": []}),
        "spread: cell [3] failed: ValueError: no",
        2,
    ),
    (
        ReportsFailed([("spread", "cell 3 failed"), ("reach", "no kernel")]),
        "2 report(s) failed:\n  spread: cell 3 failed\n  reach: no kernel",
        1,
    ),
    (
        DocumentsQuarantined(2, 1500, "out/quarantine", ["a.jsonl, line 3: malformed JSON"]),
        "2 of 1,500 document(s) could not be read, the others are done; "
        "all are listed in out/quarantine, for example:\n"
        "  a.jsonl, line 3: malformed JSON",
        1,
    ),
]


@pytest.mark.parametrize(("error", "message", "exit_code"), ERRORS)
def test_message_and_exit_code(error: ParkspreadError, message: str, exit_code: int) -> None:
    assert str(error) == message
    assert error.exit_code == exit_code
    with pytest.raises(ParkspreadError):
        raise error


@pytest.mark.parametrize("error", [error for error, _, _ in ERRORS])
def test_error_survives_a_process_boundary(error: ParkspreadError) -> None:
    arrived = pickle.loads(pickle.dumps(error))
    assert type(arrived) is type(error)
    assert (str(arrived), vars(arrived)) == (str(error), vars(error))


def test_every_subclass_is_tested() -> None:
    assert {type(error) for error, _, _ in ERRORS} == set(ParkspreadError.__subclasses__())


def test_a_long_value_is_shortened() -> None:
    message = str(ArgumentError("codes", list(range(1000)), "fewer"))
    assert "[0, 1, 2" in message
    assert "…" in message
    assert len(message) < 120
