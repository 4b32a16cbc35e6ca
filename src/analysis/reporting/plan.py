"""The batch file: which notebooks are run with which parameters, under which names."""

from __future__ import annotations

import itertools
import re
import shlex
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import nbformat
import yaml
from nbformat import ValidationError

from analysis.errors import ParameterError, SourceError
from analysis.reporting.links import slug
from analysis.reporting.parameters import assigned, assigned_values, checked

KEYS = ("notebook", "name", "parameters", "exclude")
SWITCHES = ("language", "vintage", "scheme")


@dataclass(frozen=True)
class Planned:
    """One report to make.

    Parameters
    ----------
    name : str
        Name of its page and of the folder of its figures.
    notebook : pathlib.Path
        Notebook to run.
    parameters : mapping
        Parameters to run it with.
    siblings : mapping of str to mapping
        By parameter and its value, the report that differs in nothing else; it is among them.
    command : str
        How to make it again.
    defaults : mapping
        Values that the notebook's parameters had when it was planned.
    """

    name: str
    notebook: Path
    parameters: Mapping[str, Any]
    siblings: Mapping[str, Mapping[Any, str]] = field(default_factory=dict)
    command: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)

    def among(self, names: Collection[str]) -> Planned:
        """Return the report with only those siblings that have these names."""
        kept = {
            parameter: {value: name for value, name in reports.items() if name in names}
            for parameter, reports in self.siblings.items()
        }
        return replace(self, siblings={key: found for key, found in kept.items() if len(found) > 1})


def read_plan(
    config: Path, names: Sequence[str] = (), overrides: Mapping[str, Any] | None = None
) -> list[Planned]:
    """Return the reports that a batch file asks for.

    Parameters
    ----------
    config : pathlib.Path
        YAML: ``reports`` is a list of ``notebook``, ``name`` (a template such as
        ``spread-{vintage}``) and ``parameters``, each a value or a list; of lists, every
        combination is one report, but those that ``exclude``, a list of values by parameter,
        fits. Notebooks are named relative to ``notebooks`` beside the file.
    names : sequence of str
        Names or shell patterns of the reports wanted; all if empty.
    overrides : mapping, optional
        Values that replace those of the file wherever a notebook takes the parameter.

    Raises
    ------
    SourceError
        If the file cannot be read.
    ParameterError
        Naming every entry that is wrong, every unknown name, every name given twice.
    """
    problems: list[str] = []
    planned: dict[str, Planned] = {}
    used: set[str] = set()
    for line, entry in _entries(config):
        place = f"{config.name}, line {line}"
        try:
            for report in _expanded(entry, config, overrides or {}):
                used |= set(report.parameters) & set(overrides or {})
                if planned.setdefault(report.name, report) != report:
                    problems.append(f"{place}: name {report.name!r} is taken; name it otherwise")
        except ParameterError as error:
            problems += [f"{place}: {problem}" for problem in error.problems]
    for name in set(overrides or {}) - used:
        if not problems:
            problems.append(f"{name}: no notebook of {config.name} takes this parameter")
    for pattern in names:
        if not any(fnmatchcase(name, pattern) for name in planned):
            problems.append(f"{pattern!r} names no report; there are {', '.join(planned)}")
    if problems:
        raise ParameterError(problems)
    chosen = names or ["*"]
    return [
        report
        for name, report in _related(planned).items()
        if any(fnmatchcase(name, pattern) for pattern in chosen)
    ]


def parameters_of(notebook: Path) -> list[str]:
    """Return the names of the parameters that a notebook declares.

    Raises
    ------
    ParameterError
        If the notebook does not exist, is none, or has no cell tagged ``parameters``.
    """
    return assigned(_parameter_cells(notebook))


def _parameter_cells(notebook: Path) -> list[str]:
    try:
        node = nbformat.read(notebook, as_version=4)
        tagged = [cell for cell in node.cells if "parameters" in cell.metadata.get("tags", ())]
        cells = [str(cell.source) for cell in tagged]
    except FileNotFoundError as error:
        raise ParameterError([f"notebook: {notebook} does not exist"]) from error
    except (ValueError, AttributeError, TypeError, ValidationError) as error:
        said = f"notebook: {notebook.name} is no notebook ({error}); save it anew in JupyterLab"
        raise ParameterError([said]) from error
    if not cells:
        raise ParameterError([f"notebook: {notebook.name} has no cell tagged 'parameters'"])
    return cells


def _entries(config: Path) -> list[tuple[int, Any]]:
    """Return the entries of a batch file, each with the line where it starts."""
    try:
        text = config.read_text(encoding="utf-8")
        content, tree = yaml.safe_load(text), yaml.compose(text, yaml.SafeLoader)
    except OSError as error:
        raise SourceError(
            config, f"cannot read ({error.strerror})", "Name a batch file."
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise SourceError(config, f"not YAML ({error})", "Correct the file.") from error
    entries = content.get("reports") if isinstance(content, dict) else None
    if not isinstance(entries, list) or not entries:
        raise SourceError(config, "holds no list 'reports'", "See reports.yaml of the project.")
    pairs = tree.value if tree else ()
    nodes = [value for key, value in pairs if key.value == "reports"]
    if len(nodes) != 1:  # YAML takes the last of several, and lets a list come by a merge
        problem = "has not its own list 'reports', once"
        raise SourceError(config, problem, "See reports.yaml of the project.")
    return [
        (each.start_mark.line + 1, entry)
        for each, entry in zip(nodes[0].value, entries, strict=True)
    ]


def _expanded(
    entry: Mapping[str, Any], config: Path, overrides: Mapping[str, Any]
) -> Iterable[Planned]:
    """Yield a report for each combination of an entry's parameter values."""
    _check_entry(entry)
    notebook = config.parent / "notebooks" / f"{entry['notebook']}.ipynb"
    cells = _parameter_cells(notebook)
    known, defaults = assigned(cells), assigned_values(cells)
    given = dict(entry.get("parameters") or {})
    changed = {name: value for name, value in overrides.items() if name in known}
    given |= changed
    options = [value if isinstance(value, list) else [value] for value in given.values()]
    excluded = entry.get("exclude") or []
    checked({}, known, [name for each in excluded for name in each])
    for values in itertools.product(*options):
        parameters = dict(zip(given, values, strict=True))
        if any(each.items() <= parameters.items() for each in excluded):
            continue
        checked(parameters, known, list(parameters))
        # In the notebook's order: that of the file must make no difference to a report.
        parameters = {name: parameters[name] for name in known if name in parameters}
        name = _name(entry["name"], parameters, changed)
        command = _command(name, config, changed)
        yield Planned(name, notebook, parameters, command=command, defaults=defaults)


def _related(planned: Mapping[str, Planned]) -> dict[str, Planned]:
    """Return reports that know their siblings."""
    groups: dict[Any, dict[Any, str]] = {}
    for report in planned.values():
        for key in SWITCHES:
            value = report.parameters.get(key)
            groups.setdefault(_without(report, key), {})[value] = report.name
    return {
        name: replace(
            report, siblings={key: _sorted(groups[_without(report, key)]) for key in SWITCHES}
        ).among(planned)
        for name, report in planned.items()
    }


def _sorted(names: Mapping[Any, str]) -> dict[Any, str]:
    return dict(sorted(names.items(), key=lambda item: str(item[0])))


def _without(report: Planned, key: str) -> Any:
    """Return what siblings that differ in one parameter have in common."""
    others = {name: value for name, value in report.parameters.items() if name != key}
    return report.notebook, key, frozenset(others.items())


def _check_entry(entry: Any) -> None:
    """Refuse an entry that is not of the form that a batch file has."""
    if not isinstance(entry, dict) or not {"notebook", "name"} <= set(entry) <= set(KEYS):
        raise ParameterError([f"got {entry!r}; expected the keys {', '.join(KEYS)}"])
    forms = {
        "notebook": (str, "the name of a notebook"),
        "name": (str, "a template"),
        "parameters": (dict | None, "values by parameter"),
        "exclude": (list | None, "a list of values by parameter"),
    }
    problems = [
        f"{key}: got {entry[key]!r}; expected {words}"
        for key, (kind, words) in forms.items()
        if key in entry and not isinstance(entry[key], kind)
    ]
    problems += [
        f"exclude: got {each!r}; expected values by parameter"
        for each in entry.get("exclude") or ()
        if not problems and not isinstance(each, dict)
    ]
    if problems:
        raise ParameterError(problems)


def _command(name: str, config: Path, changed: Mapping[str, Any]) -> str:
    """Return the command, given where the batch file is, that makes one report."""
    words = ["parkspread", "report", "--config", config.name, name]
    for parameter, value in changed.items():
        words += ["-p", parameter, str(value).lower() if isinstance(value, bool) else str(value)]
    return shlex.join(words)


def _name(template: str, parameters: Mapping[str, Any], changed: Mapping[str, Any]) -> str:
    """Return a report's name; values given by hand that the template lacks are added to it."""
    words = {name: slug(str(value)) for name, value in parameters.items()}
    asked = re.findall(r"\{([^{}]*)\}", template)  # plain names; str.format would do much more
    if unknown := [name for name in asked if name not in words]:
        raise ParameterError([f"name: {template!r} asks for {unknown[0]!r}, no parameter"])
    if set("{}") & set(re.sub(r"\{[^{}]*\}", "", template)):
        raise ParameterError([f"name: {template!r} asks for no parameter: a brace stands alone"])
    name = re.sub(r"\{([^{}]*)\}", lambda match: words[match[1]], template)
    added = [words[parameter] for parameter in changed if f"{{{parameter}}}" not in template]
    name = "-".join([name, *(word for word in added if word)])
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name):
        raise ParameterError([f"name: {name!r}; use letters a–z, digits, - and _ only"])
    return name
