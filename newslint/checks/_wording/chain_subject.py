"""Subjects of which the verb is far off: what stands between is read word by word, not parsed.

"A recount of the ballots cast abroad and in the provinces are": after a noun that begins its
sentence come only phrases that hang on it, and then the verb.
"""

from __future__ import annotations

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._wording.number_of_verb import (
    PLURAL_VERB,
    SINGULAR_VERB,
    UNCHANGED,
)
from newslint.language.tokens import Token

Pair = tuple[Token, Token]

_CLOSED = SINGULAR_VERB | PLURAL_VERB
_BEFORE = frozenset({"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "HYPH", "NN", "VBN"})
_INSIDE = frozenset(
    {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "HYPH", "NN", "NNS", "NNP", "NNPS", "POS",
     "$", "RB", "VBN", "IN", "PRP"}
)  # fmt: skip
_NO_PHRASE = frozenset({"as", "than", "like", "if", "because", "that", "while", "though", "before",
                        "after", "since", "until", "with", "including", "plus", "per", "but",
                        "although", "unless", "whether", "except", "so"})  # fmt: skip
_ONE = frozenset({"each", "neither", "either", "everyone", "everybody", "nobody", "one"})
_OPENERS = frozenset({"but", "and", "that"})
_RELATIVE = frozenset({"which", "who", "whose"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: Nouns that nobody joins with things or people: "the cost of the ferry and the two boats".
_ABSTRACT = frozenset(
    {"absence", "age", "closure", "construction", "cost", "death", "decline", "demolition", "depth",
     "design", "discovery", "effect", "existence", "extent", "failure", "fate", "future", "height",
     "impact", "importance", "increase", "lack", "length", "location", "loss", "nature", "opening",
     "origin", "presence", "price", "purpose", "quality", "removal", "repair", "role", "safety",
     "sale", "scale", "shape", "size", "speed", "state", "success", "theft", "timing", "use",
     "value", "weight", "width"}
)  # fmt: skip
_LONG = 32


def far_by_chain(tokens: tuple[Token, ...], finite: Token) -> Pair | None:
    """Return the noun that begins a sentence and the verb far off that does not agree."""
    plural = _number(finite)
    first = _first_of_clause(tokens, finite) if plural is not None else None
    if plural is None or first is None or finite.i - first.i > _LONG:
        return None
    subject = _head(tokens, first, finite)
    if subject is None or finite.i - subject.i < 3:
        return None
    one = _is_one(tokens, first, subject)
    if one is None or one != plural:
        return None
    if any(t.tag in ("WP", "WRB", "``", "''", "-LRB-", ":") for t in tokens[first.i : finite.i]):
        return None
    attribute = finite.child("attr")
    if one and attribute is not None and attribute.tag == "NNS":
        return None
    closed = finite.lower in SINGULAR_VERB | PLURAL_VERB
    after = tokens[finite.i + 1] if finite.i + 1 < len(tokens) else None
    if not closed and (
        tokens[finite.i - 1].text != ","
        or after is None
        or after.tag not in ("DT", "PRP$", "TO", "IN", "CD", "RB", "PRP")
    ):
        return None
    whole = _is_chain(tokens, subject, finite, one)
    return (subject, finite) if whole else None


def _number(finite: Token) -> bool | None:
    """Return whether the verb is plural: "one == plural" is a slip."""
    if finite.lower in SINGULAR_VERB:
        return False
    if finite.lower in PLURAL_VERB:
        return True
    plain = finite.tag == "VBP" and finite.text.islower() and finite.lower == finite.lemma
    return True if plain and finite.lower not in UNCHANGED else None


def _first_of_clause(tokens: tuple[Token, ...], finite: Token) -> Token | None:
    """Return the first word of the sentence, or the word after "said that"."""
    at = finite.i
    while at > 0 and tokens[at - 1].sentence == finite.sentence:
        at -= 1
        if (
            tokens[at].lower == "that"
            and tokens[at].dep == "mark"
            and at
            and (
                tokens[at - 1].lemma
                in (
                    "say",
                    "find",
                    "hear",
                    "show",
                    "warn",
                    "report",
                    "argue",
                    "suggest",
                    "add",
                    "believe",
                    "note",
                )
            )
        ):
            return tokens[at + 1]
    first = tokens[at]
    return tokens[at + 1] if first.lower in ("but", "and") else first


def _head(tokens: tuple[Token, ...], first: Token, finite: Token) -> Token | None:
    """Return the noun that ends the phrase that begins at a word: "a second recount of"."""
    if first.lower in _ONE:
        after = tokens[first.i + 1]
        return first if after.lower == "of" else None
    head = None
    for token in tokens[first.i : finite.i]:
        if token.tag in ("NN", "NNS"):
            head = token
        elif token.tag not in _BEFORE or head is not None:
            break
    if head is None or not head.text.isalpha() or tokens[head.i + 1].tag in ("POS", "CC", "NNP"):
        return None
    return head


def _is_one(tokens: tuple[Token, ...], first: Token, subject: Token) -> bool | None:
    """Return whether a noun is surely one, or surely several."""
    if subject.lower in _ONE:
        return True
    known = vocabularies(("agreement", "plural-form"), ("agreement", "either"))
    if {subject.lower, subject.lemma} & known or subject.lower in vocabulary(
        "agreement", "amounts"
    ):
        return None
    words = {t.lower for t in tokens[first.i : subject.i]}
    if subject.tag == "NN":
        loose = subject.lower.endswith(("s", "ing")) or subject.lower in _QUANTITIES
        definite = first.lower in ("a", "an", "the", "this", "his", "her", "its", "their")
        return True if definite and not loose else None
    if words & {"a", "an", "more", "no", "one"} or any(t.isdigit() for t in words):
        return None
    return False if subject.lower.endswith("s") and subject.lower != subject.lemma else None


_QUANTITIES = frozenset(
    {"number", "range", "majority", "minority", "couple", "pair", "series", "team", "group",
     "handful", "host", "variety", "lot", "rest", "total", "percentage", "proportion", "half",
     "part", "bulk", "slew", "string", "array", "crowd", "fraction", "quarter", "third", "mix",
     "combination", "collection", "set", "row", "flurry", "generation", "kind", "sort", "type",
     "staff", "crew", "band", "dozen", "trio", "duo", "wave", "spate", "plethora", "myriad",
     "average", "maximum", "minimum", "estimated", "further", "remainder", "wealth", "mixture"}
)  # fmt: skip


def _is_chain(tokens: tuple[Token, ...], subject: Token, finite: Token, one: bool) -> bool:
    """Return whether all between a noun and a verb hangs on the noun."""
    between = tokens[subject.i + 1 : finite.i]
    between = tuple(t for t in between)
    while between and between[-1].tag == "RB" and between[-1].text != ",":
        between = between[:-1]
    if between and between[0].text == ",":
        return _is_aside(between) and subject.tag in ("NN", "NNS")
    if not between or between[0].tag not in ("IN", "VBN") or between[0].lower in _NO_PHRASE:
        return False
    comma = next((k for k, t in enumerate(between) if t.text == ","), None)
    if comma is not None and between[-1].text == ",":
        inner = between[comma:]
        return _is_aside(inner) and _is_phrases(between[:comma], subject, one)
    return _is_phrases(between, subject, one)


def _is_aside(words: tuple[Token, ...]) -> bool:
    """Return whether words are a clause or an aside between two commas that adds nobody."""
    if len(words) < 4 or words[-1].text != "," or any(t.text == "," for t in words[1:-1]):
        return False
    opens = words[1].lower
    clause = opens in _RELATIVE and sum(t.tag in _FINITE for t in words) >= 1
    return clause or (
        opens in ("both", "some", "many", "most", "all", "none") and words[2].lower == "of"
    )


def _is_phrases(words: tuple[Token, ...], subject: Token, one: bool) -> bool:
    """Return whether words are phrases with prepositions, lists among them."""
    if not words or words[-1].tag not in ("NN", "NNS", "NNP", "NNPS", "CD", "PRP"):
        return False
    for k, token in enumerate(words):
        if token.tag == "CC":
            after = words[k + 1] if k + 1 < len(words) else None
            if after is None or token.lower not in ("and", "or"):
                return False
            own = after.tag in ("DT", "PRP$", "NNP", "PRP", "CD")
            if one and own and subject.lower not in _ABSTRACT and subject.lower not in _ONE:
                return False
        elif token.text == ",":
            rest = words[k + 1 :]
            if not any(t.lower in ("and", "or") for t in rest[:8]):
                return False
            own = bool(rest) and rest[0].tag in ("DT", "PRP$", "NNP", "PRP", "CD")
            if one and own and subject.lower not in _ABSTRACT and subject.lower not in _ONE:
                return False
        elif _begins_clause(words, k):
            return _is_relative(words[k:])
        elif (
            token.tag not in _INSIDE
            or (token.tag == "IN" and token.lower in _NO_PHRASE)
            or (token.tag == "VBN" and not _is_after_noun(words, k, subject))
        ):
            return False
    return True


def _begins_clause(words: tuple[Token, ...], k: int) -> bool:
    """Return whether a second noun phrase stands beside the first: "routes the city has"."""
    apart = words[k].tag in ("DT", "PRP", "PRP$", "NNP") and k > 0
    return apart and words[k - 1].tag in ("NN", "NNS", "NNPS", "CD")


def _is_relative(words: tuple[Token, ...]) -> bool:
    """Return whether words are the whole of a clause such as "she had sent to friends"."""
    if words[0].tag != "PRP" or len(words) < 3:
        return False
    verbs = [t for t in words[1:] if t.tag in _FINITE or t.tag in ("VB", "VBN")]
    helped = (
        len(verbs) == 2 and verbs[0].tag in _FINITE and verbs[0].lower in ("had", "has", "have")
    )
    one = (len(verbs) == 1 and verbs[0].tag == "VBD") or helped
    rest = words[verbs[-1].i - words[0].i + 1 :] if verbs else ()
    plain = all(t.tag in _INSIDE - {"PRP"} for t in rest)
    return one and bool(rest) and rest[0].tag in ("IN", "TO") and plain


def _is_after_noun(words: tuple[Token, ...], k: int, subject: Token) -> bool:
    """Return whether a participle stands after its noun, or before one."""
    before = words[k - 1] if k else subject
    after = words[k + 1] if k + 1 < len(words) else None
    follows = before.tag in ("NN", "NNS", "NNP") and after is not None and after.tag in ("IN", "RB")
    leads = (
        before.tag in ("DT", "JJ", "PRP$", "IN", "RB", "CC")
        and after is not None
        and after.tag
        in (
            "NN",
            "NNS",
            "JJ",
        )
    )
    return follows or leads
