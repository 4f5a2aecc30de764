"""numbers.share-arithmetic."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from newslint.finding import Problem, Severity
from newslint.language.lazy_regex import LazyRegex
from newslint.language.numbers import Quantity, find_quantities
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

# A count of a total, with its share: "12 of the 50 members (24%)".
_OF = LazyRegex(
    r"\s(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|some\s|about\s)?(?:[a-z][\w’'-]{1,20}\s)?"
)
_COUNTED = LazyRegex(r"(?:\s[a-z][\w’'-]{1,20}){0,4}?\s?(?:\(|,\sor\s|,\s|\s[-–—]\s|—)(?:or\s)?")
# A fraction with its share: "a quarter of the homes (24%)".
_THING = LazyRegex(r"(?:\sof\s(?:[\w’'-]{1,20}\s){0,3}?[\w’'-]{1,20})?\s?(?:\(|,\sor\s)")
_CLOSES = LazyRegex(r"\s?(?:[),;.]|\s[-–—]|—|$|of\b)")
_MORE = LazyRegex(r"\b(?:more\sthan|over|above|just\sover|at\sleast)\s$", re.IGNORECASE)
_LESS = LazyRegex(
    r"\b(?:less\sthan|fewer\sthan|under|below|nearly|almost|just\sunder|up\sto)\s$", re.IGNORECASE
)
_WHOLE = LazyRegex(
    r"\b(?:of\sthe\s(?:vote|votes|total|budget|electorate|seats|market|cost|money)"
    r"|(?:the\s(?:rest|remainder|remaining))|made\sup\sof|split|breakdown)\b",
    re.IGNORECASE,
)
_ANEW = LazyRegex(
    r"\b(?:up|down|from|compared|than|against|turnout|previous(?:ly)?|last|increase|rise|rose|fell"
    r"|drop(?:ped)?|grew|margin|swing|ago|earlier|either|both|including|multiple|more\sthan\sone"
    r"|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
_LINKS = LazyRegex(r"(?:[^.;:%]{0,60}?)(?:,\sand\s|,\s|\sand\s|;\s|\swhile\s)(?:[^.;:%]{0,60})")


class ShareArithmetic(Rule):
    """Let a share and its percentage agree: 12 of 50 are 24 percent.

    Checked are a count with its total and a percentage ("12 of the 50 members (24%)"), a
    fraction with a percentage beside it ("two-thirds (66%)"), and the parts of one whole,
    which may not come to more than 100 percent. Rounding is allowed for.
    """

    id: str = "numbers.share-arithmetic"
    message: str = "%s is %s, not %s: check the figures."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"sentences"})
    standards: ClassVar = (
        "https://www.bbc.co.uk/editorialguidelines/guidance/reporting-statistics",
    )
    examples: ClassVar = (
        Example("At the meeting [[12 of the 50 members (40%)]] voted no."),
        Example("The board lost [[two-thirds of its income (56%)]] in the war."),
        Example("Lind won [[48% of the vote, Varga 40% and Holm 22%]]."),
        Example("At the meeting 12 of the 50 members (24%) voted no, two-thirds (66%) yes."),
        Example("Lind won 48% of the vote, Varga 40% and Holm 12%."),
        Example("Lind won 58% of the vote, up from 44% in May, with a turnout of 61%."),
        Example("More than half of the homes (58%) have no well; nearly a third (31%) have two."),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each share that its percentage contradicts."""
        for sentence in reading.sentences:
            text = sentence.span.cut(reading.text)
            if "%" not in text and "cent" not in text and "pct" not in text:
                continue
            found = find_quantities(text)
            for problem in (*self._counted(text, found), *self._fractions(text, found)):
                yield _moved(problem, sentence.span.start)
            over = self._parts(text, found)
            if over is not None:
                yield _moved(over, sentence.span.start)

    def _counted(self, text: str, found: tuple[Quantity, ...]) -> Iterator[Problem]:
        for part, whole, share in zip(found, found[1:], found[2:], strict=False):
            if share.unit != "percent" or part.unit != whole.unit or part.unit == "percent":
                continue
            if not (1 <= part.value < whole.value) or share.value > 100:
                continue
            gaps = (text[a.span.end : b.span.start] for a, b in ((part, whole), (whole, share)))
            if not all(p.fullmatch(g) for p, g in zip((_OF, _COUNTED), gaps, strict=True)):
                continue
            if not _CLOSES.match(text, share.span.end):
                continue
            right = part.value / whole.value * 100
            if abs(right - share.value) > (1 if _is_exact(part, whole, share) else 6):
                end = share.span.end + text.startswith(")", share.span.end)
                place = Span(part.span.start, end)
                words = f"{part.span.cut(text)} of {whole.span.cut(text)}"
                yield self.problem(place, words, f"{float(right):.3g}%", share.span.cut(text))

    def _fractions(self, text: str, found: tuple[Quantity, ...]) -> Iterator[Problem]:
        for part, share in itertools.pairwise(found):
            if share.unit != "percent" or part.unit is not None or not 0 < part.value < 1:
                continue
            gap = text[part.span.end : share.span.start]
            if not _THING.fullmatch(gap) or not _CLOSES.match(text, share.span.end):
                continue
            right = part.value * 100
            off = share.value - right
            if _MORE.search(text, 0, part.span.start):
                wrong = off < 0 or off > 15
            elif _LESS.search(text, 0, part.span.start):
                wrong = off > 0 or off < -10
            else:
                wrong = abs(off) > 5
            if wrong:
                end = share.span.end + text.startswith(")", share.span.end)
                words = part.span.cut(text)
                place = Span(part.span.start, end)
                yield self.problem(place, words, f"{float(right):.3g}%", share.span.cut(text))

    def _parts(self, text: str, found: tuple[Quantity, ...]) -> Problem | None:
        """Return the problem of parts of one whole that are more than it."""
        shares = [q for q in found if q.unit == "percent"]
        total = sum(q.value for q in shares)
        if len(shares) < 2 or total <= 100 + Fraction(len(shares), 2) or total > 160:
            return None
        if any(q.value >= 100 for q in shares) or not _WHOLE.search(text) or _ANEW.search(text):
            return None
        for one, other in itertools.pairwise(shares):
            if not _LINKS.fullmatch(text, one.span.end, other.span.start):
                return None
        place = Span(shares[0].span.start, shares[-1].span.end)
        message = f"These parts of one whole add up to {float(total):.4g}%: check the figures."
        return self.problem(place, message=message)


def _is_exact(*quantities: Quantity) -> bool:
    return not any(q.approximate for q in quantities)


def _moved(problem: Problem, by: int) -> Problem:
    return Problem(problem.span.shifted(by), problem.message)
