"""Two words of which an edit was to keep one: "would will", "because due to"."""

from __future__ import annotations

from collections.abc import Callable

from newslint.language.tokens import Token

_MODALS = frozenset({"will", "would", "can", "could", "shall", "should", "may", "might", "must"})
_BE = frozenset({"is", "was", "are", "were"})
_HAVE = frozenset({"has", "have", "had"})
_OWNERS = frozenset({"DT", "PRP$", "POS", "JJ", "CD", "IN", "WP", "WDT", "WRB"})
#: A clause may end before the second verb: "what it is was", "all that is was".
_CLAUSAL = frozenset(
    {"all", "what", "who", "which", "that", "where", "how", "why", "when", "whatever", "whoever",
     "if", "one", "those", "as", "than", "anything", "everything", "wherever", "whether", "what's"}
)  # fmt: skip
_JOINTS = frozenset(
    {("because", "due"), ("due", "because"), ("and", "but"), ("but", "and"), ("who", "which"),
     ("which", "who"), ("not", "never"), ("than", "then"), ("from", "since"),
     ("without", "with"), ("with", "without"), ("without", "no"), ("been", "have"),
     ("been", "has"), ("if", "whether"), ("whether", "if"), ("both", "each"),
     ("each", "both"), ("first", "initially"), ("initially", "first"), ("has", "have"),
     ("have", "has"), ("had", "has"), ("had", "have"), ("does", "do"), ("until", "till"),
     ("or", "and"), ("despite", "although"), ("although", "despite"), ("while", "during"),
     ("during", "while")}
)  # fmt: skip
_GUESSES = frozenset({"about", "around", "roughly", "approximately", "nearly", "almost"})
#: Verbs with one object: after these "her" cannot stand before another.
_ONE_OBJECT = frozenset(
    {"accept", "announce", "begin", "build", "claim", "close", "complete", "defend", "drop",
     "end", "finish", "follow", "hear", "join", "launch", "lead", "lose", "open", "publish",
     "raise", "reject", "run", "sign", "start", "support", "take", "use", "visit", "watch"}
)  # fmt: skip

#: Pasts that a participle may follow: "he stood accused".
_BEFORE_PARTICIPLES = frozenset(
    {"be", "have", "get", "do", "seem", "look", "feel", "remain", "appear", "become", "stay",
     "keep", "lie", "stand", "sit", "leave", "go", "die", "return", "come", "help", "arrive",
     "grow", "end", "sound", "taste", "smell", "turn", "prove", "emerge", "fall", "rest"}
)  # fmt: skip


def two_versions(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether one of two neighbouring words is left over from another version."""
    pasts = one.tag in ("VBD", "VBN") and two.tag in ("VBD", "VBN") and one.text.isalpha()
    if pasts and one.lower not in _AT_WORD:
        return _are_pasts(tokens, one, two)
    find = _AT_WORD.get(one.lower)
    return find is not None and one.sentence == two.sentence and find(tokens, one, two)


def _words_before(tokens: tuple[Token, ...], token: Token) -> set[str]:
    return {t.lower for t in tokens[: token.i] if t.sentence == token.sentence}


def _are_helpers(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether two helpers stand side by side: "would will", "is was", "has is"."""
    if not (one.text.islower() and two.text.islower()) or one.lower == two.lower:
        return False
    ahead = tokens[one.i - 1] if one.i else None
    if ahead is None or ahead.sentence != one.sentence or ahead.tag in _OWNERS:
        return False
    if (one.lower, two.lower) in _JOINTS:
        return not _words_before(tokens, one) & _CLAUSAL
    modals = one.lower in _MODALS and two.lower in _MODALS
    finite = one.lower in _BE | _HAVE and two.lower in _BE
    finite = finite or (one.lower in _BE and two.lower in _HAVE)
    finite = finite or (
        one.lower in _BE | _HAVE and two.lower in _MODALS - {"will", "may", "might"}
    )
    finite = finite or (one.lower in _MODALS and two.lower in (_BE | {"has", "had"}))
    if not modals and not finite:
        return False
    if modals and one.tag != "MD":
        return False
    if finite and ahead.pos not in ("NOUN", "PROPN", "PRON", "ADV", "PUNCT"):
        return False
    if ahead.pos == "PRON" and one.i > 1 and tokens[one.i - 2].pos in ("NOUN", "PRON", "PROPN"):
        return False  # "the man he is was": a clause without "that"
    if finite and sum(t.tag in ("DT", "PRP", "PRP$") for t in _opening(tokens, one)) > 1:
        return False  # "the debt a student has is"
    return not _words_before(tokens, one) & _CLAUSAL


def _opening(tokens: tuple[Token, ...], token: Token) -> list[Token]:
    """Return what stands before a word, back to the last mark or verb of its sentence."""
    found: list[Token] = []
    for other in reversed(tokens[: token.i]):
        if other.sentence != token.sentence or other.pos in ("PUNCT", "VERB", "AUX", "CCONJ"):
            break
        found.append(other)
    return found


def _are_pasts(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether two pasts follow a pronoun: "they closed ended the day"."""
    ahead = tokens[one.i - 1] if one.i else None
    after = tokens[two.i + 1] if two.i + 1 < len(tokens) else None
    if one.tag == "VBN":
        # "was held took place"
        subject = one.child("nsubjpass")
        passive = ahead is not None and ahead.dep == "auxpass" and ahead.head is one
        first = subject is not None and subject.i < one.i and passive and two.tag == "VBD"
        plain = subject is not None and subject.tag in ("NN", "NNS") and two.text.islower()
        opening = tokens[: subject.i] if subject is not None else ()
        bare = all(
            t.tag in ("DT", "JJ", "NN", "PRP$") for t in opening if t.sentence == one.sentence
        )
        return first and plain and bare
    if ahead is None or after is None or ahead.tag != "PRP" or ahead.sentence != two.sentence:
        return False
    before = tokens[ahead.i - 1] if ahead.i else None
    opens = before is None or before.sentence != ahead.sentence or before.pos in ("CCONJ", "SCONJ")
    pasts = one.tag == "VBD" and two.tag == "VBD" and two.text.islower()
    thing = after.tag in ("DT", "PRP$", "PRP", "IN", "TO", "CD", "NNS", "NNP")
    known = one.lemma in _BEFORE_PARTICIPLES or one.lower in ("had", "was", "were", "got", "did")
    clause = {t.lower for t in _opening(tokens, one)}
    return opens and pasts and thing and not known and not clause & _CLAUSAL


def _are_joints(_tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether two words join twice: "because due to"."""
    return (one.lower, two.lower) in _JOINTS


def _are_guesses(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether a figure is guessed twice: "about around 40"."""
    figure = tokens[two.i + 1] if two.i + 1 < len(tokens) else None
    guessed = two.lower in _GUESSES and two.lower != one.lower
    return guessed and figure is not None and (figure.tag in ("CD", "$") or figure.text in "£€")


def _is_for_to(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether "for" stands before "to help"."""
    verb = tokens[two.i + 1] if two.i + 1 < len(tokens) else None
    return (
        two.lower == "to"
        and two.tag == "TO"
        and verb is not None
        and verb.tag == "VB"
        and (one.dep == "prep" and one.child("pobj") is None)
    )


def _is_which_that(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether a clause begins twice: "the plan which that was drawn up"."""
    ahead = tokens[one.i - 1] if one.i else None
    after = tokens[two.i + 1] if two.i + 1 < len(tokens) else None
    if ahead is None or after is None or ahead.pos == "ADP":
        return (one.lower, two.lower) in _JOINTS
    twice = (one.lower, two.lower) in (("which", "that"), ("that", "which"), ("who", "that"))
    verb = after.tag in ("VBD", "VBZ", "VBP", "MD")
    return (one.lower, two.lower) in _JOINTS or (twice and verb and ahead.pos == "NOUN")


def _is_her_the(tokens: tuple[Token, ...], one: Token, two: Token) -> bool:
    """Return whether "the" stands after "his", or after a "her" that is no second object."""
    if two.text not in ("the", "a", "an") or not one.i:
        return False
    after = tokens[two.i + 1] if two.i + 1 < len(tokens) else None
    if after is None or after.tag not in ("NN", "NNS", "JJ"):
        return False
    verb = tokens[one.i - 1]
    if one.lower == "his":
        return one.tag == "PRP$"
    return verb.pos == "VERB" and verb.lemma in _ONE_OBJECT


_AT_WORD: dict[str, Callable[[tuple[Token, ...], Token, Token], bool]] = {
    **dict.fromkeys((one for one, _ in _JOINTS), _are_joints),
    **dict.fromkeys(_MODALS | _BE | _HAVE, _are_helpers),
    **dict.fromkeys(("which", "who", "that"), _is_which_that),
    **dict.fromkeys(_GUESSES, _are_guesses),
    "for": _is_for_to,
    "her": _is_her_the,
    "his": _is_her_the,
}
