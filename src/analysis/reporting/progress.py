"""Progress of a batch: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def progress(total: int) -> Iterator[Callable[[str, str], None]]:
    """Yield a function to call with the name and state of each report that has ended."""
    if not sys.stderr.isatty():
        ended = iter(range(1, total + 1))
        yield lambda name, state: print(f"[{next(ended)}/{total}] {name} {state}", flush=True)
        return
    with tqdm(total=total, unit="report") as bar:

        def done(name: str, state: str) -> None:
            bar.set_postfix_str(f"{name} {state}")
            bar.update()

        yield done
