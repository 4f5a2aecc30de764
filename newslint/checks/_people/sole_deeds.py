"""What only one person can have done, told of two: "Kobal, who led the work", "Roe, who led it"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._people.likeness import plain
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

_NAME = r"(?P<name>(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’-]+)"
_DEEDS = {
    "lead": "led|leads|headed|heads|directed|directs|ran|runs",
    "chair": "chaired|chairs|presided\\sover|presides\\sover",
    "write": "wrote|drafted|drew\\sup|authored",
    "design": "designed",
    "found": "founded|set\\sup",
    "own": "owned|owns",
    "discover": "discovered",
    "drive": "drove|was\\sdriving|piloted|was\\sflying|captained|skippered",
    "judge": "tried|sentenced|heard",
    "prosecute": "prosecuted",
    "issue": "issued|signed",
    "propose": "proposed|tabled|moved|introduced|put\\sdown|put\\sforward",
}
_DID = LazyRegex(
    rf"\b{_NAME},\s(?P<whole>(?:[^.;,]{{0,30}},\s)?who\s(?:had\s)?(?P<deed>{'|'.join(_DEEDS.values())})\s(?:the|that|its|this)"
    r"\s(?:[a-z]+\s)?(?P<noun>[a-z]{3,}))\b"
)
# The motion, proposed by the group's leader, Alasdair Venn
_BY = LazyRegex(
    rf"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Aa]n?)\s(?:[a-z]+\s)?(?P<noun>[a-z]{{3,}}),?\s(?:which\swas\s|was\s)?"
    rf"(?P<whole>(?P<deed>{'|'.join(_DEEDS.values())}|written|driven|flown|owned|run|drawn\sup)\sby\s"
    rf"(?:(?:the|its)\s(?:[A-Z]?[a-z]+\s){{0,4}}[a-z]+,?\s|[A-Z]?[a-z]+\s)?{_NAME})\b"
)
# Ms Thackray, who put the motion down
_PUT = LazyRegex(
    rf"\b{_NAME},\s(?P<whole>who\s(?:had\s)?(?P<deed>put)\s(?:the|that|its|this)\s(?P<noun>[a-z]{{3,}})\s(?:down|forward))\b"
)
_PARTICIPLES = {"written": "write", "drawn up": "write", "driven": "drive", "flown": "drive",
                "owned": "own", "run": "lead", "put": "propose"}  # fmt: skip
_CALLED = LazyRegex(
    rf"\b{_NAME},\s(?P<whole>who\sas\s(?:the\s)?(?P<office>[a-z]+(?:\s[a-z]+)?))(?=\s(?:has|had|can|is|was|must|may|could)\b)"
)
_ONE_WORK = frozenset(
    {"study", "work", "research", "project", "team", "survey", "inquiry", "investigation"}
)
_TOGETHER = LazyRegex(
    r"\b(?:jointly|together|also|both|then|former(?:ly)?|first|with|later|until|from)\b"
)


def sole_deeds(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each deed of one person that was told of another before, and where.

    So is an office that another person bears: "Craig Roe, who as fire chief has the power".
    Needs `names`, `sentences` and `quotations`.
    """
    told: dict[tuple[str, str], list[tuple[str, Span]]] = defaultdict(list)
    for place in places(reading):
        if " who " not in place.text and " by " not in place.text:
            continue
        start = place.sentence.span.start
        found = [m for p in (_DID, _PUT, _BY) for m in p.finditer(place.text)]
        for match in sorted(found, key=lambda m: m.start("whole")):
            if _TOGETHER.search(place.text[max(0, match.start() - 30) : match.end() + 30]):
                continue
            did = match["deed"]
            deed = _PARTICIPLES.get(did) or next(
                k for k, v in _DEEDS.items() if re.fullmatch(v, did)
            )
            noun = match["noun"]
            if match.re is _BY.compiled and deed == "lead" and noun not in _ONE_WORK:
                continue  # courts, parties and firms are led by one after another
            key = (deed, "work" if noun in _ONE_WORK else noun)
            name, span = plain(match["name"].split()[-1]), Span(*match.span("whole")).shifted(start)
            before = told[key]
            another = match[0].lower().startswith(("a ", "an "))
            odd = before and not another and all(name != other for other, _ in before)
            if odd and is_writers_own(reading, span):
                yield span, before[0][1]
            before.append((name, span))
        for match in _CALLED.finditer(place.text):
            bearer = _bearer(reading, match["office"], plain(match["name"].split()[-1]))
            span = Span(match.start("name"), match.end("name")).shifted(start)
            if bearer is not None and is_writers_own(reading, span):
                yield span, bearer


def _bearer(reading: Reading, office: str, name: str) -> Span | None:
    """Return where somebody else is given the office just before the name: "Fire Chief Quan"."""
    if " " not in office and office not in vocabulary("persons", "offices"):
        return None
    pattern = re.compile(rf"\b(?i:{office}),?\s{_NAME}")
    for place in places(reading):
        for match in pattern.finditer(place.text):
            if plain(match["name"].split()[-1]) != name:
                return Span(*match.span()).shifted(place.sentence.span.start)
    return None
