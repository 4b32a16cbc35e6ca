"""Parameters of the notebooks: what each may be, checked however the notebook is run."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from analysis.admin import SCHEMES, VINTAGES
from analysis.errors import ParameterError
from analysis.language import LANGUAGES

ALLOWED: Mapping[str, tuple[type, tuple[Any, ...]]] = {
    "vintage": (int, VINTAGES),
    "scheme": (str, SCHEMES),
    "language": (str, LANGUAGES),
    "programme": (str, ()),
    "province": (str, ()),
    "home_may_host": (bool, (True, False)),
    "article": (str, ()),
    "data_dir": (str, ()),
}
KINDS = {str: "a text", int: "a whole number", bool: "True or False"}
INJECTED = "# Parameters"  # first line of the cell that papermill injects


def check_parameters(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters that a notebook declares, checked.

    Parameters
    ----------
    namespace : mapping
        The notebook's ``globals()``, right after its parameters cell.

    Returns
    -------
    dict
        Value of each declared parameter. A province given as a number is its two-digit code:
        papermill reads ``-p province 01`` as 1.

    Raises
    ------
    ParameterError
        Naming every parameter that is unknown, of a wrong type or out of range.

    Examples
    --------
    >>> check_parameters({"In": ["vintage = 2023"], "vintage": 2025})
    {'vintage': 2025}
    >>> check_parameters({"In": ["vintage = 2023"], "vintage": 2024})
    Traceback (most recent call last):
    analysis.errors.ParameterError: vintage: got 2024; allowed are 2023, 2025
    """
    cells = [source for source in namespace.get("In", ()) if source]
    declared: Collection[str] = assigned([c for c in cells if not c.startswith(INJECTED)])
    declared = declared or namespace  # nbval runs cells without history, and injects nothing
    injected = assigned([cell for cell in cells if cell.startswith(INJECTED)])
    known = [name for name in ALLOWED if name in declared and name in namespace]
    values = {name: namespace[name] for name in known}
    if type(values.get("province")) is int:
        values["province"] = f"{values['province']:02d}"
    return checked(values, known, injected)


def checked(values: dict[str, Any], known: Sequence[str], given: Sequence[str]) -> dict[str, Any]:
    """Return values as they are, if all names given are known and all values are allowed.

    Raises
    ------
    ParameterError
        Naming every one that is not.
    """
    problems = [
        f"{name}: unknown parameter; this notebook takes {', '.join(known)}"
        for name in given
        if name not in known
    ]
    present = [name for name in known if name in values]
    problems += [problem for name in present if (problem := _problem(name, values[name]))]
    if problems:
        raise ParameterError(problems)
    return values


def assigned(cells: Sequence[str]) -> list[str]:
    """Return the names that cells assign at top level, in order."""
    return list(dict(_assignments(cells)))


def assigned_values(cells: Sequence[str]) -> dict[str, Any]:
    """Return the values that cells assign at top level, those that are written out."""
    return {
        name: value.value for name, value in _assignments(cells) if isinstance(value, ast.Constant)
    }


def _assignments(cells: Sequence[str]) -> Iterator[tuple[str, ast.expr | None]]:
    for cell in cells:
        try:
            body = ast.parse(cell).body
        except SyntaxError:  # a cell with IPython magic holds no parameters
            continue
        for node in body:
            if isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        yield target.id, node.value


def _problem(name: str, value: Any) -> str:
    kind, allowed = ALLOWED[name]
    if type(value) is kind and (not allowed or value in allowed):
        return ""
    expected = f"allowed are {', '.join(map(str, allowed))}" if allowed else f"give {KINDS[kind]}"
    return f"{name}: got {value!r}; {expected}"
