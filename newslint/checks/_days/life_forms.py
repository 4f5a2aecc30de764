"""How a story tells ages, births and what takes an age, as regular expressions."""

from __future__ import annotations

import re

from newslint.language.date_mention import MONTHS
from newslint.language.lazy_regex import LazyRegex

_N = (
    r"(?P<n>\d{1,3}|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
)
NUMBERS = LazyRegex(r"\d|(?:teen|ty|ties|nine|ten|eleven|twelve|six|seven|eight)\b|ty-")
_SHORT = r"(?:only\s|just\s|aged\s|still\s|barely\s|already\s)?"
# Verbs that are taken for nouns after "the 54-year-old".
DID = LazyRegex(
    r"\s(?:taught|bought|brought|thought|fought|caught|found|held|kept|met|sat|stood|wrote|spoke|drove"
    r"|flew|rose|fell|threw|knew|led|left|lost|paid|sent|sold|spent|built|felt|heard|quit)\b"
)
PERSON = LazyRegex(
    r"\s(?:[a-z-]+\s)?(?:[a-z]+(?:er|or|ist|ian|man|woman|ant|ee|boy|girl|ess)|captain|coach|pilot|nurse|judge|graduate|champion"
    r"|star|veteran|student|chief|cook|guard|recruit|novice|native|head|mother|father|widow|bishop|monk|nun|poet)\b"
)
THINGS = LazyRegex(
    r"\s(?:[a-z-]+\s)?(?:[a-z]*(?:tower|trailer|liner|freighter|steamer|theater|computer|cruiser|tanker|order|river|water|paper|center|reactor|motor|tractor|corridor|deter|weather|boiler|elevator|number|letter|matter|chapter|charter|trawler|counter|shelter|barrier|fiber|building)|war|era)s?\b"
)
_END = (
    r"(?=[,;)]|[.:](?!\d)"
    r"|\s(?:and|when|in|after|on|from|at|with|as|before|to|for|but|while|during)\b|$)"
)
# aged 16; at the age of 19; when she was 50; as a lad of 16; was 17 when; then 28
THEN = LazyRegex(
    rf"\b(?P<whole>(?:(?P<at>[Aa]t|[Aa]ged)|[Aa]t\sthe\sage\sof|[Ww]hen\s(?:he|she)\s(?:was|turned)|was|had\sbeen|[Tt]hen"
    r"|(?:lad|lass|boy|girl|child|youth|teenager|man|woman|student|apprentice|pupil|trainee)\sof)"
    rf"\s{_SHORT}{_N}){_END}(?!\s(?:in\sthe|to\s\d|for\s(?:the|\d)))"
    rf"|\b(?P<old>(?:[Aa]s|was|then)\s(?:just\s|only\s)?an?\s"
    rf"{_N.replace('?P<n>', '?P<n2>')}-year-old)\b"
    r"|\b[Ii]n\s(?:19|20)\d\d,\s(?P<whole3>at\s(?P<n3>\d{2}))(?=,|\sand\b)"
)
# Now 31; he is 71; would have been 90 this year
NOW = LazyRegex(
    rf"(?:\b(?:[Nn]ow|[Tt]oday|(?:[Hh]e|[Ss]he)\sis(?:\snow)?|[Bb]orn\b[^.;:]{{3,60}}?,\sis(?:\snow)?)(?:\saged)?\s|\bwould\s(?:now\s)?(?:have\sbeen|be|have\sturned)\s(?=\d+\s(?:this|to|now)))"
    rf"(?P<whole>{_N})(?=[,.;]|\sand\b|\sthis\s|\stoday|\snow\b|\syears\sold|$)"
    rf"|^(?P<whole4>At\s{_N.replace('?P<n>', '?P<n4>')})"
    r"(?=,\s(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+)\s(?:is|has|remains|still|can|will|says|looks|holds|leads|runs)\b)"
    # Mr Ash, at 36 the younger; the 23-year-old winger
    rf"|(?<=,\s)(?P<whole2>at\s{_N.replace('?P<n>', '?P<n2>')})"
    r"(?=,?\sthe\s(?:young|old|eld|senior|junior)\w*)"
    rf"|\b[Tt]he\s(?P<whole3>{_N.replace('?P<n>', '?P<n3>')}-year-old)"
    r"\b"
)
LATELY = LazyRegex(
    rf"\b(?:died|dies|dead|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last\s(?:week|month)|this\sweek)\b[^.;\d]{{0,50}}?"
    rf"\b(?P<whole>(?:at(?:\sthe\sage\sof)?|aged)\s{_N})(?=[,.;]|\sand\b|\safter\b|$)"
)
TURNS = LazyRegex(
    r"\b(?P<whole>(?:who\s)?(?:turns|will\sturn|turned|celebrates\s(?:his|her)|celebrated\s(?:his|her)|will\sbe)\s"
    r"(?P<n>\d{2,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:th|st|nd|rd)?(?:\sbirthday)?\s(?P<when>(?:next|last|this|on|in|later)\s(?:\d{1,2}\s)?[A-Za-z]+))\b"
)
# in his late forties
DECADE = LazyRegex(
    r"\b(?P<whole>in\s(?:his|her)\s(?P<part>early[\s-]|mid[\s-]|late[\s-])?"
    r"(?:(?P<ten>twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies|(?P<tens>[2-9])0s))\b"
)
# "A girl born on Sunday": not the one who is spoken of. The last is told of before "Now 46".
NEWBORN = LazyRegex(r"\b(?:girl|boy|child|baby|twins|infant),?\s(?:who\swas\s)?\Z")
NAMELESS = LazyRegex(r"\bthe\s(?:woman|man|mother|father|girl|boy|teenager|couple)\b")
BORN = LazyRegex(
    r"\b[Bb]orn\b(?:\s(?!in\s\d|on\s)[^\s.;\d]+){0,7}?\s(?:in\s|on\s)?(?:the\s[a-z]+\sof\s)?(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?"
    r"(?:\d{1,2},\s)?(?P<whole>(?:1[89]|20)\d\d)\b"
)
YEAR = LazyRegex(
    r"(?<![\d,.£$€-])(?P<year>(?:1[89]|20)\d\d)\b(?![-–,]\d)(?!\s(?:people|votes|jobs|homes))"
)
HELD = LazyRegex(
    rf"\b(?:in|since|of|from|during|until|by|on|late|early|mid|summer|spring|winter|autumn|fall|\d{{1,2}}|{'|'.join(MONTHS)})\s(?:\d{{1,2}},\s)?$"
)
YEAR_AFTER = LazyRegex(r",?\sin\s(?:[A-Z][a-z]+\s)?(?:1[89]|20)\d\d\b")
AGO = LazyRegex(rf"\b{_N}\syears\sago\b")
# Has run it since she was 31, a little over twenty years ago
SINCE_AGE = LazyRegex(
    rf"\bsince\s(?:he|she)\s(?:was|turned)\s{_N},\s(?P<whole>(?:[a-z]+\s){{0,4}}?"
    rf"{_N.replace('?P<n>', '?P<n2>')}\syears)\b"
)
# first rented as a student in 1994; joined it straight from university in 1974
GROWN = LazyRegex(
    r"\b(?:as\sa\s(?:[a-z]+\s)?(?:student|graduate|teacher|lawyer|nurse|doctor|reporter|soldier|councillor|clerk|driver)"
    r"|from\suniversity|graduat\w+|(?:was|were)\s(?:elected|appointed|ordained|married|hired|promoted)|married|took\sover"
    r"|joined\s(?:it|the\s(?:firm|company|force|army|navy|police|bank|council|party|board|paper|office|service|staff))"
    r"|founded|set\sup|has\s(?:led|run|chaired|owned|taught|represented|worked)\b[^.;\d]{0,30}?\bsince|retired)\b"
    r"[^.;\d]{0,40}?\b(?P<whole>(?:in|since)\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d))\b"
)
MEMORY = LazyRegex(
    r"\b(?:when|where|since|after)\s(?:he|she)\b|\b(?:he|she|who)\s(?:had\s)?(?:[a-z]+ly\s)?(?:joined"
    r"|began|started|came|went|moved|worked|learned|learnt|left|married|bought|took|saw|slept"
    r"|remember(?:s|ed)|recall(?:s|ed)|watched|arrived|trained|played|sang|won|lived|opened|founded"
    r"|qualified|served|was\s(?:appointed|elected|hired|ordained|there|married|jailed))\b"
    r"|\b(?:remember(?:s|ed|ing)?|recall(?:s|ed|ing)?)\b"
)
WORKED = LazyRegex(
    r"\b(?:work|serv|teach|taught|farm|drive|driv|drove|run\b|ran\b|coach|practi[cs]|nurs|manag|led|sold|sell"
    r"|rung|cook|bak|fish|repair|conduct|volunteer|play|lectur|polic|preach|been)[a-z]*\b[^.;\d]{0,60}?"
    rf"\bfor\s(?:(?:more\sthan|over|nearly|almost|about|some|the\s(?:past|last))\s)?(?P<whole>{_N}\syears)\b"
)
HAPPENED = LazyRegex(
    r"\b(?:closed|shut|opened|burned|burnt|sank|fell|collapsed|flooded|crashed|began|ended|struck"
    r"|folded|moved)\b"
)
KIN = LazyRegex(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|cousin|uncle|aunt|niece|nephew|twins?"
    r"|parents?|family|ancestors?|(?:great-)?grand\w+|widow|founder|predecessor|friend|children|couple|whose)\b",
    re.IGNORECASE,
)
HE = LazyRegex(r"\b(?:[Hh]e|[Ss]he)\b|^(?:Now|Aged|At|Born|Today|His|Her|The\s[\w-]+-year-old)\b")
OPENS = LazyRegex(
    r"(?:In\s(?:19|20)\d\d,?\s)?(?:He|She|Born|Aged|Now|At\s\w+,|The\s[\w-]+-year-old)\b"
)
THEIR_KIN = LazyRegex(r"(?:His|Her|Their)\s(?:[a-z-]+\s){0,2}(?:and\s)?")
IS_TOLD = LazyRegex(r"(?:,\swho)?,?\s(?:was\s|is\s)?(?:born\b|aged\b|(?:was|is)\s\d)")
CLAUSE = LazyRegex(r",\s(?:who|whom)\s[^,.;]{0,40}\s?|,\s")
AVERAGE = LazyRegex(r"\b(?:average|median|mean|typical)\b")
DIED_ON = LazyRegex(
    r"\bdied\s(?:on\s)?(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2},)\s(?P<year>1[89]\d\d|20\d\d)\b"
)
