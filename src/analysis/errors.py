"""Every error the package raises on purpose: one base, few subclasses, all with attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any


class ParkspreadError(Exception):
    """Base of all errors of this package; the command line ends with exit code 2.

    Subclasses keep their arguments and make the message from them, so that an error raised in
    a worker process arrives whole.
    """

    exit_code = 2


class ArgumentError(ParkspreadError):
    """An argument of a function is outside its domain.

    Parameters
    ----------
    argument : str
        Name of the argument in the function's signature.
    value : object
        The value seen.
    expected : str
        What is allowed, in words.
    """

    def __init__(self, argument: str, value: object, expected: str) -> None:
        self.argument, self.value, self.expected = argument, value, expected
        super().__init__(argument, value, expected)

    def __str__(self) -> str:
        """Return argument, value and what is expected."""
        return f"{self.argument}: got {_shortened(self.value)}; expected {self.expected}"


class SourceError(ParkspreadError):
    """A file cannot be read as what it should be.

    Parameters
    ----------
    file : object
        Path of the file.
    problem : str
        What is wrong with it.
    remedy : str
        What to do about it.
    """

    def __init__(self, file: object, problem: str, remedy: str) -> None:
        self.file, self.problem, self.remedy = str(file), problem, remedy
        super().__init__(self.file, problem, remedy)

    def __str__(self) -> str:
        """Return file, problem and remedy."""
        return f"{self.file}: {self.problem}. {self.remedy}"


class ParameterError(ParkspreadError):
    """One or more parameters of a notebook are wrong or unknown.

    Parameters
    ----------
    problems : sequence of str
        One sentence a parameter: its name, the value seen and what is allowed.
    """

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return one line a parameter."""
        return "\n".join(self.problems)


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of a table: where it is, its code, and what to do.

    Parameters
    ----------
    file : str
        File name of the table, relative to the data folder.
    row : int
        1-based line number in the file (the header is line 1); 0 for the table as a whole.
    column : str
        Column name; empty for the row as a whole.
    code : str
        Kebab-case kind of fault, stable for tests and scripts.
    message : str
        The value seen and the remedy.
    """

    file: str
    row: int
    column: str
    code: str
    message: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        place = self.file + (f", row {self.row}" if self.row else "")
        place += f", column {self.column}" if self.column else ""
        return f"{place}: [{self.code}] {self.message}"


class FaultsFound(ParkspreadError):
    """Tables hold faults; all of them are listed. The command line ends with exit code 1.

    Parameters
    ----------
    faults : iterable of Fault
        Every fault found, in any order.
    """

    exit_code = 1

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(self.faults)

    def __str__(self) -> str:
        """Return the number of faults and one line a fault."""
        return "\n  ".join([f"{len(self.faults)} fault(s) found:", *map(str, self.faults)])


class NotebookFailed(ParkspreadError):
    """A cell of a notebook failed.

    Parameters
    ----------
    name : str
        Name of the report.
    cell : int
        Execution count of the failing cell.
    error : str
        Type and message of the error.
    notebook : object
        The notebook as far as it came, a link to the failing cell at its top.
    """

    def __init__(self, name: str, cell: int, error: str, notebook: Any) -> None:
        self.name, self.cell, self.error, self.notebook = name, cell, error, notebook
        super().__init__(name, cell, error, notebook)

    def __str__(self) -> str:
        """Return the report, the cell and the error."""
        return f"{self.name}: cell [{self.cell}] failed: {self.error}"


class ReportsFailed(ParkspreadError):
    """Some reports of a batch failed; the others were written. Exit code 1.

    Parameters
    ----------
    failures : sequence of tuple of (str, str)
        Report name and what went wrong.
    """

    exit_code = 1

    def __init__(self, failures: Sequence[tuple[str, str]]) -> None:
        self.failures = tuple(failures)
        super().__init__(self.failures)

    def __str__(self) -> str:
        """Return the number of failures and one line a report."""
        lines = [f"{name}: {why}" for name, why in self.failures]
        return "\n  ".join([f"{len(lines)} report(s) failed:", *lines])


class DocumentsQuarantined(ParkspreadError):
    """Some documents of a corpus could not be read; the others were. Exit code 1.

    Parameters
    ----------
    count, documents : int
        How many of how many.
    folder : object
        Where they are listed.
    examples : sequence of str
        A few of them, with the reasons.
    """

    exit_code = 1

    def __init__(self, count: int, documents: int, folder: object, examples: Sequence[str]) -> None:
        self.count, self.documents, self.folder = count, documents, str(folder)
        self.examples = tuple(examples)
        super().__init__(count, documents, self.folder, self.examples)

    def __str__(self) -> str:
        """Return how many, where they are listed, and one line an example."""
        many = f"{self.count:,} of {self.documents:,} document(s) could not be read"
        head = f"{many}, the others are done; all are listed in {self.folder}, for example:"
        return "\n  ".join([head, *self.examples])


def _shortened(value: object, limit: int = 80) -> str:
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
