"""The sources of a story, counted as voices rather than as mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newslint.attribution.graph import Attribution, SourceKind
from newslint.attribution.kinds import outlets
from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.credits import media_names
from newslint.checks._support import is_code, prose, prose_marked
from newslint.language.tokens import Token
from newslint.reading import Reading, once_an_article
from newslint.span import Span, hull


def source_place(attribution: Attribution) -> Span:
    """Return where the source stands; its cue, then its content, if it is not written out."""
    spans = attribution.source.spans or attribution.cue or attribution.content
    return hull(spans)


def source_head(reading: Reading, attribution: Attribution) -> Token | None:
    """Return the head word of the source, if there is one."""
    spans = attribution.source.spans
    if not spans:
        return None
    place = attribution.source.head or spans[0]
    return reading.parses[attribution.block].at(place.start)


def source_words(reading: Reading, attribution: Attribution) -> list[Token]:
    """Return the words of the source as written."""
    parse = reading.parses[attribution.block]
    return [t for span in attribution.source.spans for t in parse.within(span)]


def noun_phrase(head: Token) -> Span:
    """Return a noun with what stands before it, without any clause that follows."""
    before = [
        word.start
        for c in head.children
        for word in c.subtree
        if c.i < head.i and c.dep in {"amod", "compound", "det", "nmod", "nummod", "poss"}
    ]
    return Span(min(before, default=head.start), head.end)


def voices(attributions: Iterable[Attribution]) -> list[list[Attribution]]:
    """Group attributions by the voice behind them, in the order of first appearance.

    An attribution without a known speaker is a voice of its own, unless it only goes on
    from the one before it.
    """
    groups: list[list[Attribution]] = []
    by_speaker: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        if attribution.speaker is None:
            groups.append([attribution])
        elif attribution.speaker in by_speaker:
            by_speaker[attribution.speaker].append(attribution)
        else:
            by_speaker[attribution.speaker] = [attribution]
            groups.append(by_speaker[attribution.speaker])
    return groups


_DETERMINERS = frozenset({"det", "nummod", "poss"})


@dataclass(frozen=True, slots=True)
class Credit:
    """Where a story credits another outlet, and by what name."""

    span: Span
    name: str


@once_an_article
def outlet_credits(reading: Reading) -> tuple[Credit, ...]:
    """Return the credits to other outlets, in text order: the same ones each time.

    An outlet is credited as the source of a statement, as the one that relays it, or as the
    one that a source spoke to ("told the Gazette", "first reported by the Gazette").
    """
    speakers = {speaker.id: speaker for speaker in reading.attributions.speakers}
    found: dict[Span, Credit] = {}
    for attribution in reading.attributions:
        proper = any(w.tag.startswith("NNP") for w in source_words(reading, attribution))
        if attribution.source.kind is SourceKind.OUTLET and proper:
            span = _name_in(reading, attribution)
            found[span] = Credit(span, _words(span, reading))
        relay = speakers.get(attribution.via) if attribution.via is not None else None
        if relay is not None and relay.kind is SourceKind.OUTLET:
            found[relay.first_mention] = Credit(
                relay.first_mention, relay.name or _words(relay.first_mention, reading)
            )
    for token, _ in prose_marked(reading, _credited_name):
        span = name_of(token)
        if not any(span.overlaps(other) for other in found):
            found[span] = Credit(span, _words(span, reading))
    named = [credit for credit in found.values() if _is_outlet_name(credit.name)]
    for span in media_names(reading):
        if not any(span.overlaps(credit.span) for credit in named):
            named.append(Credit(span, _words(span, reading)))
    return tuple(sorted(named, key=lambda credit: credit.span))


def _credited_name(token: Token) -> bool | None:
    return True if token.tag.startswith("NNP") and _is_credited(token) else None


def _is_outlet_name(name: str) -> bool:
    """Return whether this is a name; a single word only if it is well known as one."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return bare in outlets() or (len(bare.split()) > 1 and any(c.isupper() for c in bare))


def _name_in(reading: Reading, attribution: Attribution) -> Span:
    """Return where the name stands in the source, or the source if it has none."""
    place = source_place(attribution)
    name = attribution.source.name or ""
    at = reading.text.find(name, place.start, place.end) if name else -1
    return Span(at, at + len(name)) if at >= 0 else place


def name_of(head: Token) -> Span:
    """Return the name that ends in `head`, without an article before it."""
    before = [c.start for c in head.children if c.dep == "compound" and c.i < head.i]
    return Span(min(before, default=head.start), head.end)


def is_relayed(reading: Reading, attribution: Attribution) -> bool:
    """Return whether another outlet is named, in the same sentence, as having the source."""
    if attribution.via is not None:
        return True
    sentence = reading.sentence_at(source_place(attribution).start)
    return sentence is not None and any(
        sentence.span.covers(credit.span) for credit in outlet_credits(reading)
    )


def is_unnamed(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the source is somebody whose name is withheld, in the story's prose."""
    return (
        attribution.source.kind is SourceKind.ANONYMOUS
        and attribution.block in {index for index, _ in prose(reading)}
        and _is_finite(reading, attribution)
        and not _is_name_or_share(source_words(reading, attribution))
        and not _ends_in_a_name(reading, attribution)
        and not is_code(reading, source_place(attribution))
    )


def _ends_in_a_name(reading: Reading, attribution: Attribution) -> bool:
    """Return whether a title without an article opens a name: director of the port Ada Quill."""
    head, words = source_head(reading, attribution), source_words(reading, attribution)
    if head is None or head.tag != "NN" or any(c.dep in _DETERMINERS for c in head.children):
        return False
    return head.i + 2 < words[-1].i and all(w.tag.startswith("NNP") for w in words[-2:])


def _is_name_or_share(words: list[Token]) -> bool:
    """Return whether the source has a name after all, is a share of many, or only "who"."""
    shares = vocabulary("anonymity", "shares")
    if words and words[0].lower in {"all", "both", "each", "that", "which", "who"}:
        return True
    if words and words[0].lower in {"one", "two"} and (len(words) == 1 or words[1].lower == "in"):
        return True
    return any(
        (word.entity == "PERSON" and not _is_of_another(word))
        or word.text[0].isdigit()
        or word.lemma in shares
        for word in words
    )


def _is_of_another(word: Token) -> bool:
    """Return whether the name is that of somebody else: an adviser to Quist, a friend of hers.

    A name in apposition is the source's own, whatever the parser hangs it on.
    """
    while word.dep in {"compound", "poss", "case"}:
        word = word.head
    return word.dep == "pobj" and word.head.dep == "prep" and word.head.lower in _TO_OTHERS


_TO_OTHERS = frozenset({"against", "around", "for", "of", "to", "under", "with"})


def _is_finite(reading: Reading, attribution: Attribution) -> bool:
    """Return whether the cue is a verb in past or present tense, hung on one, or no verb."""
    if attribution.cue_lemma == "according to":
        return True
    parse = reading.parses[attribution.block]
    verbs = [w for cue in attribution.cue for w in parse.within(cue) if w.tag.startswith("VB")]
    return not verbs or any(
        w.tag in {"VBD", "VBN", "VBP", "VBZ"} or (w.tag == "VBG" and w.dep == "advcl")
        for w in verbs
    )


def anonymous_voices(reading: Reading) -> list[list[Attribution]]:
    """Return the voices whose name is withheld by this newsroom, not by another outlet."""
    found = voices(a for a in reading.attributions if is_unnamed(reading, a))
    return [
        group
        for group in found
        if not any(is_relayed(reading, a) for a in group)
        and any(not reading.quotations.touches(source_place(a)) for a in group)
    ]


def _words(span: Span, reading: Reading) -> str:
    return " ".join(span.cut(reading.text).split())


def _is_credited(head: Token) -> bool:
    """Return whether the name is an outlet's, in a place where outlets are credited."""
    governor = head.head
    if governor.tag == "IN":
        lemma, group = governor.head.lemma, governor.lower
    else:
        lemma, group = governor.lemma, "told"
        if head.dep not in {"dative", "dobj", "iobj"}:
            return False
    if group not in {"told", "by", "to"}:
        return False
    names = [c.text for c in head.children if c.dep == "compound"]
    return lemma in vocabulary("reporting", "crediting", group) and (
        " ".join([*names, head.text]) in outlets()
    )
