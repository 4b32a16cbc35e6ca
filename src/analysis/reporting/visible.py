"""Marks that turn the direction of reading are seen, so that no name can rearrange what follows."""

from __future__ import annotations

import re

MARKS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SEEN = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    r"""Return a text of the same length in which each such mark is seen.

    Examples
    --------
    >>> visible("Huế \u202e63")
    'Huế �63'
    """
    return MARKS.sub(SEEN, text)
