"""Whether a name that stands alone is a person's, by what is said of it."""

from __future__ import annotations

from newslint.checks._people.people import Named
from newslint.checks._phrases import vocabulary
from newslint.language.tokens import Token
from newslint.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_HE = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_THINGS = frozenset({"FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


def is_human(reading: Reading, named: Named) -> bool:
    """Return whether what is said of the name shows that it is a person's. Needs `names`."""
    if named.last.entity not in _THINGS and (
        _is_advocate(reading, named) or _is_in_custody(named) or _has_kin(named) or _is_cited(named)
    ):
        return not _has_article(reading, named)
    if not is_subject(named):
        return False
    verb = named.last.head
    if verb.i < named.last.i and not _follows_words(reading, verb):
        return False  # "think Brexit"
    verbs = {verb.lemma, *(c.lemma for c in verb.children if c.dep == "xcomp")}
    speaks = bool(verbs & vocabulary("persons", "speaks"))
    acts = bool(verbs & vocabulary("persons", "acts"))
    before = reading.parses[named.block].tokens[named.last.i - 1] if named.last.i else None
    if before is not None and before.pos == "NOUN" and before.end + 1 == named.last.start:
        return False  # "the website Lindow"
    if (speaks or acts) and _is_he(reading, named) and named.last.entity not in _THINGS:
        return True
    if _is_explained(reading, named):
        return False
    if _feels(named):
        return True
    if named.last.entity == "PERSON" and (_is_he(reading, named) or _he_follows(reading, named)):
        return True
    if (
        named.last.entity in ("", "ORG")
        and _he_follows(reading, named)
        and _is_alone(reading, named)
    ):
        return True
    if (speaks or acts) and named.last.entity not in _THINGS and _only_he(reading, named):
        return True
    if acts or (speaks and named.last.entity == "PERSON"):
        return True
    # Bodies say more often than they tell.
    return speaks and named.last.entity == "" and "say" not in verbs


def _follows_words(reading: Reading, verb: Token) -> bool:
    """Return whether a verb before its subject closes a quotation: ..., said Quill."""
    before = reading.text[max(0, verb.start - 3) : verb.start].rstrip()
    return before[-1:] in tuple("\"”’',") or verb.lower == "said"


def _is_advocate(reading: Reading, named: Named) -> bool:
    """Return whether somebody speaks for somebody: "Vickers, for the union, asked"."""
    after = reading.text[named.span.end : named.span.end + 6]
    speaks = named.last.head.lemma in vocabulary("persons", "speaks")
    return is_subject(named) and speaks and after.startswith(", for ")


def _is_in_custody(named: Named) -> bool:
    """Return whether what is done to the name is done to people: "Vickers was jailed"."""
    if named.last.dep not in ("dobj", "nsubjpass"):
        return False
    verb = named.last.head.lemma
    likely = named.last.entity == "PERSON" and verb in vocabulary("persons", "undergoes_likely")
    return likely or verb in vocabulary("persons", "undergoes")


def _has_kin(named: Named) -> bool:
    """Return whether the name has what only people have: "Vickers’s solicitor"."""
    thing = named.last.head.lemma
    return named.last.dep == "poss" and thing in vocabulary("persons", "belongs")


def _is_cited(named: Named) -> bool:
    """Return whether the words are those of the name: "according to Vickers"."""
    to = named.last.head
    person = named.last.entity == "PERSON"
    return person and named.last.dep == "pobj" and to.head.lower == "according"


def _who_follows(reading: Reading, named: Named) -> bool:
    """Return whether "who" goes on from the name: "Vickers, who was away"."""
    tokens = reading.parses[named.block].tokens
    after = [t for t in tokens[named.last.i + 1 : named.last.i + 4] if t.text != ","]
    if len(after) < 2 or after[0].lower != "who" or after[1].lower in ("have", "were", "are"):
        return False
    return named.last.entity == "PERSON" or _is_he(reading, named) or _only_he(reading, named)


def _has_article(reading: Reading, named: Named) -> bool:
    """Return whether another word belongs to the name: "the Vickers", "Lake Vickers"."""
    at = named.last.i
    before = reading.parses[named.block].tokens[at - 1] if at else None
    if before is None or before.sentence != named.sentence:
        return False
    return before.end + 1 >= named.last.start and before.pos in ("DET", "PROPN", "NOUN", "ADJ")


def is_subject(named: Named) -> bool:
    """Return whether the name is the subject of a verb."""
    return named.last.dep in _SUBJECTS and named.last.head.pos in ("VERB", "AUX")


def _is_he(reading: Reading, named: Named) -> bool:
    """Return whether a "he" or "she" stands in the same sentence after the name."""
    tokens = reading.parses[named.block].tokens
    return any(
        t.lower in _HE and t.i > named.last.i and t.dep not in ("dobj", "pobj", "iobj", "dative")
        for t in tokens
        if t.sentence == named.sentence
    )


def _he_follows(reading: Reading, named: Named) -> bool:
    """Return whether the next sentence opens with "he" or "her"."""
    tokens = reading.parses[named.block].tokens
    following = next((t for t in tokens if t.sentence == named.sentence + 1), None)
    return following is not None and following.text in ("He", "She", "His", "Her")


def _feels(named: Named) -> bool:
    """Return whether the name wants something, or is as only a person is: "Orr was adamant"."""
    verb = named.last.head
    if named.last.entity == "PERSON" and verb.lemma in vocabulary("persons", "wills"):
        return True
    after = (c for c in verb.children if c.dep in ("acomp", "oprd", "attr") and c.i > verb.i)
    states = vocabulary("persons", "feels")
    alike = named.last.entity in ("", "PERSON", "ORG")
    return alike and any(
        c.lower in states for c in (*after, verb) if c.tag.startswith(("JJ", "VBN"))
    )


def _is_alone(reading: Reading, named: Named) -> bool:
    """Return whether nobody else in the sentence could be the "he" of the next."""
    return not any(
        (t.entity == "PERSON" or t.lemma in vocabulary("persons", "before_surname"))
        and t.text != named.last.text
        for t in reading.parses[named.block].tokens
        if t.sentence == named.sentence
    )


def _only_he(reading: Reading, named: Named) -> bool:
    """Return whether the paragraph opens with the name and goes on with "he" or "she".

    No other name and no noun for a person comes between that could be meant.
    """
    tokens = reading.parses[named.block].tokens
    if any(t.pos in ("PROPN", "NOUN") for t in tokens[: named.last.i]):
        return False
    for token in tokens[named.last.i + 1 :]:
        if token.lower in ("he", "she"):
            return True
        person = token.entity == "PERSON" or token.lemma in vocabulary("persons", "before_surname")
        if person and token.text != named.last.text:
            return False
    return False


def _is_explained(reading: Reading, named: Named) -> bool:
    """Return whether the word has an article, a plural, or words that say what it is."""
    tokens = reading.parses[named.block].tokens
    first = named.last
    before = tokens[first.i - 1] if first.i else None
    after = tokens[first.i + 1] if first.i + 1 < len(tokens) else None
    if (
        before is not None
        and before.sentence == first.sentence
        and (
            before.pos in ("DET", "NOUN", "PROPN", "ADJ", "NUM")
            or before.text in ("-", "’", "'", "#")
        )
    ):
        return True
    # "Calder, the ferry operator," and "the operator, Calder,"
    if (
        after is not None
        and after.text in (",", "(", "–", "—")
        and any(c.dep in ("appos", "relcl") for c in first.children)
    ):
        return True
    return first.dep == "appos" or first.tag == "NNPS" or _names_a_thing(reading, first)


def _names_a_thing(reading: Reading, word: Token) -> bool:
    """Return whether the word stands elsewhere as part of a thing's name or with its kind."""
    for parse in reading.parses:
        for token in parse:
            if token.text != word.text or token is word:
                continue
            if token.entity == "PERSON" and token.i and parse.tokens[token.i - 1].pos == "PROPN":
                continue  # "the director, Anne Tullis"
            if token.dep in ("appos", "compound", "amod", "nmod") or token.entity in _THINGS:
                return True
            if any(c.dep == "appos" or c.lower in ("the", "its") for c in token.children):
                return True
    return False
