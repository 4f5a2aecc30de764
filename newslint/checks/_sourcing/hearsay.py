"""Reports, rumours and clips that are nobody's: according to reports, a video doing the rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newslint.checks._phrases import vocabulary
from newslint.checks._sourcing.outlet_sayings import has_poster
from newslint.checks._support import has_link, is_own_voice, prose_marked
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.span import Span

Stretch = tuple[int, int]  # the first and the last word, by their index in the block

_NEAR = 60  # characters in which the link to what is told may follow
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
BEFORE = frozenset({"advmod", "amod", "compound", "det", "nmod", "nummod", "predet"})
KNOWN = frozenset(
    {"her", "his", "its", "my", "no", "our", "such", "that", "the", "their", "these", "this"}
    | {"those", "your"}
)
SOME = frozenset({"a", "an", "another", "one", "some"})
PLACES = frozenset({"GPE", "LOC", "NORP", "FAC"})
_NAMED = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW", "EVENT"})
_WHERE = frozenset({"across", "around", "from", "in", "out", "over", "round"})
_AGREEING = frozenset({"according", "accord"})
_LEANING = frozenset({"amid", "amidst", "citing", "per", "quoting"})
_FOLLOWING = frozenset({"after", "despite", "following", "given", "on"})
_CONFIRMED = frozenset({"confirm", "corroborate", "substantiate", "verify"})
_FOUND = frozenset({"discover", "find", "obtain", "recover", "see", "seize", "uncover", "unearth"})
_NEXT = frozenset({1, 2})
_OF_ANY = frozenset({"begin", "come", "give", "go", "have", "put", "reach", "show", "start"})
_ABOUT = frozenset({"about", "of", "that"})


def reports_of_nobody(reading: Reading) -> Iterator[Span]:
    """Yield reports, accounts and rumours that tell something and are nobody's, in text order.

    They are subjects of what reports do ("Reports suggest", "rumours linked him"), or follow
    "according to", "citing", "amid" or "there are". A report with an owner ("the board's"), of
    a kind that bodies make ("police reports"), or by, from or in something with a name is left
    alone, as is one with a link right behind it. Needs `parse` with names, and `attributions`.
    """
    yield from unlinked(reading, _report)
    yield from unlinked(reading, _post)


def things_going_round(reading: Reading) -> Iterator[Span]:
    """Yield clips, pictures, posts and tales that are only said to be passed on, in text order.

    "A video circulating online", "a post that has been shared thousands of times". With a maker
    or a place of its own ("posted by Ana Ruiz", "on the board's site") it is left alone, as is a
    sentence with a link. Needs `parse` with names, and `attributions`.
    """
    yield from unlinked(reading, _going_round)


def is_linked_here(reading: Reading, span: Span) -> bool:
    """Return whether a link stands in the words or right behind them, in their sentence."""
    sentence = reading.sentence_at(span.start)
    end = span.end + _NEAR
    return has_link(reading, Span(span.start, min(end, sentence.span.end if sentence else end)))


def unlinked(reading: Reading, mark: Callable[[Token], Stretch | None]) -> Iterator[Span]:
    for token, (first, last) in prose_marked(reading, mark):
        sentence = reading.sentence_at(token.start)
        if sentence is None:
            continue
        words = reading.parses[sentence.block].tokens
        span = Span(words[first].start, words[last].end)
        if is_linked_here(reading, span) or reading.quotations.touches(span):
            continue
        if mark is _post and has_poster(reading, token):
            continue
        if is_own_voice(reading, span):
            yield span


def _report(noun: Token) -> Stretch | None:
    if noun.lemma.lower() not in vocabulary("secondhand", "hearsay"):
        return None
    if noun.tag[:2] != "NN" and not (noun.dep in _SUBJECTS and noun.lower == "reports"):
        return None
    verb = _told_by(noun)
    role = verb is not None or _is_leant_on(noun) or _is_there(noun)
    loose = verb is None or verb.lemma.lower() in vocabulary("secondhand", "comes_up")
    if not role or not _is_nobodys_report(noun, loose=loose):
        return None
    return first_word(noun), noun.i


def _post(noun: Token) -> Stretch | None:
    """Return a post, thread or message that something is told by, with no writer."""
    if noun.lemma.lower() not in vocabulary("secondhand", "written_posts") or noun.tag == "NNP":
        return None
    before = [c for c in noun.children if c.i < noun.i]
    mods = [w for c in before if c.dep in BEFORE for w in c.subtree]
    platforms = vocabulary("secondhand", "platforms")
    if any(c.dep == "poss" or c.lower in KNOWN for c in before):
        return None
    if any(is_a_name(w) and w.lower not in platforms for w in mods):
        return None
    if noun.tag == "NN" and not any(w.lower in SOME for w in mods):
        return None
    told = _told_by(noun) is not None and noun.head.lemma not in _OF_ANY
    if not (told or _is_leant_on(noun)) or _has_maker(noun, noun):
        return None
    return first_word(noun), noun.i


def _told_by(noun: Token) -> Token | None:
    """Return the verb that says that the reports tell something, or have come up."""
    verb = noun.head
    if noun.dep not in _SUBJECTS or noun.i > verb.i:
        return None
    lemma = verb.lemma.lower()
    if noun.dep == "nsubjpass" and lemma in _CONFIRMED and verb.child("agent") is None:
        return verb
    if any(c.dep == "neg" or c.tag == "MD" for c in verb.children):
        return None
    if lemma == "have":  # have it that; have him leaving
        return (
            verb
            if any(c.dep in {"ccomp", "dobj"} and c.i > verb.i for c in verb.children)
            else None
        )
    passive = noun.dep == "nsubjpass"
    known = vocabulary("secondhand", "passed_on" if passive else "hearsay_does")
    return verb if lemma in known and verb.child("agent") is None else None


def _is_leant_on(noun: Token) -> bool:
    """Return whether something is told by the reports: according to reports, amid rumours."""
    above = noun.head
    if noun.dep != "pobj" and not (noun.dep == "dobj" and above.lower in _LEANING):
        return False
    if above.lower in _LEANING:
        return True
    if above.lower == "to" and above.head.lemma.lower() in _AGREEING:
        return True
    if above.lower in {"to", "by"} and above.head.lower in {"going", "judging", "go"}:
        return True
    if above.lower in {"on", "upon"} and above.head.lower == "based":
        return noun.lemma.lower() in vocabulary("secondhand", "written_hearsay")
    return above.lower in _FOLLOWING and any(
        c.lower == "that" or c.dep in {"acl", "ccomp"} for c in noun.children if c.i > noun.i
    )


def _is_there(noun: Token) -> bool:
    """Return whether there "are reports" of or that something."""
    verb = noun.head
    there = noun.dep in {"attr", "nsubj"} and verb.lemma == "be" and verb.child("expl") is not None
    return there and verb.child("neg") is None and noun.tag == "NNS"


def _is_nobodys_report(noun: Token, *, loose: bool) -> bool:
    lemma = noun.lemma.lower()
    before = [c for c in noun.children if c.i < noun.i]
    if any(c.dep == "poss" or c.lower in KNOWN for c in before):
        return False
    mods = [w for c in before if c.dep in BEFORE for w in c.subtree]
    if any(is_a_name(w) for w in mods):
        return False
    spread = {w.lower for w in mods} & vocabulary("secondhand", "of_press")
    kind = [w for w in mods if w.dep in {"amod", "compound", "nmod"} and w.entity not in PLACES]
    if lemma in vocabulary("secondhand", "written_hearsay"):
        if any(w.lower not in vocabulary("secondhand", "report_words") for w in kind):
            return False  # police reports, annual accounts
        one = noun.tag == "NN" and not any(w.lower in {"one", "another"} for w in mods)
        if one and not spread:
            return False
    return all(_leaves_open(c, loose=loose) for c in noun.children if c.i > noun.i)


def _leaves_open(part: Token, *, loose: bool) -> bool:
    """Return whether what follows the reports leaves open whose they are."""
    if part.dep == "appos":
        return False
    if part.dep in {"acl", "relcl"}:
        return part.child("agent") is None and part.lemma not in {"obtain", "see", "file", "submit"}
    if part.dep != "prep":
        return True
    below = [w for c in part.children for w in c.subtree]
    if part.lower in {"by", "to", "for", "with"}:
        return False
    if part.lower in _WHERE or part.lower == "on":
        return not any(w.entity in _NAMED or is_a_name(w) for w in below) and bool(
            part.lower == "on"
            or not below
            or any(w.entity in PLACES for w in below)
            or any(w.lower in vocabulary("secondhand", "of_press") for w in below)
        )
    return part.lower not in _ABOUT or loose


def is_a_name(word: Token) -> bool:
    """Return whether a word before or after is of a name, and not only of a place or the press."""
    if word.lower in vocabulary("secondhand", "of_press") or word.entity in PLACES:
        return False
    return word.tag.startswith("NNP")


def _going_round(noun: Token) -> Stretch | None:
    told = noun.lemma.lower() in vocabulary("secondhand", "told_things")
    if not (told or noun.lemma.lower() in vocabulary("secondhand", "passed_things")):
        return None
    if not noun.tag.startswith("NN") or noun.tag == "NNP":
        return None
    before = [c for c in noun.children if c.i < noun.i]
    owner = noun.child("poss")
    if owner is not None and (owner.tag.startswith("PRP") or is_a_name(owner)):
        return None
    if any(c.lower in KNOWN - {"the"} for c in before):
        return None
    platforms = vocabulary("secondhand", "platforms")
    if any(is_a_name(w) and w.lower not in platforms for c in before for w in c.subtree):
        return None
    verbs = [c for c in noun.children if c.dep in {"acl", "relcl", "xcomp"} and c.i > noun.i]
    if (noun.dep in _SUBJECTS and noun.i < noun.head.i) or noun.head.i - noun.i in _NEXT:
        verbs.append(noun.head)
    for verb in verbs:
        last = _rounds(verb) if told or owner is not None else _passed_on(verb)
        if last is not None and not _has_maker(noun, verb):
            # A parser may join them the other way round: a "video circulating".
            loose = min((c.i for c in verb.children if c.dep == "det"), default=noun.i)
            return min(first_word(noun), loose), last.i
    return None


def _rounds(verb: Token) -> Token | None:
    """Return the last word of "doing the rounds"."""
    if verb.lemma.lower() not in {"do", "go", "make"}:
        return None
    # A parser may take what follows for the verb of "rounds".
    return next((w for w in verb.subtree if w.lower == "rounds" and w.i - verb.i in _NEXT), None)


def _passed_on(verb: Token) -> Token | None:
    """Return the last word that says that the thing is passed on, or None."""
    below = (verb, *(c for c in verb.children if c.dep in {"xcomp", "ccomp"}))
    for word in below:
        lemma = word.lemma.lower()
        if any(c.dep == "neg" or c.tag == "MD" for c in word.children):
            continue
        rounds = _rounds(word)
        if rounds is not None:
            return rounds
        if lemma in {"go", "pass", "send", "hand"} and word.tag in {"VBG", "VBN", "VBD"}:
            way = next((c for c in word.children if c.lower in {"around", "round"}), None)
            if way is not None:
                return way
        thing = word.child("dobj")
        acts = thing is not None and thing.entity != "CARDINAL" and word.tag != "VBG"
        if lemma in vocabulary("secondhand", "passed_on") and not acts:
            return word
    return None


def _has_maker(noun: Token, verb: Token) -> bool:
    """Return whether somebody with a name, or a place of somebody's, is told."""
    parts = [c for c in (*noun.children, *verb.children) if c.i > noun.i]
    for part in parts:
        if part.dep == "agent" or part.lower in {"by", "from", "with"}:
            return True
        clause = part.dep in {"acl", "relcl"} and part is not verb
        if clause and (part.child("agent") is not None or part.lemma in _FOUND):
            return True
        if part.dep == "prep" and part.lower in {"on", "to", "in", "of", "via"}:
            below = [w for c in part.children for w in c.subtree]
            platforms = vocabulary("secondhand", "platforms")
            owners = [w for w in below if w.dep == "poss"]
            if part.lower != "of" and any(w.tag[:3] in {"PRP", "NNP"} for w in owners):
                return True
            if part.lower == "on" and any(is_a_name(w) and w.lower not in platforms for w in below):
                return True
    return False


def first_word(noun: Token) -> int:
    """Return the first word that belongs to the noun."""
    return min(
        (w.i for c in noun.children if c.i < noun.i and c.dep in BEFORE for w in c.subtree),
        default=noun.i,
    )
