"""How sure it is that a word passes a verdict: adjectives, nouns said of somebody, adverbs."""

from __future__ import annotations

from functools import cache

from newslint.checks._phrases import vocabulary
from newslint.checks._support import is_negated
from newslint.checks._wording.lists import listed
from newslint.checks._wording.loaded import is_somebody
from newslint.checks._wording.verdict_verbs import is_antic, is_verdict_verb, is_vice
from newslint.finding import Severity
from newslint.language.tokens import Parse, Token

_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "nummod", "quantmod", "det"})
_LINKS = frozenset(
    {"appear", "be", "become", "get", "grow", "look", "prove", "remain", "seem", "sound", "turn"}
)
_LIMITS = frozenset({"xcomp", "ccomp", "advcl"})
_BOUNDS = frozenset({"about", "for", "in", "to", "with", "without"})
_PERSONS = frozenset({"he", "she", "they", "who"})
_THAT = frozenset({"that", "this"})
_FOR = frozenset({"infamous", "notorious"})
_PARTICLES = frozenset({"back", "down", "in", "off", "out", "over", "turn", "up"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "csubj", "relcl"})
_WHOLE = frozenset({"absolute", "complete", "epic", "total", "unmitigated", "utter"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_ADJECTIVAL = ("able", "ful", "ible", "ish", "less", "ous")
_FACTIONS = frozenset({"diehard", "fascist", "savage"})  # adjectives with plain senses of their own
_SAID_OF = frozenset({"acomp", "oprd", "attr"})
_SIGNS = frozenset({"$", "£", "€", "¥", "₹", "R"})
_ARTICLES = frozenset({"DT", "PRP$", "POS"})
_WARNING, _SUGGESTION = Severity.WARNING, Severity.SUGGESTION


def sureness_of(word: Token, parse: Parse) -> Severity | None:
    """Return how sure it is that `word` is a verdict in `parse`: a severity, or None."""
    if not (word.lower in _listed() or word.lemma.lower() in _listed()):
        return None
    noun = _noun_of(word, parse)
    if noun is not None and f"{_plain(word)} {noun.lemma.lower()}" in _terms():
        return None
    if _is_grave(word, noun):
        return None
    sure = _other(word) if noun is None else _adjective(word, noun, parse)
    return _SUGGESTION if sure is _WARNING and _is_mild(word, noun) else sure


def _is_grave(word: Token, noun: Token | None) -> bool:
    """Return whether the word says no more than what it is said of: a tragic death."""
    if not _is(_plain(word), "grave"):
        return False
    told = noun if noun is not None else word.head
    return _is(told.lemma.lower(), "grave_things")


def _is_mild(word: Token, noun: Token | None) -> bool:
    """Return whether an editor may let the word stand.

    Such are everyday praise, moods that people may well be in, and hard words for what is
    hard in itself: a brutal dictatorship.
    """
    text = _plain(word)
    if text in _mild():
        return True
    if noun is None:
        return word.dep == "acomp" and _is(text, "moods")
    return _is(text, "hard") and _is(noun.lemma.lower(), "hard_things")


@cache
def _mild() -> frozenset[str]:
    """Return everyday praise, and the adverbs made of it."""
    praise = vocabulary("loaded", "everyday")
    return praise | {_adverb(word) for word in praise} | listed("soft_manner")


@cache
def _terms() -> frozenset[str]:
    """Return the pairs of words that name a thing: eminent domain, a failed coup, mean age."""
    pairs = {"mean": "averaged", "failed": "tried", "radical": "creeds", "outspoken": "sides"}
    made = {f"{w} {noun}" for w, name in pairs.items() for noun in vocabulary("loaded", name)}
    made |= {f"{w} {noun}" for w in ("harsh", "stalwart") for noun in vocabulary("loaded", "sides")}
    return vocabulary("loaded", "terms") | made


@cache
def _listed() -> frozenset[str]:
    """Return all words that may be a verdict, so that the others are passed over fast."""
    names = (
        *("judging", "praising", "puffing", "striking", "of_people", "of_deeds", "doubtful"),
        *(
            "amounts",
            "flattering",
            "siding",
            "brought_low",
            "verdicts",
            "vices",
            "antics",
            "said_to_be",
        ),
        *("bodily", "sneered", "forced", "done", "wronged", "money_verbs", "struck", "leaping"),
        "trying_hard",
        "labels",
    )
    return frozenset({"rob"}).union(_manners(), *(listed(n) for n in names))


def _noun_of(word: Token, parse: Parse) -> Token | None:
    """Return the noun that the word stands before, also past a comma: the grim, grey hall."""
    if word.dep in _BEFORE_NOUNS:
        return _behind(word, parse) if word.tag == "RB" else word.head
    if word.tag == "RB" and word.dep == "advmod":
        return _behind(word, parse)
    after = parse.tokens[word.i + 1 : word.i + 5]
    if word.tag == "NN" and word.lower.endswith(_ADJECTIVAL) and after:
        return after[0] if after[0].tag in {"NN", "NNS"} else None  # "the shameless shelling"
    if word.tag != "JJ" or word.dep in {"acomp", "oprd", "attr"}:
        return None
    if not after or after[0].lower not in {",", "and"}:
        return None
    rest = [w for w in after if w.tag != "JJ" and w.lower not in {",", "and"}]
    return rest[0] if rest and rest[0].tag in {"NN", "NNS"} else None


def _behind(word: Token, parse: Parse) -> Token | None:
    """Return the noun behind an adjective that ends as an adverb does: the cowardly Orr board."""
    before = parse.tokens[max(0, word.i - 1) : word.i]
    if not before or before[0].tag not in _ARTICLES or _is(word.lower, "manner"):
        return None
    after = parse.tokens[word.i + 1 : word.i + 4]
    return next((w for w in after if w.tag in {"NN", "NNS"}), None)


def _adjective(word: Token, noun: Token, parse: Parse) -> Severity | None:
    """Return how sure it is that the word before a noun is a verdict, or None."""
    text = _plain(word)
    if noun.i < word.i and word.tag in _ADJECTIVES and word.dep == "amod":
        return _behind_noun(text, noun)
    if noun.i < word.i or word.tag.startswith("NNP") or _is_named(word, noun):
        return _other(word)
    if _is(text, "labels") and text not in _FACTIONS:
        return _WARNING if is_somebody(noun) and noun.tag in {"NN", "NNS"} else None
    head = noun.lemma.lower()
    if _reads_on(word, parse):
        return None
    if _is(text, "amounts") or _is_of_a_figure(word, text, parse):
        return _WARNING
    if head in vocabulary("loaded", "harmless") or head == "one":
        return None
    if _is(text, "judging") or _is(text, "praising"):
        return _WARNING
    somebody, deed = is_somebody(noun), is_deed(noun)
    outcome = deed or head in listed("outcomes")
    if _is(text, "of_people") and somebody:
        return _WARNING
    if (_is(text, "of_people") or _is(text, "of_deeds")) and deed:
        return _WARNING  # whoever is greedy or crooked does greedy and crooked things
    if _is(text, "striking") and (outcome or somebody):
        return _WARNING
    if _is(text, "siding") and _is(head, "feelings"):
        return _WARNING
    if _is(text, "puffing") and _is(head, "masterpieces"):
        return _WARNING
    weighing = _is(text, "of_people") or _is(text, "of_deeds") or _is(text, "striking")
    if weighing and not _is(text, "of_things"):
        return _WARNING  # no thing is doomed, infamous or feckless but in somebody's eyes
    if _is(text, "puffing") or (_is(text, "flattering") and somebody):
        return _SUGGESTION
    return _SUGGESTION if _is(text, "doubtful") and (outcome or somebody) else None


def _is_of_a_figure(word: Token, text: str, parse: Parse) -> bool:
    """Return whether a figure is called frightening or stunning: a frightening 2.2 per cent."""
    around = (parse.tokens[max(0, word.i - 1) : word.i], parse.tokens[word.i + 1 : word.i + 3])
    before = [w.lower for w in around[0]]
    figure = [w for w in around[1] if w.text not in _SIGNS and w.lower != "one"][:1]
    judged = any(_is(text, name) for name in ("doubtful", "judging", "praising", "striking"))
    return judged and before in (["a"], ["an"]) and bool(figure) and figure[0].tag == "CD"


def _behind_noun(text: str, noun: Token) -> Severity | None:
    """Return how sure it is that an adjective judges the noun before it: the board, greedy."""
    if noun.lemma.lower() in vocabulary("loaded", "harmless"):
        return None
    judged = _is(text, "judging") or _is(text, "praising")
    judged = judged or (_is(text, "of_people") and is_somebody(noun))
    return _WARNING if judged or (_is(text, "of_deeds") and is_deed(noun)) else None


def _reads_on(word: Token, parse: Parse) -> bool:
    """Return whether the next word shares the adjective: shocking pink, reckless driving."""
    after = parse.tokens[word.i + 1 : word.i + 2]
    halved = parse.tokens[word.i + 2 : word.i + 3]  # cynical horse-trading
    return (
        bool(after)
        and after[0].text.islower()
        and after[0].lower in vocabulary("loaded", "harmless")
        and not (halved and halved[0].text == "-" and halved[0].start == after[0].end)
    )


def is_deed(noun: Token) -> bool:
    """Return whether the noun stands for what people do, say, decide or plan."""
    lemma = noun.lemma.lower()
    if lemma in vocabulary("loaded", "deeds") or _is_half_a_deed(noun):
        return True
    ends = lemma.endswith(tuple(vocabulary("loaded", "things_done_endings")))
    return ends and noun.tag in {"NN", "NNS"} and lemma not in vocabulary("loaded", "no_deeds")


def _is_half_a_deed(noun: Token) -> bool:
    """Return whether the word is the last part of one such as walk-out or climb-down."""
    return noun.lower in _PARTICLES and any(
        c.text == "-" and c.end == noun.start for c in noun.children
    )


def _is(text: str, name: str) -> bool:
    return text in listed(name)


def _plain(word: Token) -> str:
    """Return the adjective in small letters, without a superlative's ending."""
    return word.lemma.lower() if word.tag in {"JJS", "JJR"} else word.lower


def _is_named(word: Token, noun: Token) -> bool:
    """Return whether both are parts of a name: the Heroic Symphony."""
    return word.text[:1].isupper() and noun.text[:1].isupper() and word.i > 0


def _said_of(word: Token) -> Severity | None:
    """Return how sure it is that "was disgraceful" is a verdict on its subject, or None."""
    text = _plain(word)
    subject = _subject_of(word)
    if subject is None:
        return None
    after = [c for c in (*word.children, *word.head.children) if c.i > word.i]
    if text in _FOR and any(c.lower == "for" for c in after):
        return _WARNING if subject.lower in _PERSONS or is_somebody(subject) else None
    # too slow to matter, as rude as it was short: these are no limits
    too = any(c.lower in {"as", "too"} and c.i < word.i for c in word.children)
    if not too and any(c.dep in _LIMITS or (c.dep == "prep" and c.lower in _BOUNDS) for c in after):
        return None  # useless without a licence, ridiculous to think so
    if _is(text, "looked_on"):
        return None  # it was much derided at the time: by others, and that is told
    somebody = is_somebody(subject)
    if _is(text, "moods"):
        return _WARNING if somebody or _is_persons_plural(subject) else None
    if _is(text, "brought_low"):
        return _WARNING if subject.lower in _PERSONS or somebody else None
    judged = _is(text, "judging") or _is(text, "praising")
    deed = is_deed(subject) or subject.lower in _THAT
    of_people = _is(text, "of_people") and (somebody or subject.lower in {"he", "she"})
    of_deeds = deed and (_is(text, "of_deeds") or _is(text, "striking"))
    return _WARNING if judged or of_people or of_deeds else None


def _is_persons_plural(word: Token) -> bool:
    """Return whether the word is a plural such as growers and welders."""
    return word.tag == "NNS" and word.lemma.lower().endswith(("er", "or", "ant", "ent"))


def _subject_of(word: Token) -> Token | None:
    """Return what "is" or "seems" the word, if that may be judged at all."""
    verb = word.head.head if word.dep == "conj" else word.head
    subject = verb.child("nsubj")
    if subject is None and verb.dep == "conj":
        subject = verb.head.child("nsubj")  # "Orr had backed the deal, and was humiliated"
    if subject is None or subject.i > verb.i or is_negated(verb) or is_negated(word):
        return None
    harmless = vocabulary("loaded", "harmless")
    plain = [w.lemma.lower() for w in subject.subtree if not w.tag.startswith("NNP")]
    if verb.lemma not in _LINKS or not harmless.isdisjoint(plain):
        return None  # also "the queen of the play"
    return subject


def _other(word: Token) -> Severity | None:
    """Return how sure it is that a noun, a verb or an adverb is a verdict, or None."""
    if word.dep in _SAID_OF and word.i > word.head.i and word.tag not in {"NN", "NNS"}:
        return _said_of(word)
    if word.dep == "conj" and word.tag in _ADJECTIVES and word.head.dep in _SAID_OF:
        return _said_of(word)
    if word.tag in {"NN", "NNS"}:
        sure = (
            _is(word.lemma.lower(), "verdicts")
            or _is(word.lower, "verdicts")
            or is_vice(word)
            or is_antic(word)
        )
        return _WARNING if sure or _is_said_to_be(word) else None
    if word.tag.startswith("VB"):
        judged = is_verdict_verb(word) or _is_participle(word)
        return _WARNING if judged else None
    return _WARNING if word.tag == "RB" and _is_manner(word) else None


def _is_participle(word: Token) -> bool:
    """Return whether a participle is said of somebody or something done: the plan is doomed."""
    subject, text = word.child("nsubjpass"), word.lower
    if word.tag != "VBN" or subject is None or word.child("agent") is not None:
        return False
    if is_negated(word) or any(c.tag == "MD" or c.dep == "prep" for c in word.children):
        return False
    if _is(text, "looked_on"):
        return False
    deed = is_deed(subject) and (_is(text, "of_deeds") or _is(text, "judging"))
    return deed or (is_somebody(subject) and (_is(text, "of_people") or _is(text, "judging")))


def _is_said_to_be(noun: Token) -> bool:
    """Return whether somebody or something done is called one: the plan is a disaster."""
    if not _is(noun.lemma.lower(), "said_to_be"):
        return False
    before = {c.lower for c in noun.children if c.i < noun.i}
    if before & _WHOLE:
        return True
    if noun.dep == "appos" and before & {"a", "an"}:
        whose = noun.head
        named = whose.text[:1].isupper() and whose.child("det") is None
        named = named or is_deed(whose) or is_somebody(whose)
        return named and whose.i < noun.i  # Orr, a menace to the fleet
    subject = _subject_of(noun) if noun.dep == "attr" and noun.i > noun.head.i else None
    if subject is not None and subject.lower == "it":
        clauses = (*noun.children, *noun.head.children)
        return any(c.dep in _CLAUSES and c.i > noun.i for c in clauses)
    if subject is None or before & {"no", "any"} or not before & {"a", "an", "another"}:
        return False
    if any(c.tag == "MD" for c in noun.head.children):
        return False
    return is_somebody(subject) or is_deed(subject) or subject.lower in _THAT


def _is_manner(word: Token) -> bool:
    """Return whether the adverb judges what is done, or how much: woefully short of staff."""
    head = word.head
    if any(c.tag == "MD" for c in head.children) or word.i > head.i + 8:
        return False
    if _is(word.lower, "trying_hard"):
        return head.lemma.lower() in vocabulary("loaded", "tries")
    if word.lower not in _manners():
        return False
    return head.tag.startswith("VB") or (head.tag in _ADJECTIVES and word.i < head.i)


@cache
def _manners() -> frozenset[str]:
    """Return the adverbs of judgement: those listed, and those made of the adjectives."""
    lists = ("judging", "praising", "of_people", "of_deeds", "striking")
    adjectives = frozenset().union(*(listed(name) for name in lists))
    made = {_adverb(word) for word in adjectives} - vocabulary("loaded", "no_manner")
    return listed("manner") | listed("soft_manner") | made


def _adverb(adjective: str) -> str:
    for ending, made in (("y", "ily"), ("ic", "ically"), ("le", "ly")):
        if adjective.endswith(ending):
            return adjective.removesuffix(ending) + made
    return f"{adjective}ly"
