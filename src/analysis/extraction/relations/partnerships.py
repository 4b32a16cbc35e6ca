"""Which provinces signed an agreement, or mean to; a mere location is no party."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.extraction.facts import Fact
from analysis.extraction.grammar import Hit
from analysis.extraction.lexicon import Words
from analysis.extraction.lookalikes import Mention
from analysis.extraction.reading import Reading
from analysis.extraction.sentences import CODES

# What stands between an institution and a province whose it is not.
WALL = re.compile(r"[,;.:]|\b(?:ubnd|ủy|và|với|cùng|giữa|đã|đến|tới|and|with|between)\b")
# What is said of the first of several provinces is said of them all: Sở Y tế các tỉnh X, Y và Z.
SHARED = re.compile("{province}(?:,|,? (?:và|and)) (?={province})".format(**CODES))
# What makes a province only say where or whose another is: X-based, X University, X's department.
ATTRIBUTE = re.compile(
    r"-(?:based|headquartered)\b|'s ?(?:[.,;]|$)|(?: city| province)?(?:'s)?"
    r"(?: (?!(?:and|with|to|on|for|sign\w*)\b)[\w-]+){0,3}? "
    r"(?:departments?|universit\w+|colleges?|hospitals?|police|(?:air)?port|associations?|unions?"
    r"|business(?:es)?|enterprises|firms?|compan\w+|clubs?|farmers)\b(?! city)"
)
SEAT = ("trụ ", "cơ ")  # trụ sở and cơ sở are no "sở"
AGAINST = re.compile(
    r"\b(?:chưa|không(?! chỉ| những)) (?:\w+ ){0,2}$|\bnot (?:\w+ )?$"
    r"|\b(?:chấm dứt|hủy|hủy bỏ) (?:thỏa thuận|bản ghi nhớ|biên bản|hợp tác)(?: \w+){0,4} $"
)
# Past which nothing is meant only; what is done under an agreement follows its signing.
PAST = (
    r"\b(?:đã|vừa|has|have"
    r"|(?:following|under|after) (?:an?|the) (?:mou|memorandum|agreement|deal|pact))\b"
)
DONE = re.compile(f"{PAST}(?!.*{PAST})")
BESIDE = re.compile(r"\b(?:với|cùng|giữa|và|with|between|and)\b[^,;]{0,30}$")
PLACE = re.compile(r"\b(?:tại|ở|in|at)\b[^,;]{0,25}$")
NOT_SUBJECT = re.compile(
    r"\b(?:tại|ở|của|cho|thăm|(?:đến|tới)(?! nay| hết| năm| tháng)|in|at|visited)\b"
    rf"[^,;]{{0,25}}(?:{CODES['province']}, )*$"
)


def partnerships(reading: Reading) -> Iterator[Fact]:
    """Yield one fact for each province that is a party."""
    words = reading.grammar.cues["signing"]
    stated: set[str] = set()
    for hit in reading.hits("partnerships"):
        start = hit.match.start("sign")
        clause = hit.sentence.coded[:start].rpartition(";")[2]
        if AGAINST.search(clause) or "sport" in words.kinds(hit.sentence.coded):
            continue
        planned = "intended" in words.kinds(DONE.split(clause)[-1])
        bodies = _bodies(hit.sentence.coded, words)
        subject = _subject(hit, start - len(clause), bodies)
        lead = _party(reading, subject)
        told = [*reading.counted(hit)] if hit.rule.spec.get("place") == "counted" else []
        parties = [(place, lead) for place in _places(reading, hit, told, bodies)]
        if subject and subject.name.kind == "province":
            parties.append((subject, None))
        if told:  # only what no sentence says of the province itself
            parties = [party for party in parties if party[0].name.value not in stated]
        if not parties:
            continue
        stated |= {place.name.value for place, _ in parties}
        domain, total = _domain(reading, hit), reading.number(hit, "total")
        evidence = tuple(sorted(map(reading.evidence, (hit, *told))))
        day = None if planned else next(reading.days(_sentence(reading, hit)), reading.event_date)
        for place, leading in parties:
            values = {
                "province": reading.gazetteer.provinces[place.name.value],
                "province_code": place.name.value,
                "lead_party": leading,
                "headline_party": reading.headline_party,
                "domain": domain,
                "status": "planned" if planned else "signed",
                "signed_on": day,
                "stated_total": total if place is not subject else None,
            }
            yield Fact("partnerships", values, evidence)


def _places(reading: Reading, hit: Hit, told: list[Hit], bodies: list[int]) -> list[Mention]:
    """Return the parties: those named, counted here and told elsewhere, or carried over."""
    coded = hit.sentence.coded
    match hit.rule.spec.get("place"):
        case "carried":
            cities = hit.has("all") and hit.match["all"].endswith(("thành phố", "cities"))
            places = reading.acting(hit)
            return [m for m in places if not cities or m.name.value in reading.gazetteer.cities]
        case "counted" if _of_a_body(coded, hit.match.start("places"), bodies):
            return []
        case "counted":
            return [m for each in told for m in each.mentions("places", ["province"])]
    inside = range(*hit.match.span("places"))
    return [
        mention
        for place, mention in hit.sentence.mentions.items()
        if place in inside
        and mention.name.kind == "province"
        and not _of_a_body(coded, place, bodies)
    ]


def _bodies(coded: str, words: Words) -> list[int]:
    """Return where the words for institutions end."""
    return [
        end
        for start, end, kind in words.spans(coded)
        if kind == "institutions" and not coded[:start].endswith(SEAT)
    ]


def _of_a_body(coded: str, place: int, bodies: list[int]) -> bool:
    """Whether what stands at a place tells of an institution: Sở Y tế tỉnh X, X University."""
    if ATTRIBUTE.match(coded, place + 1):
        return True
    between = (SHARED.sub("", coded[end : place + 1]) for end in bodies if end <= place)
    return not all(map(WALL.search, between))


def _subject(hit: Hit, clause: int, bodies: list[int]) -> Mention | None:
    """Return who signs with the places: the first organisation, else the first province.

    Where the places stand before the verb, only an organisation beside them or after it counts.
    """
    coded, sign = hit.sentence.coded, hit.match.start("sign")
    leads = hit.rule.spec.get("subject") == "before"
    end = sign + len(coded[sign:].partition(";")[0])
    first, last = (clause, hit.match.start("places")) if leads else (hit.match.start(), end)

    def fits(place: int, kind: str) -> bool:
        before = coded[first:place]
        if kind in ("programme", "developer"):
            return not PLACE.search(before) if leads else bool(BESIDE.search(before))
        acts = leads and kind == "province" and place < sign
        return acts and not (NOT_SUBJECT.search(before) or _of_a_body(coded, place, bodies))

    named = hit.sentence.mentions.items()
    fitting = [m for place, m in named if first <= place < last and fits(place, m.name.kind)]
    return min(fitting, key=lambda mention: mention.name.kind == "province", default=None)


def _party(reading: Reading, subject: Mention | None) -> str | None:
    """Return a party's name: official of a province, as spelt of an organisation."""
    if subject is None:
        return None
    return reading.gazetteer.provinces.get(subject.name.value, subject.name.spelling)


def _domain(reading: Reading, hit: Hit) -> str:
    """Return what the agreement is about: as the match says, else the rest of the clause."""
    rest = reading.article.view.folded[hit.span("sign")[1] : hit.sentence.end]
    rest = rest.partition(";")[0]
    about = reading.printed(hit, "about").lower() if hit.has("about") else ""
    return next(
        (found for text in (about, rest) if (found := reading.grammar.domain(text))), "other"
    )


def _sentence(reading: Reading, hit: Hit) -> str:
    return reading.article.view.folded[hit.sentence.start : hit.sentence.end]
