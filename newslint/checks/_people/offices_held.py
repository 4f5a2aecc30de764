"""Offices of one body that one person is given: "the choir's director", then "its president"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks._facts.told import places
from newslint.checks._people.likeness import plain
from newslint.checks._prose import is_writers_own
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.span import Span

#: Offices of clubs, firms, schools and towns of which one person seldom holds two.
_OFFICES = {
    "treasurer": "treasurer",
    "director": "(?:music|artistic|finance|managing|medical|sporting)\\sdirector|director",
    "president": "president",
    "chair": "chair(?:man|woman|person)?",
    "secretary": "secretary",
    "head teacher": "head\\steacher|headteacher|headmaster|headmistress",
    "harbourmaster": "harbou?r\\s?master",
    "coach": "(?:head\\s)?coach",
    "captain": "captain",
    "goalkeeper": "goalkeeper",
    "curator": "curator",
    "conductor": "conductor",
    "accompanist": "accompanist",
    "librarian": "librarian",
    "warden": "warden",
    "manager": "manager",
    "bookkeeper": "bookkeeper",
    "caretaker": "caretaker",
    "engineer": "(?:chief|city|borough|ship[’']s)\\sengineer|engineer",
    "lawyer": "lawyer|solicitor",
    "vicar": "vicar|rector",
    "organist": "organist",
    "editor": "editor",
    "auditor": "auditor",
    "architect": "architect",
    "midwife": "midwife",
    "surgeon": "surgeon",
    "spokesman": "spokes(?:man|woman|person)",
}
_OFFICE = rf"(?P<office>{'|'.join(_OFFICES.values())})"
_NAME = r"(?P<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.?\s)?(?:[A-Z][\w’'-]+\s){0,2}[A-Z][\w’-]+)"
_TOLD = (
    LazyRegex(
        rf"\b(?P<whole>(?:[Tt]he\s(?P<owner>[a-z]+)[’']s|[Tt]he|[Ii]ts)\s(?:[a-z]+\s)?{_OFFICE}),\s{_NAME}(?=[,.]|\s(?:said|says|told|has|had|was|is)\b)"
    ),
    LazyRegex(
        rf"\b{_NAME},\s(?P<whole>(?:the\s(?P<owner>[a-z]+)[’']s|the|its)\s(?:[a-z]+\s)?{_OFFICE})(?=[,.]|\s(?:of|at|said)\b)"
    ),
)
_BOTH = LazyRegex(
    r"\b(?:former(?:ly)?|then|now|later|acting|interim|also|both|and|deputy|assistant|vice|elected|appointed"
    r"|became|until|since|promoted|incoming|outgoing|predecessor)\b"
)
_AND = LazyRegex(r"\b(?:and|until|since|before)\b")


def offices_held(reading: Reading) -> Iterator[tuple[Span, Span]]:
    """Yield each office of somebody that is not the one told before, and that.

    Needs `sentences` and `quotations`.
    """
    told: dict[str, list[tuple[str, str, Span]]] = defaultdict(list)
    for place in places(reading, *_TOLD):
        for pattern in _TOLD:
            for match in pattern.finditer(place.text):
                after = place.text[match.end() : match.end() + 20]
                if _BOTH.search(match[0]) or _AND.search(after):
                    continue
                office = next(
                    k for k, v in _OFFICES.items() if LazyRegex(v).fullmatch(match["office"])
                )
                owner = match.groupdict().get("owner") or ""
                span = Span(*match.span("whole")).shifted(place.sentence.span.start)
                before = told[plain(match["name"].split()[-1])]
                odd = before and all(office != other for other, _, _ in before)
                one = odd and (not owner or before[0][1] in ("", owner))
                if one and is_writers_own(reading, span):
                    yield span, before[0][2]
                before.append((office, owner, span))
