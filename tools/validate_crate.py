"""Have roc-validator look at the reports' crate, also without a network.

``python tools/validate_crate.py reports --context ADDRESS=FILE``, repeatable, in an environment
of its own that has roc-validator 0.13. The crate names two contexts, which the validator reads
from the network; each is read from a file instead if one is given.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import requests
from rocrate_validator import models, services

PROFILE = "provenance-run-crate"


def main() -> int:
    """Validate the crate and print how many checks it passed, and each that it did not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("crate", type=Path)
    parser.add_argument("--context", action="append", default=[], metavar="ADDRESS=FILE")
    options = parser.parse_args()
    serve(dict(each.split("=", 1) for each in options.context))
    settings = services.ValidationSettings(
        rocrate_uri=str(options.crate),
        profile_identifier=PROFILE,
        requirement_severity=models.Severity.REQUIRED,
    )
    result = services.validate(settings)
    issues = result.get_issues()
    for issue in issues:
        print(f"{issue.check.identifier}: {issue.message}")
    print(f"{len(result.executed_checks)} required checks run, {len(issues)} issue(s)")
    return int(not result.passed())


def serve(contexts: dict[str, str]) -> None:
    """Answer requests for addresses with files."""
    real = requests.Session.request

    def request(session: requests.Session, method: str, url: str, **more: Any) -> Any:
        if url not in contexts:
            return real(session, method, url, **more)
        response = requests.Response()
        response.status_code, response.url = 200, url
        response.headers["Content-Type"] = "application/ld+json"
        response._content = Path(contexts[url]).read_bytes()
        return response

    requests.Session.request = request  # type: ignore[assignment, method-assign]


if __name__ == "__main__":
    sys.exit(main())
