"""Marks that turn the direction of reading are seen, so that no name can rearrange what follows."""

from __future__ import annotations

MARKS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
SEEN = dict.fromkeys(MARKS, "\N{REPLACEMENT CHARACTER}")


def visible(text: str) -> str:
    r"""Return a text of the same length in which each such mark is seen.

    Examples
    --------
    >>> visible("Huế \u202e63")
    'Huế �63'
    """
    return text.translate(SEEN)
