"""Shares as they are worded, and how far from the figures each may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from newslint.language.lazy_regex import LazyRegex

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_SMALL = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20, "every": 1,
}  # fmt: skip
_HEDGE = (
    r"(?P<hedge>(?:well\s|just\s|slightly\s|a\slittle\s)?(?:over|under|above|below)"
    r"|(?:rather\s|slightly\s|much\s)?(?:more|fewer|less)\sthan|almost|nearly|about|around|roughly"
    r"|some|not\squite|close\sto|approximately|at\sleast|up\sto|all\sbut)"
)
#: A share in words or in percent.
SHARE = (
    rf"(?P<share>(?:{_HEDGE}\s)?(?:"
    r"(?P<pc>\d{1,3}(?:\.\d+)?)\s?(?:per\s?cent\b|percent\b|%)"
    r"|\b(?P<k2>one|two|three|four|five|six|seven|eight|nine|\d)\s(?:in|out\sof)\s(?:every\s)?"
    r"(?P<n2>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,3})\b"
    r"|\b(?:(?P<k>one|two|three|four|five|six|seven|eight|nine|an?)[\s-])?"
    r"(?P<part>half|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
    r"|twentieth|hundredth)\b"
    r"|\b(?P<most>most|a\smajority|the\smajority|a\sminority|(?:only\s|just\s)?a\shandful)\b"
    r"))"
)
_ANY = LazyRegex(SHARE, re.IGNORECASE)
# Without one of these there is no share, which a plain search finds out faster.
_HINTS = (
    "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "twentiet",
    "hundredth", "%", "cent", "most", "majority", "minority", "handful",
)  # fmt: skip
_ONE_IN = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|\d) (?:in|out of) ")
_NEARLY = Fraction(12, 100)
_ABOUT = Fraction(15, 100)
_PLAIN = Fraction(11, 100)
_FAR = Fraction(40, 100)


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the room that its words leave: from `low` to `high`."""

    low: Fraction
    high: Fraction
    words: str

    def fits(self, real: Fraction) -> bool:
        """Return whether a share may be told in these words."""
        return self.low <= real <= self.high


@lru_cache(maxsize=32)
def shares_in(text: str) -> tuple[re.Match[str], ...]:
    """Return the matches of `SHARE` in a sentence; several checks ask for those of the same."""
    lower = text.lower()
    may_be = any(hint in lower for hint in _HINTS) or _ONE_IN.search(lower)
    return tuple(_ANY.finditer(text)) if may_be else ()


def share_of(match: re.Match[str]) -> Share | None:
    """Return the share that a match of `SHARE` tells; None for what only looks like one."""
    hedge = (match["hedge"] or "").lower()
    words = match["share"]
    if match["most"]:
        kind = match["most"].lower().split()[-1]
        bounds = {
            "most": (Fraction(1, 2), Fraction(1)),
            "majority": (Fraction(1, 2), Fraction(1)),
            "minority": (Fraction(0), Fraction(1, 2)),
            "handful": (Fraction(0), Fraction(35, 100)),
        }
        return Share(*bounds[kind], words)
    if match["pc"]:
        value = Fraction(match["pc"]) / 100
        room = max(Fraction(1, 100), value / 20)
    elif match["k2"]:
        of = _count(match["n2"])
        value = Fraction(_count(match["k2"]), of) if of else Fraction(0)
        room = value * _PLAIN
    else:
        many, part = (match["k"] or "one").lower(), match["part"].lower()
        if part.endswith("s") is (many in ("a", "an", "one")):
            return None
        if not match["k"] and part != "half":
            return None  # "the third", which counts off
        value = Fraction(_SMALL[many], _PARTS[part.rstrip("s")])
        room = value * _PLAIN
    if not 0 < value < 1:
        return None
    if hedge.endswith(("over", "above", "more than", "at least")):
        wide = Fraction(12, 100) if hedge.startswith(("just", "slight", "a little")) else _FAR
        return Share(value * Fraction(99, 100), value * (1 + wide), words)
    if hedge.endswith(("under", "below", "less than", "fewer than", "quite", "up to")):
        wide = Fraction(12, 100) if hedge.startswith(("just", "slight", "a little")) else _FAR
        return Share(value * (1 - wide), value * Fraction(101, 100), words)
    if hedge in ("almost", "nearly", "close to", "all but"):
        return Share(value * (1 - _NEARLY), value * Fraction(102, 100), words)
    if hedge:
        room = max(room, value * _ABOUT)
    return Share(value - room, value + room, words)


def _count(written: str) -> int:
    return int(written) if written.isdigit() else _SMALL[written.lower()]
