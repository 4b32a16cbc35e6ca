"""The manifest as a research object: a Provenance Run Crate, every report an action.

Nothing of the clock is in it: the crate is dated by the release of the library, and actions have
no times, for the same inputs give the same bytes whenever they are run. What is read but lies
outside the folder is named by its hash (``ni:`` addresses of RFC 6920).
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

import analysis
from analysis.reporting.manifest import LOCK, MANIFEST
from analysis.storage import sha256
from analysis.tables.registry import table

CRATE = "ro-crate-metadata.json"
WORKFLOW = "workflow.yaml"
CONTEXT = ["https://w3id.org/ro/crate/1.1/context",
           "https://w3id.org/ro/terms/workflow-run/context"]  # fmt: skip
FORMAT = "https://w3id.org/workflowhub/workflow-ro-crate/1.0"
PROFILES = {
    f"https://w3id.org/ro/wfrun/{name}/0.5": f"{name.title()} Run Crate"
    for name in ("process", "workflow", "provenance")
}
PROFILES[FORMAT] = "Workflow RO-Crate"
ENGINE, RUN, YAML, MAKERS = "#parkspread", "#run", "#yaml", "#developers"
KINDS = {
    "csv": "text/csv", "html": "text/html", "ipynb": "application/x-ipynb+json",
    "json": "application/json", "png": "image/png", "svg": "image/svg+xml",
    "yaml": "application/yaml",
}  # fmt: skip

Entity = dict[str, Any]
Entry = Mapping[str, Any]


def workflow(entries: Sequence[Entry]) -> bytes:
    """Return the batch file that makes exactly these reports."""
    reports = [
        {
            "notebook": entry["notebook"].removesuffix(".ipynb"),
            "name": entry["name"],
            "parameters": dict(entry["parameters"]),
        }
        for entry in entries
    ]
    head = "# Beside the folder notebooks, this batch file makes exactly the reports listed here.\n"
    body = yaml.safe_dump({"reports": reports}, allow_unicode=True, sort_keys=False, width=100)
    return (head + body).encode("utf-8")


def crate(
    entries: Sequence[Entry],
    derivations: Mapping[str, Any],
    index: Mapping[str, bytes],
    inputs: Mapping[str, str],
) -> bytes:
    """Return ``ro-crate-metadata.json``.

    Parameters
    ----------
    entries : sequence of mapping
        Reports as the manifest describes them.
    derivations : mapping
        Derivation pages, likewise.
    index : mapping of str to bytes
        Files about all of them, the workflow among them.
    inputs : mapping of str to str
        Hash of each table of the project's data, and of its lock.
    """
    hashes = {name: sha256(data) for name, data in index.items()}
    hashes |= {name: page["sha256"] for name, page in derivations.items()}
    for entry in entries:
        hashes |= entry["outputs"]
    files = [_file(name, sha) for name, sha in sorted(hashes.items()) if name != WORKFLOW]
    files += [_file(MANIFEST), *(_input(name, sha) for name, sha in inputs.items())]
    parameters = _parameters(entries)
    tools = {_tool(entry): _notebook(entry, entries) for entry in entries}
    actions = [*_actions(entries, inputs)]
    controls = [each for each in actions if each["@type"] == "ControlAction"]
    made = [each for each in actions if each["@type"] == "CreateAction"]
    run = {"@id": RUN, "@type": "CreateAction", "name": "All reports", "agent": _to(MAKERS),
           "description": "The reports of this folder made from its inputs",
           "instrument": _to(WORKFLOW), "object": [_to(_ni(sha)) for sha in inputs.values()],
           "result": [_to(name) for name in sorted(hashes) if name != WORKFLOW]}  # fmt: skip
    organise = {"@id": "#organise", "@type": "OrganizeAction", "name": "The batch",
                "agent": _to(MAKERS), "instrument": _to(ENGINE), "result": _to(RUN),
                "object": [_to(each["@id"]) for each in controls]}  # fmt: skip
    root = {
        "@id": "./", "@type": "Dataset", "name": "parkspread reports",
        "description": "Reports of regional park spread and partnership coverage, and how each "
        "was made", "datePublished": analysis.__released__,
        "license": _to("https://spdx.org/licenses/MIT"), "author": _to(MAKERS),
        "publisher": _to(MAKERS),
        "conformsTo": [_to(profile) for profile in PROFILES], "mainEntity": _to(WORKFLOW),
        "hasPart": [_to(WORKFLOW), *(_to(each["@id"]) for each in files)],
        "mentions": [_to(each["@id"]) for each in (run, organise, *made)],
    }  # fmt: skip
    main = _file(WORKFLOW, hashes[WORKFLOW]) | {
        "@type": ["File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"],
        "name": "Batch of reports", "programmingLanguage": _to(YAML),
        "version": analysis.__version__, "hasPart": [_to(tool) for tool in tools],
        "step": [_to(each["instrument"]["@id"]) for each in controls],
    }  # fmt: skip
    steps = [
        {"@id": f"{WORKFLOW}#{entry['name']}", "@type": "HowToStep", "name": entry["title"],
         "workExample": _to(_tool(entry)), "position": str(place)}
        for place, entry in enumerate(entries, start=1)
    ]  # fmt: skip
    about = {"@id": CRATE, "@type": "CreativeWork", "about": _to("./"),
             "conformsTo": [_to("https://w3id.org/ro/crate/1.1"), _to(FORMAT)]}  # fmt: skip
    graph = [about, root, main, *_around(), *tools.values(), *steps, organise, run, *actions,
             *parameters, *files]  # fmt: skip
    content = {"@context": CONTEXT, "@graph": graph}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _around() -> Iterator[Entity]:
    """Yield what everything else refers to: profiles, licence, engine, language, makers."""
    for address, name in PROFILES.items():
        yield {"@id": address, "@type": "CreativeWork", "name": name,
               "version": address.rpartition("/")[2]}  # fmt: skip
    yield {"@id": "https://spdx.org/licenses/MIT", "@type": "CreativeWork", "name": "MIT License",
           "description": "Free to use, change and share with the notice kept"}  # fmt: skip
    yield {"@id": ENGINE, "@type": "SoftwareApplication", "name": "parkspread",
           "softwareVersion": analysis.__version__}  # fmt: skip
    yield {"@id": YAML, "@type": "ComputerLanguage", "name": "parkspread batch file (YAML)"}
    yield {"@id": MAKERS, "@type": "Organization", "name": "parkspread developers"}


def _actions(entries: Sequence[Entry], inputs: Mapping[str, str]) -> Iterator[Entity]:
    """Yield for each report the action that made it and the one that started that."""
    for entry in entries:
        name, error = entry["name"], entry.get("error")
        read = [_to(_ni(inputs[file])) for file in _tables_read(entry) if file in inputs]
        action = {
            "@id": f"#make-{name}", "@type": "CreateAction", "name": entry["title"],
            "description": entry.get("command", ""), "instrument": _to(_tool(entry)),
            "agent": _to(MAKERS),
            "object": [*(_to(f"#{name}/{key}") for key in entry["parameters"]), *read],
            "result": [_to(output) for output in entry["outputs"]],
            "actionStatus": f"http://schema.org/{'Failed' if error else 'Completed'}ActionStatus",
        }  # fmt: skip
        yield {**action, "error": error} if error else action
        yield {"@id": f"#start-{name}", "@type": "ControlAction", "object": _to(f"#make-{name}"),
               "name": f"Start {name}", "instrument": _to(f"{WORKFLOW}#{name}")}  # fmt: skip


def _parameters(entries: Sequence[Entry]) -> list[Entity]:
    """Return every parameter, and the values that it has."""
    formal: dict[str, Entity] = {}
    values = []
    for entry in entries:
        for key, value in entry["parameters"].items():
            own = f"#{entry['name']}/{key}"
            parameter = formal.setdefault(key, _parameter(key))
            parameter["workExample"].append(_to(own))
            values.append({"@id": own, "@type": "PropertyValue", "name": key, "value": str(value),
                           "exampleOfWork": _to(parameter["@id"])})  # fmt: skip
    return [*formal.values(), *values]


def _parameter(name: str) -> Entity:
    return {"@id": f"#parameter/{name}", "@type": "FormalParameter", "name": name,
            "additionalType": "Text", "workExample": []}  # fmt: skip


def _notebook(entry: Entry, entries: Sequence[Entry]) -> Entity:
    """Return the notebook of a report as a tool."""
    known = [each["parameters"] for each in entries if _tool(each) == _tool(entry)]
    names = dict.fromkeys(name for each in known for name in each)
    return {"@id": _tool(entry), "@type": "SoftwareApplication", "sha256": entry["notebook_sha256"],
            "name": f"notebooks/{entry['notebook']}", "softwareVersion": analysis.__version__,
            "input": [_to(f"#parameter/{name}") for name in names]}  # fmt: skip


def _tool(entry: Entry) -> str:
    return _ni(entry["notebook_sha256"])


def _tables_read(entry: Entry) -> list[str]:
    """Return the files of the project's data that a report reads; none if it reads others."""
    if entry["parameters"].get("data_dir"):
        return []
    names = {json.loads(note)[1] for note in entry.get("inputs", ())}
    return [f"data/{file}" for file in sorted(table(name).file for name in names)]


def _input(name: str, sha: str) -> Entity:
    kind = "text/plain" if name == LOCK else KINDS["csv"]
    return {"@id": _ni(sha), "@type": "File", "name": name, "encodingFormat": kind, "sha256": sha}


def _file(name: str, sha: str = "") -> Entity:
    entity = {"@id": name, "@type": "File", "name": name,
              "encodingFormat": KINDS.get(name.rpartition(".")[2], "text/plain")}  # fmt: skip
    return {**entity, "sha256": sha} if sha else entity


def _ni(sha: str) -> str:
    """Return the address of what has a hash.

    Examples
    --------
    >>> _ni(sha256(b""))
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha)).decode("ascii").rstrip("=")


def _to(name: str) -> dict[str, str]:
    return {"@id": name}
