"""In which provinces a programme or developer has parks, or means to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from analysis.extraction.facts import Evidence, Fact
from analysis.extraction.grammar import Hit
from analysis.extraction.lookalikes import Mention
from analysis.extraction.reading import Reading
from analysis.extraction.sentences import CODES

NAMED = re.compile(f"[{CODES['park']}{CODES['programme']}{CODES['developer']}]")
PARK = re.compile(f"[{CODES['park']}{CODES['programme']}]")
# A park that something stands or happens in: what is planned or done is not the park.
INSIDE = re.compile(
    r"(?<!infrastructure )(?<!hạ tầng )"
    r"\b(?:tại|ở|trong|vào|thuộc|thăm|tham quan|at|in|into|visited)"
    rf"(?: (?:các|khu|the|dự án)| {CODES['developer']})*[ -]$|\($"
)
SILENT = {"unspecified", "presumed"}  # nothing is said of the status
# The sentence before says what all parks of this one are.
LISTS = re.compile(r"^(?:đó|cụ thể) là\b|^(?:bao )?gồm\b|^(?:these|they) (?:are|include)\b")
# Its other name follows a park's in brackets.
ALIAS = re.compile(rf"{CODES['park']}[^{''.join(CODES.values())}();,.]{{0,40}}\($")
# What is done to the park itself, some clauses on: KCN X, tại huyện Y, vừa được khởi công.
DONE_TO = re.compile(
    r"[^;]*?, ((?:(?:vừa|đã|mới|sẽ|sắp|chính thức|dự kiến) )*(?:được|was|were|will be) [^,;]*"
    r"|and (?=will (?:span|cover|occupy|be (?:built|developed))\b)[^,;]*"
    r"|(?:which )?(?:will|is set to|is expected to|is waiting for) [^,;]*"
    r"|(?:sẽ|dự kiến|sắp) (?:khởi công|động thổ|hoàn thành|triển khai|xây dựng) [^,;]*)"
)
# The next item of a list, up to its park: …; the Sea Breeze.
ITEM = re.compile(r";(?: and)?(?: the(?: [\w-]+){0,5})? *$")
# What will grow is there.
GROWS = re.compile(
    r" ?(?:(?:sẽ|sắp|dự kiến) (?:được )?mở rộng|(?:will|is to|are to) (?:be expanded|expand))\b"
)
# What follows is the state of things now, whatever was done before.
NOW = re.compile(r"\b(?:đến nay|tính đến|hiện nay|to date|so far)\b")
# What was done since when tells of the past; the word itself stays, as it may tell of now.
SINCE = re.compile(r"\b(since|từ khi|từ ngày)\b[^,;]*")
# Land is cleared for parks to come.
CLEARED = re.compile(r"\b(?:giải phóng mặt bằng|(?:site|land) clearance)\b")
# The next sentence goes on with what the park will be.
TO_COME = re.compile(
    r"(?:it|the (?:park|complex|zone)) will (?:cover|span|be built|be developed|occupy)\b"
    rf"|(?:dự án|{CODES['park']})(?: này)? (?:sẽ|dự kiến) "
    r"(?:có|rộng|được (?:xây dựng|chia|khởi công)|khởi công|hoàn thành)\b"
)
# Where another park's clause begins: …, and a third park got under way.
NEW_CLAUSE = re.compile(r", (?:and|while) (?=(?:an?|another) )")


class Located(NamedTuple):
    """A park read from a match: whose, where, and what is said of its status, if anything."""

    evidence: Evidence
    organisation: Mention
    code: str
    status: str


def park_locations(reading: Reading) -> Iterator[Fact]:
    """Yield one fact for each province named with a park.

    A park of whose status nothing is said is taken to operate, unless the article says elsewhere
    that it, or another's in that province, is only planned: partners each tell of theirs.
    """
    located = [*_located(reading)]
    said: dict[tuple[str, str], set[str]] = {}
    there: dict[str, set[str]] = {}
    for park in located:
        said.setdefault((park.organisation.name.value, park.code), set()).add(park.status)
        there.setdefault(park.code, set()).add(park.status)
    for park in located:
        name, status = park.organisation.name, park.status
        own = said[name.value, park.code]
        stated = (own - SILENT) or (there[park.code] - SILENT)
        if status not in stated and len(stated) < 2:
            status = min(stated, default="operating" if "presumed" in own else "unspecified")
        values = {
            "programme": name.value,
            "developer": name.value if name.kind == "developer" else None,
            "province": reading.gazetteer.provinces[park.code],
            "province_code": park.code,
            "status": "operating" if status == "presumed" else status,
        }
        yield Fact("park_locations", values, (park.evidence,))


def _located(reading: Reading) -> Iterator[Located]:
    """Yield the parks of all rules; what a rule carries over only where no rule states it."""
    stated: set[int] = set()
    hits = [*reading.hits("park_locations")]
    for hit in sorted(hits, key=lambda hit: not hit.rule.spec.keys().isdisjoint(("org", "place"))):
        places = hit.mentions("places", ["province", "town"])
        if "org" in hit.rule.spec:
            inside = _inside(_lead(hit))
            project = hit.rule.spec["org"] == "of the project"
            subject = (
                reading.developer(hit) if project else None if inside else reading.subject(hit)
            )
            kind = hit.rule.spec.get("of")
            organisations = [subject] if subject and kind in (None, subject.name.kind) else []
            places = [place for place in places if place.start not in stated]
        else:
            organisations = hit.mentions("org")
            if "place" in hit.rule.spec and organisations[0].start not in stated:
                places = _context(reading, hit, organisations[0])
        if organisations and places:
            told = range(hit.sentence.start, hit.sentence.end)  # not who another sentence names
            stated |= {each.start for each in (*organisations, *places) if each.start in told}
            evidence, status = reading.evidence(hit), _status(reading, hit)
            codes = dict.fromkeys(place.name.value for place in places)
            for organisation, code in product(organisations, codes):
                yield Located(evidence, organisation, code, status)


def _context(reading: Reading, hit: Hit, organisation: Mention) -> list[Mention]:
    """Return the places a sentence opens with; else the headline's, of one certain park."""
    if places := reading.opening(hit, organisation):
        return places
    project = hit.has("project") and PARK.search(reading.headline)
    certain = project or _inside(_lead(hit)) or hit.has("number")
    named = {m.name.value for m in hit.sentence.mentions.values() if m.name.kind == "province"}
    home = reading.headline_provinces if certain else []
    return home if named <= {mention.name.value for mention in home} else []


def _status(reading: Reading, hit: Hit) -> str:
    """Return the status that the words around a match say or show."""
    spec, grammar = hit.rule.spec, reading.grammar
    if "status" in spec:
        return spec["status"]
    lead = _lead(hit)
    wider = lead.rpartition(";")[2]
    own = NOW.split(NEW_CLAUSE.split(wider)[-1])[-1]
    rest = hit.sentence.coded[hit.match.end() :]
    done = DONE_TO.match(NAMED.split(rest, maxsplit=1)[0])
    inside = _inside(lead)
    after = "" if GROWS.match(hit.aftermath) else hit.aftermath
    told = [f"{own} {hit.match[0]}", after, f"{NOW.split(wider)[-1]} {hit.match[0]}"]
    told = ([] if lead.endswith("(") else [after]) if inside else told
    told += [done[1]] if done else []
    told += [reading.headline] if hit.has("project") else []
    if LISTS.match(hit.sentence.coded):
        told.append(reading.sentences[max(0, hit.sentence.index - 1)].coded)
    intents = (grammar.intent(SINCE.sub(r"\1", text)) for text in told)
    said = next(filter(None, intents), "")
    if not (said or inside) and _to_come(reading, hit, NAMED.split(rest, maxsplit=1)[0]):
        said = "planned"
    return said or spec.get("otherwise", "presumed")


def _to_come(reading: Reading, hit: Hit, rest: str) -> bool:
    """Whether the rest of a sentence, up to the next name, or the next one tells of a plan."""
    following = reading.sentences[hit.sentence.index + 1 : hit.sentence.index + 2]
    after = following[0].coded if following else ""
    return CLEARED.search(rest) is not None or TO_COME.match(after) is not None


def _inside(lead: str) -> bool:
    """Whether words before a park make it the place of something else."""
    return INSIDE.search(ALIAS.sub("", lead)[-40:]) is not None


def _lead(hit: Hit) -> str:
    """Return what stands before a park or, if it goes on a list with semicolons, before the first.

    What is said before the first item of such a list is said of them all.
    """
    coded = hit.sentence.coded
    named = NAMED.search(coded, hit.start)
    lead = coded[: named.start() if named else hit.start]
    if named and named[0] == CODES["developer"]:
        lead = lead.removesuffix("(")  # a company's short name
    while item := ITEM.search(lead):
        lead = lead[: item.start()]
        clause = lead.rfind(";") + 1
        first = PARK.search(coded, clause, len(lead))
        lead = coded[: first.start() if first else clause]
    return lead
