"""Numbers and dates as texts write them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from analysis.extraction.lexicon import any_of

DIGITS = r"(?<![\w.,/-])(?:\d{1,3}(?:\.\d{3})+|\d{1,4})(?![\w/%]|[.,-]\d)"
NUMERAL = re.compile(r"\d+")  # dates are looked for around them
MONTHS = "january february march april may june july august september october november december"
MONTH = {name[:length]: n for n, name in enumerate(MONTHS.split(), 1) for length in (3, len(name))}
DATE = re.compile(
    r"(?:\b(?P<cue>ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng)(?: ngày| nay| qua)? ?\(?)?"
    r"(?<![\d/.,-])(?P<day>\d{1,2}) ?(?:[/.-]|(?P<long> ?tháng)) ?(?P<month>\d{1,2})"
    r"(?: ?(?:[/.-]| năm) ?(?P<year>(?:19|20)\d\d))?(?![\d/]|[.,-]\d)"
    rf"|\b(?:(?P<day2>\d{{1,2}}) )?(?P<name>{any_of(MONTH)})\.? (?:(?P<day3>\d{{1,2}}),? )?"
    r"(?P<year2>(?:19|20)\d\d)\b"
)
# What follows the day, or stands before what follows a month's name: most numerals are in no date.
OF_DAY = re.compile(r" {0,2}(?:[/.-]|tháng) ?\d")
MONTH_NAMES = tuple(MONTH)
FOUR_DIGITS = re.compile(r"(?:19|20)\d\d(?!\d|[.,]\d)")
# A year spoken of as present; not since when or until when something is.
YEAR = re.compile(
    r"(?<!\bđến )(?<!\btới )(?<!\btừ )(?<!\blập )(?<!\btrước )(?<!\bsau )(?<!-)"
    r"\b(?:năm|tháng \d{1,2}/|in) ?(?:19|20)\d\d"
)


def number_pattern(words: Mapping[str, Any]) -> str:
    """Return the expression for a whole number, in digits or words up to 99.

    "Năm" is five only before what is counted, else a year.
    """
    unit, digit = any_of(words["numbers"]), any_of({*words["numbers"], *words["digits"]} - {"năm"})
    year = rf"(?!năm(?! (?:{{park}}|{any_of(words['counted'])})))"
    word = rf"(?:{unit} mươi(?: {digit})?|mười {digit}|{year}{unit})"
    return rf"(?:{DIGITS}|(?<!\w){word}(?!\w))"


def number_start(words: Mapping[str, Any]) -> str:
    """Return what a number can begin with, to be asked before anything dearer."""
    seconds: dict[str, set[str]] = {}
    for first, second, *_ in (*words["numbers"], *words["digits"]):
        seconds.setdefault(first, set()).add(second)
    starts = (f"{first}[{''.join(sorted(each))}]" for first, each in sorted(seconds.items()))
    return rf"\b(?=\d|{'|'.join(starts)})"


def number_value(text: str, words: Mapping[str, Any]) -> int:
    """Return the value of a number.

    Examples
    --------
    >>> words = {"numbers": {"hai": 2, "mười": 10}, "digits": {"mốt": 1}}
    >>> [number_value(text, words) for text in ("1.250", "hai mươi mốt", "mười hai")]
    [1250, 21, 12]
    """
    if text[0].isdigit():
        return int(text.replace(".", ""))
    values = words["numbers"] | words["digits"]
    tens, _, rest = text.partition(" mươi")
    if tens != text:
        return 10 * int(values[tens]) + int(values.get(rest.strip(), 0))
    return sum(int(values[word]) for word in text.split())


def dates(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each date of a folded text: ISO, or partial as ``--MM-DD`` and ``YYYY-MM``.

    Examples
    --------
    >>> [iso for _, iso in dates("sáng 12/3, từ ngày 1 tháng 4 năm 2021; tỷ lệ 3/4")]
    ['--03-12', '2021-04-01']
    """
    numerals = [digits.span() for digits in NUMERAL.finditer(text)]
    dated = [start for start, end in numerals if _may_be_dated(text, start, end)]
    done = 0
    for start, end in numerals if dated else ():
        near = max(done, start - 16), end + 48
        place = bisect_left(dated, near[0])
        if start < done or place == len(dated) or dated[place] >= near[1]:
            continue
        if not (match := DATE.search(text, *near)):
            continue
        done = match.end()
        day = match["day"] or match["day2"] or match["day3"]
        month = int(match["month"]) if match["month"] else MONTH[match["name"]]
        year = match["year"] or match["year2"]
        if not (year or match["cue"] or match["long"]):
            continue
        try:
            iso = date(int(year or 2000), month, int(day or 1)).isoformat()
        except ValueError:
            continue
        yield match, (iso if day else iso[:7]) if year else f"-{iso[4:]}"


def _may_be_dated(text: str, start: int, end: int) -> bool:
    """Whether a numeral may be the day of a date or follow the name of a month."""
    if OF_DAY.match(text, end):
        return True
    return text[max(0, start - 12) : start].rstrip(" .").endswith(MONTH_NAMES)


def years(text: str) -> Iterator[str]:
    """Yield the years that a folded text speaks of as present."""
    for found in FOUR_DIGITS.finditer(text):
        if YEAR.search(text, max(0, found.start() - 16), found.end()):
            yield found[0]
