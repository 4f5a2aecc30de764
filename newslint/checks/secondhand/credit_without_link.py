"""Credit to another outlet that readers cannot follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from newslint.checks import _standards as standards
from newslint.checks._sourcing.own_outlet import own_outlets
from newslint.checks._sourcing.sources import outlet_credits
from newslint.checks._sourcing.unnamed_outlets import is_sort
from newslint.checks._support import in_text
from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BEFORE = 80  # characters on either side in which the role of a name shows
_SPOKEN_TO = LazyRegex(
    r"\b(?:(?:told|tells|telling|with|(?:comments?|remarks?|said|speaking|spoken?|"
    r"statement|talk\w{0,3}|calls?) to) |interview\w*\b[^.]{0,40} |"
    r"(?<!was said )(?<!is said )(?<!been said )(?:on|from) (?=[^.]{0,2}$)|said on (?=the $)"
    r"|^On (?=\w?$)"
    r"|(?:told|tells|interview with|interviewed by|asked by|talking to"
    r"|spoke to) (?:[A-Z][\w.’'-]+ ){1,3}(?:of|at|from) )"
    r"(?:[Tt]he )?$"
)
_DEALINGS = (
    "(?:barely |never )?(?:even )?(?:mentioned|covered|replayed|ignored)|announced|apologi[sz]ed|"
    "(?:just )?responded|pointed to|asked|cancell?ed|declined|deleted|denied|did not|fired|"
    "has surveyed|has (?:noted|reported|written|told) (?:once )?before|broadcast (?:his|her"
    "|their) |has not|hired|never|refused|retracted|sacked|sued|suspended|has put together|"
    "(?:said|says|say|broadcast|aired) (?:a|an|it|live|that it|that they|they)"
)
_NOT_NEWS = "anchor|average|cameras?|debate|forum|host|polling|polls?|town hall|tracker"
_OWN_PEOPLE = "editors?|journalists?|newsroom|owners?|parent|presenters?|publisher|readers|staff"
_ABOUT = LazyRegex(
    r"(?:[’']s?)? (?!(?:told|tells) its readers)"
    rf"(?:(?:{_DEALINGS})\b|didn[’']t\b|(?:{_NOT_NEWS})\b|"
    rf"[^.,]{{0,30}}\b(?:its|their) (?:own |chief |former )?"
    rf"(?:{_OWN_PEOPLE}|reporters?|viewers)\b)",
    re.IGNORECASE,
)
_MANY = LazyRegex(r"^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several) |[—–]")
# What is done by and to an outlet of which the story tells, rather than credits.
_DOES_BUSINESS = LazyRegex(
    r"(?:[’']s?)?(?:, which)? (?:(?:has|have|had|was|is|were|are|will be|been|itself|also|now"
    r"|had been|has been) ){0,3}"
    r"(?:sued|sues|suing|fined|bought|sold|acquired|taken over|raided|laid off|launched|settled"
    r"|hired|fired"
    r"|sacked|dismissed|suspended|employs?|employed|owns|owned by|shares|shareholders|lawyers"
    r"|chairman|chief executive"
    r"|owner|owners|proprietor|publisher|parent company|staff|employees|newsroom|masthead"
    r"|printing|headquarters"
    r"|withdrew|retracted|apologi[sz]ed|pulled its|removed its|banned|barred|shut|closed down"
    r"|founded by)\b"
)
_HAS_DEALINGS = LazyRegex(
    r"\b(?:sue[ds]?|suing|against|bought|buy|buying|buys|sold|sell|acquired?|owns?|owned|owning"
    r"|run|runs|works? for"
    r"|worked for|working for|employed by|hired by|fired by|joined|left|edits?|edited|founded"
    r"|launched"
    r"|owners? of|proprietor of|publisher of|editor of|chairman of|chief executive of"
    r"|president of|shares in"
    r"|stake in|lawyers? for|boycott of|boycotted|raided|writes? for|columnist for|reporter for"
    r"|reporter at"
    r"|correspondent for|journalist at|journalist for|producer at|producer for) (?:[Tt]he )?$"
)
_AND_ITS_OWN = LazyRegex(r" and (?:its|their) \w+$")  # "the Argus and its defenders"
_COUNT = LazyRegex(r"(?:[’']s?)? (?:delegate |own )?(?:count|projections?|tally)\b")
_FOOT = LazyRegex(
    r"(?:external links|further reading|notes|references|related (?:news|stories)|sources)\W*$",
    re.IGNORECASE,
)
_HOSTED = LazyRegex(
    r"\b(?:columnist|editor|editorial|job|pundit|working|works?|worked|writes|writing)s? "
    r"(?:at|for) (?:[Tt]he )?(?:now-defunct )?$|endorsed in [^,.]{2,30} by (?:both )?(?:[Tt]he )?$|"
    r"\b(?:(?:endorsed|hosted|moderated|organi[sz]ed|owned|sponsored) by|[Aa]s published in|"
    r"(?:attack|bash|berat|blam|blast|criticis|criticiz|mock|prais|ridicul|slamm?|su|thank)(?:ed|ing)|"
    r"said of|about|against|at) (?:both )?(?:[Tt]he )?$"
)
_DATED = LazyRegex(r",? (?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9})\b")


class CreditWithoutLink(Rule):
    """Link to the report that you credit.

    Naming the outlet is fair to it; the link is fair to the reader, who can see what was
    reported and on what grounds. One link to an outlet is enough for a story, if it stands no
    later than the paragraph of the first credit. Plain text holds no links, but its address
    can be written out; set `plain_text` to false for copy that gets its links later.

    An outlet that somebody only spoke to, or on, is left alone, for the words are the
    speaker's; `interviews` reports it as a suggestion. One's own outlet, which the front
    matter, a copyright line or the agency of the dateline names, needs no link, and nor does
    an outlet that answers for itself, or one that a list of sources at the foot names.
    """

    id: str = "secondhand.credit-without-link"
    message: str = "%s is credited without a link to its report: link to it."
    severity: Severity = Severity.WARNING
    plain_text: bool = True  # whether to report plain text files
    interviews: bool = False  # whether to report outlets that somebody spoke to
    own_names: tuple[str, ...] = ()  # names of one's own outlet

    examples: ClassVar[tuple[Example, ...]] = (
        Example("The bridge will close in May, [[Reuters]] reported."),
        Example("The bridge will close in May, according to the [[BBC]]."),
        Example("The bridge will close in May, Reuters [reported](https://reuters.example/a)."),
        Example(
            "Reuters [reported](https://reuters.example/a) the plan. The bridge will close in "
            "May, according to Reuters."
        ),
        Example(
            "The bridge will close in May, Ines Falk said.\n\n"
            '"Bridge to close, says keeper" — Daily Telegraph, May 3, 2019',
        ),
        Example(
            "The bridge will close in May, Reuters reported.",
            path="example.txt",
            options=(("plain_text", False),),
        ),
        Example(
            "The bridge will close in May, Reuters reported.",
            options=(("own_names", ("Reuters",)),),
        ),
        Example("Ines Falk told CNN that the bridge will close."),
        Example(
            "Ines Falk told [[CNN]] that the bridge will close.", options=(("interviews", True),)
        ),
        Example("TARN (AP) — The bridge will close in May, the Associated Press reported."),
        Example("Reuters said that its reporters had seen the bridge close."),
        Example("Critics blasted the Argus for a story. The Argus and its owners say it is fair."),
        Example(
            "The bridge will close in May, according to the Argus.\n\n## Sources\n\n"
            "Ines Falk, Bridge to close. Argus, 3 May 2019"
        ),
    )
    needs: ClassVar[frozenset[str]] = frozenset({"attributions"})
    standards: ClassVar[tuple[str, ...]] = (standards.WASHINGTON_POST, standards.WIKINEWS)
    genres_off: ClassVar[frozenset[str]] = frozenset({"fiction"})

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield the first credit to each outlet that is linked nowhere."""
        if reading.article.format == "text" and not self.plain_text:
            return
        own = {name.lower().removeprefix("the ") for name in self.own_names}
        own |= own_outlets(reading.article)
        seen: set[str] = set()
        for credit in outlet_credits(reading):
            key = credit.name.lower().removeprefix("the ")
            if is_sort(reading, credit.span):
                continue
            if _is_known(key, seen) or key in own or reading.quotations.touches(credit.span):
                continue
            if _is_listed(reading, credit.span) or _is_no_source(reading, credit.span):
                continue
            if _is_in_business(reading, credit.name) or _MANY.search(credit.name):
                continue
            spoken = _was_host(reading, credit.span)
            if spoken and not self.interviews:
                continue
            seen.add(key)
            if not _is_linked(reading, key, credit.span) and not _is_at_foot(reading, key):
                counted = _COUNT.match(reading.text, credit.span.end) is not None
                least = Severity.SUGGESTION if spoken or counted else None
                yield self.problem(credit.span, credit.name, at_most=least)


def _is_known(name: str, seen: set[str]) -> bool:
    """Return whether the outlet was credited before, perhaps by a longer name: the Journal."""
    words = name.split()
    tail = " ".join(words[-2:]) if len(words) > 2 else name  # "the New York Daily News"
    return any(known == name or known.endswith(f" {tail}") for known in seen)


def _is_in_business(reading: Reading, name: str) -> bool:
    """Return whether the story is about the outlet itself: it is sued, bought or owns something."""
    bare = re.escape(name.removeprefix("the ").removeprefix("The "))
    whole = re.compile(rf"(?<![\w-]){bare}(?![\w-])")
    for match in whole.finditer(reading.text):
        place = Span(*match.span())
        if reading.quotations.touches(place):
            continue
        before = reading.text[max(place.start - _BEFORE, 0) : place.start]
        if _DOES_BUSINESS.match(reading.text, place.end) or _HAS_DEALINGS.search(before):
            return True
    return False


def _was_host(reading: Reading, name: Span) -> bool:
    """Return whether somebody only spoke to the outlet, or on it: told the Argus, said on CBS."""
    sentence = reading.sentence_at(name.start)
    start = name.start - _BEFORE if sentence is None else sentence.span.start
    return _SPOKEN_TO.search(reading.text[max(start, 0) : name.start]) is not None


def _is_no_source(reading: Reading, name: Span) -> bool:
    """Return whether the outlet is what the sentence is about, not where it comes from.

    So it is if the outlet sponsors, hosts or denies something, or speaks of its own people,
    and if the name only stands before that of a poll or a programme.
    """
    after = reading.text[name.end : name.end + _BEFORE]
    before = reading.text[max(name.start - _BEFORE, 0) : name.start]
    own = _AND_ITS_OWN.search(reading.text, name.start, name.end)
    return bool(own or _ABOUT.match(after) or _HOSTED.search(before))


def _is_listed(reading: Reading, name: Span) -> bool:
    """Return whether the outlet stands in a list of sources: "Title" — Gazette, May 3."""
    before = reading.text[: name.start].rstrip()
    return before[-1:] in {"—", "–"} and _DATED.match(reading.text, name.end) is not None


def _is_at_foot(reading: Reading, name: str) -> bool:
    """Return whether the outlet stands in the list of sources that closes the article."""
    heads = (b for b in reading.blocks if _FOOT.fullmatch(b.span.cut(reading.text).strip()))
    foot = next(heads, None)
    return foot is not None and in_text([name], reading.text[foot.span.end :])


def _is_linked(reading: Reading, name: str, credit: Span) -> bool:
    """Return whether a link stands in any sentence that names the outlet, not too late.

    A link further down than the credit's own paragraph comes too late for the reader who
    meets the credit. A placeholder counts: it is reported for itself.
    """
    address = "".join(c for c in name if c.isalnum())
    sentence = reading.sentence_at(credit.start)
    end = len(reading.text) if sentence is None else reading.blocks[sentence.block].span.end
    for link in reading.article.links:
        sentence = reading.sentence_at(link.text.start)
        in_reach = link.text.start < end
        if sentence is not None and in_text([name], sentence.span.cut(reading.text)):
            if in_reach:
                return True
        elif address in "".join(c for c in link.url.lower() if c.isalnum()):
            return True
    return False
