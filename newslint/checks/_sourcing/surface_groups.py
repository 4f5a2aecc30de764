"""Groups without a name that a parser takes for something else: few doubt, old hands trust."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newslint.checks._sourcing.group_sorts import words
from newslint.checks._sourcing.person_nouns import is_formed_as_person, known_people, person_lemma
from newslint.checks._support import prose, prose_sentences
from newslint.language.lazy_regex import LazyRegex
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

_THINKS = (
    r"(?:argue|believe|claim|complain|contend|doubt|dispute|expect|fear|feel|hope|insist|reckon|say"
    r"|suspect|think|wonder|worry)"
)
_ASIDE = LazyRegex(rf",\s(?P<who>some|many|most|others)\s{_THINKS}(?=[,.;])")
# A parser may take "few in Tarn doubt" for a noun.
_OPENING = LazyRegex(
    r"(?:^|(?<=[.!?;:]\s))(?P<who>(?:Few|Many|Most|Some|Plenty|Others"
    r"|(?:Plenty of|A lot of|Lots of|Many|Most) (?:people|locals|folk))"
    r"(?: (?:here|locally|there|(?:in|on|at|around|across|along|near|round) (?:the )?[\w’'-]+"
    r"(?: [A-Z][\w’'-]+)?)))"
    rf" (?:now |still |also )?(?:{_THINKS}\b"
    r"|(?:back|blame|favou?r|oppose|prefer|resent|support|want)\b"
    r"|(?:regard|consider|see|view) (?=[\w’'-]+ (?:[\w’'-]+ )?as\b))",
    re.MULTILINE,
)
# Whoever was asked: all the economists one speaks to, every banker you meet.
_ASKED = LazyRegex(
    r"(?:^|(?<=[.!?;:]\s))(?P<who>(?:All the|Every|Most|Most of the) (?:[\w-]+ )?[\w-]+"
    r" (?:(?:that|who|whom) )?(?:one|you|we) (?:cares? to )?"
    r"(?:ask|meet|talk to|speak to|asks|meets|talks to|speaks to)"
    r"|(?:Anyone|Anybody|Everyone|Everybody|Whoever) (?:that |who )?you (?:care to )?"
    r"(?:ask|meet|talk to|speak to))"
    rf"(?= (?:[\w’'-]+ ){{0,4}}(?:{_THINKS}|agree|know|tell)(?:e?s)?\b)",
    re.MULTILINE,
)
# Nobody at all: whoever came to a meeting is not meant by these.
_ALL_BUT_ALL = LazyRegex(
    r"(?:^|(?<=[.!?;:]\s))(?P<who>Few|(?:Hardly|Scarcely|Barely) (?:anyone|anybody)"
    r"|(?:Almost|Nearly|Virtually) (?:everyone|everybody|nobody|no one))"
    r" (?:now |still |seriously |really |ever )?"
    r"(?:doubt|dispute|believe|expect|think|question|deny|trust)(?:s|ed|d)?\b"
    r"(?!,? (?:him|her|them|it|me|us)\b)",
    re.MULTILINE,
)
# "Some fear that the war will return": a parser may take the verb for a noun.
_SOME_FEAR = LazyRegex(
    r"(?:^|(?<=[.!?;:]\s))(?P<who>Some|Many|Most|Others) (?:now |still |also |even |here )?"
    r"(?:believe|doubt|dread|fear|hope|question|reckon|suspect|wonder|worry)"
    r" (?=(?:an?|he|her|his|it|its|she|that|the|their|there|these|they|this|whether) )",
    re.MULTILINE,
)
# How a group feels, or what it makes of something: officials are optimistic, critics seized on it.
_FEELING = LazyRegex(
    r"(?:^|(?<=[.!?;:]\s))(?P<who>(?:(?:Industry|City|Party|Senior|Music|Film|Local|Market|Tech"
    r"|Government|Medical|Legal|Football|Trade) )?(?:[Ii]nsiders|[Oo]fficials|[Oo]bservers"
    r"|[Ee]xperts|[Aa]nalysts|[Dd]iplomats|[Cc]ritics|[Oo]pponents|[Cc]ampaigners"
    r"|[Pp]eople (?:here|there|locally)"
    r"|[Ll]ocals|[Ff]ans|[Aa]ctivists|[Ii]nvestors|[Tt]raders|[Ll]awyers|[Dd]octors|[Ww]atchers))"
    r" (?:(?:are|were|feel|felt|remain|remained|seem|seemed) "
    r"(?:(?:not|cautiously|still|deeply|increasingly|privately|quietly|less|more|far|from|than|less"
    r"|openly|already|now) ){0,3}"
    r"(?:abandoned|alarmed|angry|baffled|betrayed|bitter|cheated|concerned|confident|convinced"
    r"|delighted|dismayed|disappointed|divided|dubious|fed up|forgotten|frustrated|furious|hopeful"
    r"|ignored|impatient|impressed|jubilant|let down|nervous|optimistic|outraged|pessimistic"
    r"|puzzled|relieved|resigned|sceptical|skeptical|split|surprised|unconvinced|uneasy|unhappy"
    r"|unimpressed|unsurprised|upbeat|wary|worried)\b"
    r"|(?:have |had )?(?:also |since |already |now |quickly )?"
    r"(?:seized|pounced|rounded|latched|heaped|poured) (?:on|upon|onto|scorn|praise|cold)\b)",
    re.MULTILINE,
)
# "Not everyone on the quay shares the enthusiasm".
_NOT_ALL = LazyRegex(
    r"(?:^|(?<=[.!?;:]\s))(?P<who>Not (?:everyone|everybody|all)"
    r" (?:here|there|locally|(?:in|on|at|across|around|round|along) (?:the )?[\w’'-]+"
    r"(?: [A-Z][\w’'-]+)?))"
    r" (?:is (?:convinced|happy|pleased|impressed|sure|so)|agrees?|shares?|welcomes?|likes?|wants?"
    r"|believes?|buys?|was (?:convinced|happy|pleased|impressed|sure|so)|agreed|shared|welcomed)\b",
    re.MULTILINE,
)
# "To the man in the street, he was finished"
_MAN_IN_THE_STREET = LazyRegex(
    r"\b(?P<who>(?i:the (?:man|woman|person) (?:in|on) the (?:street|clapham omnibus)"
    r"|the average (?:citizen|consumer|punter|reader|taxpayer|viewer|voter)|Joe Public))\b"
    r"(?=,| (?:thinks?|wants?|believes?|knows?|cares?|fears?|wonders?|sees|is (?:tired|fed up|sick)"
    r"|has had)\b)"
)
# "For most music lovers the finest hall in the country", "to many, the best of them"
_IN_WHOSE_EYES = LazyRegex(
    r"(?<![\w-])(?:[Ff]or|[Tt]o) (?P<who>(?:many|most|some|countless|generations of|plenty of)"
    r"(?: (?!of\b)[a-z][\w’'-]+){0,3}?),? (?:it (?:is|was) |still |quite |simply )?"
    r"(?:the|their|one of the|among the) (?:[a-z]+ )?(?:best|worst|most|least|greatest|finest"
    r"|funniest|saddest|ugliest|loveliest|toughest|strongest|cruellest|darkest|proudest)\b"
)
_POINTING = frozenset(
    {"as", "if", "our", "the", "their", "these", "those", "when", "where", "while"}
)
_NO_VERB = frozenset(
    {"CC", "DT", "IN", "NN", "NNP", "NNPS", "NNS", "POS", "RB", "TO", "VBG", "WDT", "WP", "WRB"}
)
_WITHIN = frozenset({"at", "in", "inside", "of", "on"})
_LATELY = frozenset({"also", "always", "long", "never", "now", "often", "still"})
_REACH = 5  # words of a place after the noun: old hands at the labour exchange


@dataclass(frozen=True, slots=True)
class SurfaceGroup:
    """A group found by the words alone: the words to mark, its noun, and its sort."""

    span: Span
    head: Token
    sort: str


def surface_groups(reading: Reading) -> Iterator[SurfaceGroup]:
    """Yield groups found by the words alone.

    "Some" in ", some claim,", "few in Tarn doubt", "old hands trust", "connoisseurs rate":
    the verbs are often taken for nouns. Needs `parse`.
    """
    crowds = (
        _ASIDE,
        _OPENING,
        _ALL_BUT_ALL,
        _ASKED,
        _SOME_FEAR,
        _FEELING,
        _NOT_ALL,
        _MAN_IN_THE_STREET,
        _IN_WHOSE_EYES,
    )
    sought = [pattern for pattern in crowds if pattern.may_be_in(reading.text)]
    for index, block in prose(reading):
        for match in (
            found
            for pattern in sought
            for found in pattern.finditer(reading.text, block.span.start, block.span.end)
        ):
            head = reading.parses[index].at(match.start("who"))
            if match.re is _IN_WHOSE_EYES.compiled and not _ends_with_people(reading, index, match):
                continue
            if head is not None and not _points_back(reading, head, match):
                yield SurfaceGroup(Span(*match.span("who")), head, "crowd")
    for sentence in prose_sentences(reading):
        line = reading.parses[sentence.block].within(sentence.span)
        found = _opening_group(line)
        if found is not None:
            yield SurfaceGroup(*found, "authority")


def _ends_with_people(reading: Reading, block: int, match: re.Match[str]) -> bool:
    """Return whether the last word is of people: to many, for most music lovers, not for ships."""
    last = reading.parses[block].at(match.end("who") - 1)
    if last is None:
        return False
    lemma = person_lemma(last)
    alone = last.start == match.start("who") and lemma in {"many", "most", "some"}
    return alone or lemma in known_people() or is_formed_as_person(lemma)


def _points_back(reading: Reading, head: Token, match: re.Match[str]) -> bool:
    """Return whether a bare "few" or "some" may be of people whom the paragraph has spoken of."""
    few = match.re is _ALL_BUT_ALL.compiled and match["who"] == "Few"
    if not few and match.re is not _SOME_FEAR.compiled:
        return False
    sentence = reading.sentence_at(head.start)
    return sentence is None or any(
        word.tag == "NNS" and person_lemma(word) in words("crowd") | words("office")
        for word in reading.parses[sentence.block]
        if word.end <= head.start
    )


def _opening_group(line: Sequence[Token]) -> tuple[Span, Token] | None:
    """Return the group that opens a sentence, if a verb follows it.

    A parser may take a verb of judging in the plural for a noun: traditionalists dread.
    """
    at = next((n for n, word in enumerate(line[:3]) if _knows(line, n)), None)
    if at is None or any(w.tag.startswith("NNP") and w.entity == "ORG" for w in line[:at]):
        return None
    after = at + 1
    if after < len(line) and line[after].lower in _WITHIN:
        after += 1
        ends = range(after, min(after + _REACH, len(line)))
        after = next((n for n in ends if line[n].lower in words("judges_in_plural")), len(line))
    if after < len(line) and line[after].lower in _LATELY:
        after += 1
    if after >= len(line) or any(
        w.lower in _POINTING or w.tag in {"CD", "PRP$", "POS"} for w in line[:at]
    ):
        return None
    if any(w.lower in {"not", "n't", "n’t"} for w in line[after : after + 3]):
        return None
    judging = line[after].lower in words("judges_in_plural")
    if not judging and (not line[after].text.isalpha() or line[after].tag in _NO_VERB):
        return None
    first = next(word for word in line if any(c.isalnum() for c in word.text))
    return Span(first.start, line[at].end), line[at]


def _knows(line: Sequence[Token], at: int) -> bool:
    """Return whether the word is of people who claim to know: connoisseurs, old hands."""
    word = line[at]
    if word.lower in {"hands", "timers"}:
        return any(w.lower in {"old", "older", "wise", "wiser"} for w in line[:at])
    knowing = words("knowledge") | {"insider", "purist", "regular", "traditionalist", "veteran"}
    plural = word.lower.endswith("s") or word.tag == "NNS"
    return plural and person_lemma(word) in knowing and word.entity not in {"PERSON", "GPE"}
