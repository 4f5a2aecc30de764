"""What an edit leaves in a sentence: two verbs "be", a second subject, a question's word order."""

from __future__ import annotations

from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_BE = frozenset({"is", "are", "was", "were"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKING = frozenset(
    {"ask", "decide", "determine", "discover", "explain", "know", "learn", "question", "reveal",
     "see", "tell", "understand", "wonder", "establish"}
)  # fmt: skip
_WH = frozenset({"what", "where", "when", "why", "how", "who", "whom"})
_HELPERS = frozenset(
    {"is", "are", "was", "were", "has", "had", "have", "did", "does", "do", "will", "would", "can",
     "could", "should"}
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "they", "it"})
#: Verbs that need a preposition in the passive: "had been acted" lacks "on".
ACTED = {"acted": "on", "relied": "on", "commented": "on", "dealt": "with", "tampered": "with",
          "frowned": "on"}  # fmt: skip
OWNERS = frozenset(
    {"bank", "capital", "charity", "city", "club", "company", "country", "council", "county",
     "district", "family", "firm", "island", "league", "nation", "party", "province", "region",
     "state", "team", "town", "village", "world"}
)  # fmt: skip
POINTS = frozenset({"beginning", "end", "start", "middle", "top", "bottom"})


def _at(tokens: tuple[Token, ...], index: int) -> Token | None:
    return tokens[index] if 0 <= index < len(tokens) else None


def two_forms_of_be(tokens: tuple[Token, ...], been: Token) -> Pair | None:
    """Return the words of "had been was made", "was been examined" and "have been to be"."""
    before, after = _at(tokens, been.i - 1), _at(tokens, been.i + 1)
    if before is None or after is None or before.sentence != been.sentence:
        return None
    if been.lower == "been":
        then = _at(tokens, been.i + 2)
        had = before.lower in ("had", "has", "have")
        if after.lower == "to" and then is not None and then.lower == "be":
            told = _at(tokens, before.i - 1)
            return (been, then) if told is not None and told.tag == "TO" else None
        if had and after.lower in _BE and then is not None and then.tag in ("VBN", "JJ", "VBG"):
            ahead = [t for t in tokens[: before.i] if t.sentence == been.sentence]
            asked = any(
                t.tag in ("WP", "WRB", "WDT") or t.lower in ("all", "it", "that")
                for t in ahead[-3:]
            )
            return None if asked else (before, after)
        first = before.lower in _BE and after.tag in ("VBN", "JJ")
        return (before, been) if first else None
    to = before.tag == "TO" or before.tag == "MD"
    wrong = (after.tag == "VB" or after.lower == "come") and after.lower in (
        "come",
        "go",
        "make",
        "pay",
        "find",
        "keep",
        "get",
    )
    return (been, after) if been.lower == "be" and to and wrong else None


def second_subject(tokens: tuple[Token, ...], he: Token) -> Pair | None:
    """Return the words of "The skipper, who is 61, he was treated"."""
    if he.text not in _PRONOUNS:
        return None
    comma, after = _at(tokens, he.i - 1), _at(tokens, he.i + 1)
    if comma is None or after is None or comma.text != ",":
        return None
    if after.tag not in _FINITE or after.lemma in ("say", "add", "tell", "think", "believe"):
        return None
    ahead = [t for t in tokens[: comma.i] if t.sentence == he.sentence]
    first = next((k for k, t in enumerate(ahead) if t.text == ","), None)
    if first is None or first + 2 > len(ahead) or any(t.text == "," for t in ahead[first + 1 :]):
        return None
    noun, who = ahead[:first], ahead[first + 1]
    nominal = all(t.tag in ("DT", "PRP$", "NN", "NNS", "NNP", "JJ", "CD", "POS") for t in noun)
    finite = [t for t in ahead[first + 1 :] if t.tag in _FINITE]
    relative = who.lower in ("who", "which", "whose") and len(finite) == 1
    return (he, after) if nominal and relative and noun else None


def asked_as_question(tokens: tuple[Token, ...], what: Token) -> Pair | None:
    """Return the words of "asked what was the city doing"."""
    if what.text not in _WH:
        return None
    helper, ahead = _at(tokens, what.i + 1), tokens[max(0, what.i - 5) : what.i]
    if helper is None or helper.lower not in _HELPERS or not ahead:
        return None
    asked = None
    for token in reversed(ahead):
        if token.sentence != what.sentence or token.pos == "PUNCT" or token.tag in _HELPERS:
            return None
        if token.pos == "VERB":
            asked = token
            break
    if asked is None:
        return None
    found_out = asked.lemma in ("find", "work") and tokens[what.i - 1].lower == "out"
    if asked.lemma not in _ASKING and not found_out:
        return None
    rest = [t for t in tokens[helper.i + 1 : helper.i + 40] if t.sentence == what.sentence]
    if (
        any("?" in t.text for t in rest)
        or not rest
        or rest[0].tag not in ("DT", "PRP", "PRP$", "NNP")
    ):
        return None
    at = 0
    while at < len(rest) and rest[at].tag in ("DT", "PRP", "PRP$", "NNP", "NN", "NNS", "JJ", "POS"):
        at += 1
    end = at
    while at and end < len(rest) and rest[end].tag == "RB":
        end += 1  # "why had the alarm not sounded"
    verb = rest[end] if end < len(rest) else None
    if verb is None or at == 0 or rest[at - 1].tag in ("DT", "PRP$", "JJ"):
        return None
    if helper.lower in _BE:
        doing = verb.tag == "VBG" and verb.head.i <= verb.i
        fits = doing or (
            what.lower not in ("what", "who") and verb.tag in ("VBN", "JJ", ".", "VBG")
        )
    elif helper.lower in ("has", "had", "have"):
        fits = verb.tag == "VBN" and what.lower not in ("who", "what")
        fits = fits or (what.lower == "what" and verb.tag == "VBN" and rest[0].tag == "PRP")
    else:
        fits = verb.tag in ("VB", "VBP")
    return (helper, rest[at - 1]) if fits else None


def lacks_preposition(tokens: tuple[Token, ...], acted: Token) -> Pair | None:
    """Return the words of "had not been acted at the time"."""
    before, after = _at(tokens, acted.i - 1), _at(tokens, acted.i + 1)
    if before is None or after is None or before.lower not in ("been", "being", "be"):
        return None
    ends = after.lower in ("at", "before", "within", "until", "since", "immediately", ".", ",")
    return (acted, after) if ends else None


def lacks_article(tokens: tuple[Token, ...], noun: Token) -> Pair | None:
    """Return the words of "by all but one of country's shops" and "until end of the match"."""
    before, after = _at(tokens, noun.i - 1), _at(tokens, noun.i + 1)
    if before is None or after is None or before.tag != "IN" or noun.tag != "NN":
        return None
    if before.sentence != after.sentence or not noun.text.islower():
        return None
    told = any(t.lower in ("the", "a") for t in tokens if t.sentence == noun.sentence)
    owns = told and noun.lower in OWNERS and after.text in ("'s", "’s")
    point = noun.lower in POINTS and before.lower in ("until", "till", "since", "near", "towards")
    rest = noun.lower == "rest" and after.lower == "of"
    if rest:
        return before, noun
    ends = after.lower in ("of", "and", ".", ",")
    return (before, noun) if owns or (point and ends) else None


def lone_ing(tokens: tuple[Token, ...], doing: Token) -> Pair | None:
    """Return the words of "thanked the crew, praised the pilot and promising an inquiry"."""
    joint, after = _at(tokens, doing.i - 1), _at(tokens, doing.i + 1)
    second = doing.head
    if joint is None or after is None or joint.lower not in ("and", "or") or doing.dep != "conj":
        return None
    first = second.head
    listed = second.dep == "conj" and second.tag in ("VBD", "VBN")
    # The parser may hang the second of three on "said": it has no subject, and a comma before.
    bare = second.dep == "ccomp" and second.tag == "VBD" and second.child("nsubj", "mark") is None
    listed = listed or (bare and tokens[second.i - 1].text == ",")
    series = listed and first.tag in ("VBD", "VBN")
    if not series or not second.text.islower() or second.lemma == "be":
        return None
    inside = [t for t in tokens[first.i : doing.i] if t.sentence == doing.sentence]
    if any(t.tag == "VBG" or t.lower in _BE for t in inside):
        return None
    full = after.tag in ("DT", "PRP$", "TO", "IN", "RP", "PRP", "JJ", "CD")
    return (second, doing) if full else None


# A name may begin with a small letter, and a list of questions go on with "and".
_GOING_ON = frozenset({"he", "it", "she", "they", "we", "who", "which"})


def question_goes_on(tokens: tuple[Token, ...], mark: Token) -> Pair | None:
    """Return the words of "asked whether it could survive? she paused"."""
    before, after = _at(tokens, mark.i - 1), _at(tokens, mark.i + 1)
    if before is None or after is None or before.start == before.end:
        return None
    goes_on = after.text in _GOING_ON and before.text.islower() and before.text.isalpha()
    return (before, mark) if goes_on and after.start > mark.end else None


SUNK = frozenset({"begun", "drunk", "rung", "sung", "sunk", "swum"})


def participle_for_past(tokens: tuple[Token, ...], sunk: Token) -> Pair | None:
    """Return the words of "The ferry, which was full, sunk within minutes"."""
    subject = sunk.child("nsubj")
    if sunk.dep == "acl" and sunk.head.dep == "ROOT":  # else the sentence has no verb
        return (sunk.head, sunk) if sunk.head.child("relcl") is not None else None
    if subject is None or subject.i > sunk.i or sunk.child("aux", "auxpass") is not None:
        return None
    if sunk.tag not in ("VBD", "VBN") or sunk.dep not in ("ROOT", "ccomp", "conj", "advcl"):
        return None
    near = tokens[max(0, sunk.i - 3) : sunk.i]
    helped = any(t.lower in ("had", "has", "have", "having", *_BE) for t in near)
    return None if helped else (subject, sunk)


def helped_past(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "helped 40 families bought a home"."""
    first, subject = verb.head, verb.child("nsubj")
    if first.lemma not in ("help", "let") or verb.dep != "ccomp" or subject is None:
        return None
    alone = verb.child("mark", "aux", "auxpass") is None and first.i < subject.i < verb.i
    between = tokens[first.i : verb.i]
    near = len(between) < 6 and not any(t.text == "," for t in between)
    return (first, verb) if alone and near and first.pos == "VERB" else None
