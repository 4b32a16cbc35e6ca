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
    rf"(?: (?:các|khu|the|an?|dự án)| [\d.,]+[ -]?(?:ha|hectares?)| {CODES['developer']})*[ -]$|\($"
    r"|\b(?:nhà ở(?: xã hội| công nhân)?|ký túc xá|công nhân)(?: của| cho)?(?: các)? $"
)
# Nothing is said of the status now: a rule's default, something is in the park, it once began.
SILENT = {"unspecified", "presumed", "used", "begun"}
# The sentence before says what all parks of this one are.
LISTS = re.compile(r"^(?:đó|cụ thể) là\b|^(?:bao )?gồm\b|^(?:these|they) (?:are|include)\b")
# Its other name follows a park's in brackets.
ALIAS = re.compile(
    rf"{CODES['park']}(?:[^{''.join(CODES.values())}();,.]"
    r"|,(?= (?:and |và )?(?:township|urban|residential|service|commerc|đô thị|dịch vụ|dân cư)"
    r")){0,60}\($"
)
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
# When work began is past in a text of which another part says that the park operates.
BEGUN = re.compile(
    r"\b(?:khởi công|động thổ|khởi động|ground-?breaking|broke ground|construction began)\b"
    r"[^,;]{0,40}?\b(?:năm|in|ngày \d+[/-]\d+[/-]|tháng \d+[/-]) ?(?:19|20)\d\d\b"
)
AGO = re.compile(r"\b(?:\d+ years ago|a decade ago|cách đây \d+ năm|\d+ năm trước)\b")
WAS_BEGUN = re.compile(
    rf"(?:dự án|{CODES['park']})(?: này)? (?:(?:đã|vừa|chính thức) )*"
    r"được (?:chính thức )?(?:khởi công|khởi động|động thổ)\b"
)
# The work on it is being prepared.
TO_BEGIN = re.compile(
    r"\b(?:thủ tục|chuẩn bị|dự kiến|sẽ|sắp)\b[^;.,]{0,60}?\b(?:khởi công|động thổ) "
    rf"(?:dự án|{CODES['park']}|vào|trong)"
)
# A park called a project is one to come, unless it is said to operate.
PROJECT = re.compile(
    r"(?<!các )(?<!những )(?<!\d )\b(?:dự án|project of)"
    rf"(?: [^;.,]{{1,60}})?(?: {CODES['park']}|(?: {CODES['park']})? ?$)"
)
PROJECT_OF = re.compile(r"\b(?:dự án|hạ tầng|projects?|infrastructure)\b")
IS_PROJECT = re.compile(r" project\b")
THIS_IS = re.compile(r"(?:đây là|this is|it is) ")
# Works go on, as one of the next sentences says.
GOES_ON = re.compile(
    rf"(?:^|, )(?:dự án(?: này)?|(?:dự án )?{CODES['park']}[^;,.]{{0,40}}) đang được "
    r"[^;]{0,80}\b(?:triển khai|xây dựng|thi công)\b"
    r"|\b(?:tiến độ|tình hình) (?:triển khai |thực hiện |xây dựng |thi công )+dự án này\b"
)
# What is said is of a road to it.
ROAD = re.compile(
    r"\b(?:tuyến|đường|cầu|metro)\b[^;,]{0,30} (?:nối|dẫn vào|dẫn đến|qua)(?: với| từ)* $"
)
# A park is struck off a plan, or its project was taken away.
STRUCK_OFF = re.compile(
    r"[^;]*?\bkhỏi (?:danh mục|quy hoạch)\b"
    r"|(?:[^;]*?\bdự án (?:này|trên)|[^;,]{0,20}?)(?: đã| vừa)? bị [\"'“]?"
    r"(?:hủy|xóa sổ|khai tử|chấm dứt|thu hồi(?! đất| \d))\b"
    r"|(?:[^;]*?\b(?:this|the) project)? (?:was|has been) (?:cancell?ed|scrapped)\b"
)
# It was proposed in vain.
REFUSED = re.compile(r"\b(?:từ chối|bác bỏ|bác|không chấp thuận|rejected|turned down)\b[^;,]*$")
# What is as old as that operates: at the tenth anniversary of it.
AGED = re.compile(
    r"(?:\bkỷ niệm \d+ năm|\banniversary of)(?: (?:thành lập|hoạt động|phát triển|the))*"
    rf"(?: {CODES['park']})? $"
)
# What is said before is of what a park is compared with.
COMPARED = re.compile(r"\b(?:bằng (?:\d|một |nửa)|so với|gấp \S+|compared (?:to|with)|than)\b")
# Money is put in for the park to be made.
PAID_FOR = re.compile(
    r"\b(?:(?<!vốn )(?<!mức )đầu tư|rót|chi|invests?) [^;]{0,25}?"
    r"\b(?:triệu|tỷ|tỉ|million|billion)\b[^;]{0,20}?"
    r"\b(?:phát triển|xây|xây dựng|làm(?! chủ)|to (?:build|develop))\b"
    rf"|\b(?:đầu tư|xây|xây dựng|làm) {CODES['park']}[^,;]{{0,40}}?\b(?:triệu|tỷ|tỉ)\b"
)
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
        if "begun" in own and status in SILENT:
            status = "planned" if own.isdisjoint(("operating", "used")) else "operating"
        elif status not in stated and len(stated) < 2:
            silent = "unspecified" if own.isdisjoint(("presumed", "used")) else "operating"
            status = min(stated, default=silent)
        values = {
            "programme": name.value,
            "developer": name.value if name.kind == "developer" else None,
            "province": reading.gazetteer.provinces[park.code],
            "province_code": park.code,
            "status": "operating" if status in ("presumed", "used") else status,
        }
        yield Fact("park_locations", values, (park.evidence,))


def _located(reading: Reading) -> Iterator[Located]:
    """Yield the parks of all rules; what a rule carries over only where no rule states it."""
    stated: set[int] = set()
    hits = [*reading.hits("park_locations")]
    for hit in sorted(hits, key=lambda hit: not hit.rule.spec.keys().isdisjoint(("org", "place"))):
        places, lead = hit.mentions("places", ["province", "town"]), _lead(hit)
        if "org" in hit.rule.spec:
            inside = _inside(lead)
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
                places = _context(reading, hit, organisations[0], lead)
        struck = STRUCK_OFF.match(hit.sentence.coded, hit.match.end())
        if organisations and places and not (struck or REFUSED.search(lead)):
            told = range(hit.sentence.start, hit.sentence.end)  # not who another sentence names
            stated |= {each.start for each in (*organisations, *places) if each.start in told}
            evidence, status = reading.evidence(hit), _status(reading, hit, lead)
            codes = dict.fromkeys(place.name.value for place in places)
            for organisation, code in product(organisations, codes):
                yield Located(evidence, organisation, code, status)


def _context(reading: Reading, hit: Hit, organisation: Mention, lead: str) -> list[Mention]:
    """Return the places a sentence opens with; else the headline's, of one certain park."""
    if places := reading.opening(hit, organisation):
        return places
    project = hit.has("project") and PARK.search(reading.headline)
    certain = project or _inside(lead) or hit.has("number")
    named = {m.name.value for m in hit.sentence.mentions.values() if m.name.kind == "province"}
    home = reading.headline_provinces if certain else []
    if hit.has("project"):
        home = _project_before(reading, hit) or home
    return home if named <= {mention.name.value for mention in home} else []


def _project_before(reading: Reading, hit: Hit) -> list[Mention]:
    """Return the province of the park project that the sentence before tells of, if one does."""
    before = reading.sentences[max(0, hit.sentence.index - 1)]
    named = [*before.mentions.values()]
    park = PARK.search(before.coded)
    told = park and PROJECT_OF.search(before.coded) and not _inside(before.coded[: park.start()])
    places = [mention for mention in named if mention.name.kind == "province"]
    others = any(mention.name.kind in ("programme", "developer") for mention in named)
    one = len({place.name.value for place in places}) == 1
    return places[:1] if told and one and not others else []


def _status(reading: Reading, hit: Hit, lead: str) -> str:
    """Return the status that the words around a match say or show."""
    spec, grammar = hit.rule.spec, reading.grammar
    if "status" in spec:
        return spec["status"]
    wider = lead.rpartition(";")[2]
    own = COMPARED.split(NOW.split(NEW_CLAUSE.split(wider)[-1])[-1])[-1]
    if ROAD.search(lead):
        return "presumed"
    if AGED.search(own):
        return "operating"
    rest = NAMED.split(hit.sentence.coded[hit.match.end() :], maxsplit=1)[0]
    done = DONE_TO.match(rest)
    inside = _inside(lead)
    after = "" if GROWS.match(hit.aftermath) else hit.aftermath
    told = [f"{own} {hit.match[0]}", after, f"{NOW.split(wider)[-1]} {hit.match[0]}"]
    told = ([] if lead.endswith("(") else [after]) if inside else told
    told += [done[1]] if done else []
    told += [reading.headline] if hit.has("project") else []
    if LISTS.match(hit.sentence.coded):
        told.append(reading.sentences[max(0, hit.sentence.index - 1)].coded)
    told = [SINCE.sub(r"\1", text) for text in told]
    said = next(filter(None, map(grammar.intent, told)), "")
    if said == "planned":
        if AGO.search(own):
            return "presumed"
        whole = SINCE.sub(r"\1", f"{own} {hit.match[0]}{after}")
        if grammar.intent(BEGUN.sub("", whole)) != grammar.intent(whole):
            return "begun"
    if not (said or inside):
        clause = f"{own}{hit.match[0]}"
        said = _told_around(reading, hit, clause, rest)
        if not said and (PROJECT.search(clause) or IS_PROJECT.match(hit.aftermath)):
            said = "begun"
    return said or spec.get("otherwise", "used" if inside else "presumed")


def _told_around(reading: Reading, hit: Hit, clause: str, rest: str) -> str:
    """Return the status of a park of which its own clause has no word for it.

    It is told by what money is for, by the sentences before a project's, by the rest of the
    sentence up to the next name, or by the sentences after.
    """
    index, sentences = hit.sentence.index, reading.sentences
    if PAID_FOR.search(clause):
        return "planned"
    if hit.rule.spec.get("org") == "of the project":
        before = (each.coded for each in reversed(sentences[max(0, index - 3) : index]))
        if said := next(filter(None, map(reading.grammar.intent, before)), ""):
            return said
    after = [each.coded for each in sentences[index + 1 : index + 3]]
    if any(map(GOES_ON.search, after)):
        return "planned"
    if CLEARED.search(rest) or (after and (TO_COME.match(after[0]) or TO_BEGIN.search(after[0]))):
        return "planned"
    told = after[1:] if after and THIS_IS.match(after[0]) else after[:1]
    return "begun" if any(map(WAS_BEGUN.match, told)) else ""


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
    if named and (named[0] == CODES["developer"] or coded.startswith(")", named.end())):
        lead = lead.removesuffix("(")  # a company's short name
    while item := ITEM.search(lead):
        lead = lead[: item.start()]
        clause = lead.rfind(";") + 1
        first = PARK.search(coded, clause, len(lead))
        colon = coded.find(":", clause, len(lead))
        lead = coded[: colon if colon > 0 else first.start() if first else clause]
    return lead
