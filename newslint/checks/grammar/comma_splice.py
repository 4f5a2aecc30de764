"""grammar.comma-splice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from newslint.attribution.lexicon import verbs
from newslint.checks import _standards as standards
from newslint.checks._phrases import vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._wording.spliced import joined_by_part
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "this", "these", "there", "nobody", "everyone", "nothing"}
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CLAUSE = frozenset({"ccomp", "advcl", "parataxis"})
_TIES = frozenset({"so", "such", "just", "only", "merely", "simply", ";", ":", "—", "–", "--"})


_DETERMINERS = frozenset(
    {"the", "its", "his", "her", "their", "a", "an", "this", "that", "these", "those", "no", "all",
     "both", "many", "some", "several", "most", "few", "only"}
)  # fmt: skip
_STRONG = frozenset({"although", "because", "if", "though", "unless", "when", "whereas", "while"})
_TIMES = frozenset(
    {"afternoon", "day", "evening", "hour", "minute", "moment", "month", "morning", "night", "time",
     "week", "year"}
)  # fmt: skip
_BESIDES = frozenset({"besides", "beyond", "despite", "except", "given", "like", "unlike", "with",
                      "without"})  # fmt: skip
#: After these a clause may begin that depends on what follows: "and while it rained, they slept".
_RESTARTS = frozenset({",", "and", "as", "but", "or", "that"})
_NEAR = 3  # words from a noun to its verb
_CLAUSE_WORDS = 4  # "however the vote goes" has no more
_FINDING = frozenset(
    {"cite", "find", "indicate", "quote", "report", "mean", "reveal", "show", "start", "suggest"}
)


class CommaSplice(Rule):
    """Do not join two full sentences with a comma.

    A comma alone is too weak to hold two main clauses together; the reader takes the second
    for an afterthought of the first and has to go back. Use a full stop, a semicolon or
    "and". A clause that only says who says so ("the owner said") is left alone. Both clauses
    must have `minimum_words` words: short ones ("He came, he saw") are joined so on purpose.
    """

    id: str = "grammar.comma-splice"
    message: str = "The comma before “%s” joins two sentences: use a full stop or “and”."
    severity: Severity = Severity.SUGGESTION
    minimum_words: int = 4

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = (standards.GUARDIAN_C,)
    genres_off: ClassVar = frozenset({"fiction"})
    examples: ClassVar = (
        Example(
            "The mill closed in [[May, it had]] stood by the river for more than a hundred years."
        ),
        Example("The ferry leaves the island at [[nine, they have]] kept a cabin for the crew."),
        Example("Sixteen boats were [[lost, none of them was]] insured."),
        Example(
            "Sixteen boats were lost, none of them insured. When he came, none of them was in."
        ),
        Example("The old mill closed in May, but it had not run at full speed for many years."),
        Example("When the rain stopped after six days, they went home to look at the damage."),
        Example("The mill by the river closed in May, he told the owners of the shop."),
        Example("The vote was [[close, however]] the plan was passed by the board."),
        Example("They will stay, however the vote goes. However the plan was passed, they stayed."),
        Example("Her view is that to pay for all the boats they need, they must sell the mill."),
        Example("He came, he saw, he conquered."),
        Example('"The mill closed in May, it had stood there for a hundred years," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such comma, with the word before it and the verb's start."""
        for parse in reading.parses:
            for however in parse:
                before = _before_however(parse.tokens, however)
                if before is not None:
                    place = Span(before.start, however.end)
                    if is_writers_own(reading, place):
                        yield self.problem(place, however.text)
            for part in parse:
                joined = joined_by_part(parse.tokens, part)
                if joined is not None:
                    place = Span(joined[0].start, joined[1].end)
                    if is_writers_own(reading, place):
                        yield self.problem(place, part.text)
            for verb in parse:
                found = self._splice(parse.tokens, verb)
                if found is None:
                    continue
                before, subject, auxiliary = found
                place = Span(before.start, auxiliary.end)
                if is_writers_own(reading, place):
                    words = Span(subject.start, auxiliary.end).cut(reading.text)
                    yield self.problem(place, " ".join(words.split()))

    def _splice(self, tokens: tuple[Token, ...], verb: Token) -> tuple[Token, Token, Token] | None:
        """Return the word before the comma, the subject, and the first verb after it."""
        subject = verb.child(*_SUBJECTS)
        if subject is None or subject.i > verb.i or not _is_finite(verb):
            return None
        start = min(subject.i, *(c.i for c in subject.children)) if subject.children else subject.i
        if (
            start < 2
            or tokens[start - 1].text != ","
            or tokens[start - 1].sentence != verb.sentence
        ):
            return None
        if _is_owner(tokens, subject) or any(
            t.tag in ("WDT", "WP") for t in tokens[subject.i + 1 : verb.i]
        ):
            return None  # "the firm, it's owner said"; "the mill, the one that stood there"
        comma, before = tokens[start - 1], tokens[start - 2]
        first = _clause_before(verb, comma)
        if before.lower in ("instance", "example") and tokens[before.i - 1].lower == "for":
            return None
        if first is None or _only_comments(verb) or _only_comments(first):
            return None
        if before.lemma in verbs() and before.tag in _FINITE:
            return None  # "these people admit, it is hard"
        if subject.lower not in _PRONOUNS and not _is_sure(first, verb, subject):
            return None
        sentence = [t for t in tokens if t.sentence == verb.sentence]
        one = [t for t in sentence if t.i < comma.i]
        two = [t for t in sentence if t.i > comma.i]
        if min(sum(t.text[0].isalnum() for t in clause) for clause in (one, two)) < (
            self.minimum_words
        ):
            return None
        if sentence[-1].text in ("?", "!") or _is_tied(one) or _is_set_off(one):
            return None
        if _is_dependent(one, first) or _is_contrast(first, verb) or _goes_on(verb, comma.i):
            return None
        auxiliary = min(
            (c for c in verb.children if c.dep in ("aux", "auxpass")), key=_index, default=verb
        )
        return before, subject, auxiliary


def _before_however(tokens: tuple[Token, ...], however: Token) -> Token | None:
    """Return the word before the comma of "the vote was close, however the plan was passed".

    "However the vote goes" is a clause of another kind, and short.
    """
    if however.text != "however" or however.i < _CLAUSE_WORDS:
        return None
    comma, before = tokens[however.i - 1], tokens[however.i - 2]
    sentence = [t for t in tokens if t.sentence == however.sentence]
    one = [t for t in sentence if t.i < comma.i]
    two = [t for t in sentence if t.i > however.i]
    if comma.text != "," or len(two) <= _CLAUSE_WORDS or len(one) < _CLAUSE_WORDS:
        return None
    opens = two[0].tag in ("DT", "PRP", "PRP$", "EX")
    parted = any(t.text in (",", ";", "—", "–", "?") for t in (*one, *two))
    if not opens or parted or one[0].lower in vocabulary("clauses", "subordinators"):
        return None
    full = all(
        any(t.tag in _FINITE for t in clause) and any(t.dep in _SUBJECTS for t in clause)
        for clause in (one, two)
    )
    return before if full else None


def _clause_before(verb: Token, comma: Token) -> Token | None:
    """Return the verb of the full clause before the comma that nothing ties to `verb`."""
    if any(c.dep in ("mark", "cc") and c.i < verb.i for c in verb.children):
        return None
    if verb.head is verb:
        first = next((c for c in verb.children if c.dep in _CLAUSE and c.i < comma.i), None)
    elif verb.dep == "conj" and not any(c.dep == "cc" for c in verb.head.children):
        first = verb.head
    elif verb.dep == "ccomp" and verb.head.i < comma.i:
        # The parser hangs the second clause on "said", beside the first: "said that it rained,
        # there was no way".
        if verb.head.dep == "ROOT" and verb.head.lemma not in vocabulary("clauses", "asides"):
            own = _has_own_subject(verb.head) and verb.head.lemma not in verbs()
            return verb.head if own and _stands_alone(verb.head) else None
        marked = (c for c in verb.head.children if c.dep == "ccomp" and c.i < comma.i)
        first = next((c for c in marked if c.child("mark")), None)
        return first if first is not None and _has_own_subject(first) else None
    else:
        return None
    return first if first is not None and _stands_alone(first) else None


def _has_own_subject(verb: Token) -> bool:
    return _is_finite(verb) and verb.child(*_SUBJECTS) is not None


def _only_comments(verb: Token) -> bool:
    """Return whether the clause says who holds the other to be so: "they say"."""
    full = any(c.dep in ("dobj", "attr", "acomp", "prep") and c.i > verb.i for c in verb.children)
    said = verb.lemma in ("say", "tell", "add", "explain", "note", "argue", "write")
    return verb.lemma in vocabulary("clauses", "asides") and (said or not full)


def _is_sure(first: Token, verb: Token, subject: Token) -> bool:
    """Return whether a clause with a noun for its subject is certainly a second sentence."""
    opening = next((t for t in subject.subtree if t.pos != "PUNCT"), subject)
    return (
        first.dep == "ccomp"
        and (opening.lower in _DETERMINERS or (subject.tag == "NNS" and _is_surely_finite(verb)))
        and subject.tag in ("NN", "NNS", "CD")
        and verb.lemma not in vocabulary("clauses", "asides") | _FINDING | verbs().keys()
        and verb.i - subject.i <= _NEAR
        and not any(t.lower in ("that", "to") for t in first.subtree if t.i < first.i)
        and first.child("nsubj", "nsubjpass") is not None
        and first.i < subject.i
    )


def _is_surely_finite(verb: Token) -> bool:
    """Return whether a verb is no participle: "she lives at home, walls covered with maps"."""
    helped = any(c.dep in ("aux", "auxpass") and c.tag in _FINITE for c in verb.children)
    return helped or verb.tag in ("VBZ", "VBP")


def _is_dependent(one: list[Token], first: Token) -> bool:
    """Return whether the first clause opens with what makes it depend on the second.

    "For instance, if the help desk is quick, it is easy": the parser may miss the "if". "The
    day the mill shut, they left" has none.
    """
    subject = first.child(*_SUBJECTS)
    said = first.head.i if first.dep == "ccomp" and first.head.i < first.i else -1
    opening = [t for t in one if t.i > said and (subject is None or t.i < subject.i)]
    opening = [t for t in opening if said < 0 or t.lower != "that"]
    ties = vocabulary("clauses", "subordinators") | {"event", "case"}
    if any(t.lower in ties for t in opening) or any(
        t.lower in _STRONG and t.i < first.i for t in one
    ):
        return True
    # "He said that in the rain, they …", "her view that to pay for what they had, they …": what
    # follows "that" is still to come.
    that = next((t.i for t in one if t.i > first.i and t.lower == "that" and t.tag == "IN"), None)
    if that is not None and not any(t.tag in _FINITE for t in one if t.i > that):
        return True
    if that is not None and any(t.tag == "TO" for t in one if t.i == that + 1):
        return True
    if one[0].lower in _BESIDES:
        return True
    if any(a.lower in _RESTARTS and b.lower in _STRONG | {"as"} for a, b in pairwise(one)):
        return True
    return any(a.lower == "the" and b.lower in _TIMES for a, b in pairwise(opening))


def _is_contrast(first: Token, verb: Token) -> bool:
    """Return whether the second clause puts right what the first denies: "not X, it is Y"."""
    denied = any(t.dep == "neg" for t in (*first.children, *first.head.children) if t.i < verb.i)
    return verb.lemma == "be" and denied


def _is_owner(tokens: tuple[Token, ...], it: Token) -> bool:
    """Return whether "it's" stands for "its": a noun and its verb follow."""
    s, noun, verb = (*tokens[it.i + 1 : it.i + 4], None, None, None)[:3]
    if it.lower != "it" or s is None or noun is None or verb is None:
        return False
    return s.text in ("'s", "’s") and noun.tag in ("NN", "NNS") and verb.tag in _FINITE


def _index(token: Token) -> int:
    return token.i


def _is_finite(verb: Token) -> bool:
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    # The tagger takes "look" after a plural subject for an infinitive now and then.
    bare = verb.tag == "VB" and not helpers
    return bare or verb.tag in _FINITE or any(c.tag in _FINITE for c in helpers)


def _stands_alone(verb: Token) -> bool:
    """Return whether the clause has its own subject and nothing that subordinates it."""
    subject = verb.child(*_SUBJECTS)
    if subject is None or not _is_finite(verb) or subject.tag in ("WP", "WDT"):
        return False
    dependent = vocabulary("clauses", "subordinators")
    opening = [c for c in verb.children if c.i < verb.i]
    if any(c.dep == "mark" or c.lower in dependent for c in opening):
        return False
    # "Were the mill to close" and "Had it rained": inverted, hence a condition.
    return not any(c.dep in ("aux", "auxpass") and c.i < subject.i for c in opening)


def _is_tied(clause: list[Token]) -> bool:
    """Return whether the first clause asks for the second, or more than a comma parts them.

    "The more it rains", "it is so cold", "they do not only sing", "the road floods;".
    """
    if any(t.lower in _TIES for t in clause):
        return True
    return any(t.lower == "the" and n.tag in ("RBR", "JJR") for t, n in pairwise(clause))


def _is_set_off(clause: list[Token]) -> bool:
    """Return whether the comma only sets off an adverb: "Now, they are"."""
    last = clause[-1]
    own = last.pos == "ADV" and last.head.i < last.i and last.head.dep == "ccomp"
    return last.pos in ("ADV", "CCONJ", "SCONJ") and clause[-2].text != "," and not own


def _goes_on(root: Token, comma: int) -> bool:
    """Return whether a third clause follows: "they came, they saw, and they left"."""
    return any(c.dep == "conj" and c.i > comma and c.child(*_SUBJECTS) for c in root.children)
