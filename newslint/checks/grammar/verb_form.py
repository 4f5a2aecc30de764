"""grammar.verb-form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import ClassVar

from newslint.checks._phrases import vocabularies, vocabulary
from newslint.checks._prose import is_writers_own
from newslint.checks._support import prose
from newslint.checks._wording.edit_marks import (
    SUNK,
    helped_past,
    lone_ing,
    participle_for_past,
    two_forms_of_be,
)
from newslint.checks._wording.frames import asked_for_ing, spent_to
from newslint.checks._wording.half_changed import ing_after_to, modal_after_to, past_after_want
from newslint.checks._wording.lost_to import (
    aside_without_ending,
    believed_to,
    ing_beside_to,
    ing_for_to,
    lost_past,
    plain_after,
    plain_after_gerund_to,
    someone_lacks_to,
    to_beside_ing,
    use_to,
)
from newslint.checks._wording.slots import (
    BE,
    DO,
    HAVE,
    MODALS,
    ing_after_helper,
    past_after_helper,
)
from newslint.checks._wording.verb_slips import (
    SAME_FORMS,
    helped_wrongly,
    made_to,
    missing_to,
    to_wrongly,
)
from newslint.checks._wording.wrong_endings import (
    ending_after_modal,
    ending_after_not,
    ending_after_to,
    ing_by,
    of_another_verb,
    plain_after_being,
    plain_after_have,
    plain_before_preposition,
)
from newslint.checks._wording.wrong_forms import (
    no_participle_by,
    no_to,
    participle_alone,
    past_after_to,
    past_for_participle,
    plain_after_be,
    plain_after_preposition,
    said_of_someone,
    to_after_let,
    to_after_subject,
    to_for_ing,
    wrong_after_have,
)
from newslint.finding import Problem, Severity
from newslint.language.tokens import Token
from newslint.reading import Reading
from newslint.rule import Example, Rule
from newslint.span import Span

_BE = frozenset({"is", "are", "was", "were", "been", "being"})
#: Pasts that are also plain forms of other verbs: "it did not found the club".
_ALSO_PLAIN = frozenset({"bore", "bound", "fell", "felt", "found", "ground", "lay", "left", "rent",
                         "saw", "wound"})  # fmt: skip
#: "They did all they could to help".
_AS_MUCH = frozenset(
    {"all", "anything", "as", "best", "everything", "much", "than", "what", "whatever", "when",
     "whenever", "where", "wherever"}
)  # fmt: skip
#: "All they did was build": what follows is no participle.
_CLEFT = frozenset(
    {"all", "do", "does", "did", "done", "doing", "job", "task", "thing", "to", "what"}
)
_BEFORE_NOUNS = frozenset({"DT", "JJ", "POS", "PRP$"})
_BARE = frozenset({"VB", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FURTHER = 2  # words between a helper and its verb
_TO = frozenset({"to"})
_HELD = frozenset({"believe", "know", "suspect"})
_ENDED = frozenset({"begin", "close", "die", "end", "move", "open", "shut", "start", "win"})
_BEFORE_ING = frozenset({
    "about", "after", "against", "at", "before", "by", "despite", "for", "from", "in", "of", "on",
    "since", "with", "without",
})  # fmt: skip
Pair = tuple[Token, Token]
Finder = Callable[[tuple[Token, ...], Token], Pair | None]


class VerbForm(Rule):
    """Give a verb the form that the word before it asks for.

    "Must to pay", "was build", "did he knew" and "agreed meet" are left behind when a sentence
    is changed in one place only. The reader has to guess what the first version said.
    """

    id: str = "grammar.verb-form"
    message: str = "“%s” does not go with “%s”: a form of the verb, or a word between, is missing."
    severity: Severity = Severity.WARNING

    needs: ClassVar = frozenset({"parse", "quotations"})
    reach: ClassVar = "block"
    standards: ClassVar = ("https://www.gov.uk/guidance/style-guide/a-to-z",)
    examples: ClassVar = (
        Example("The board [[must to decide]] by Friday."),
        Example("The old mill [[was build]] in 1910."),
        Example("The two sides [[agreed meet]] again in May."),
        Example("The islanders [[have went]] to the mainland. A meeting [[will held]] in May."),
        Example("All they had went to charity. His will held a surprise. Will held a meeting."),
        Example("Did the mayor [[knew]] of the plan?"),
        Example("The firm [[could resumes]] flights. The council [[did not approved]] the plan."),
        Example("The firm [[has announce]] a sale. She [[was force]] to leave the mill."),
        Example("The men tried [[to escaped]] by boat. The firm plans [[to building]] a mill."),
        Example("He would [[continue press]] for more. The mill [[will seen]] from the sea."),
        Example("The baker, who [[has ran]] a shop since May, sold the boat."),
        Example("The map [[was took]] by thieves. The board plans [[to built]] a pier."),
        Example("He was accused [[of steal]] a boat. He asked [[whether send]] the boat."),
        Example("She [[suggested to move]] the mill. A [[letter write]] by the board was lost."),
        Example("The men [[were force]] out. The plan [[has be]] dropped. [[She seen]] a boat."),
        Example("They let the men [[to]] go home. The board [[made him to]] pay a fine."),
        Example("Guards prevented the crowd to [[enter]]. He was [[intent to preserve]] the mill."),
        Example("They spent the day to [[clear]] the beach. The claim [[was been]] tested."),
        Example("Guards stopped the crowd to search it. She spent the money to save the mill."),
        Example("The firm agreed [[to will]] repay it. The levy is expected [[to rising]] in May."),
        Example("The will names a son. She had better agree. What they did worked."),
        Example("He used to row, tried to cut costs, has cut them and had come to agree."),
        Example("The board ought to decide, and has to. The mill was built in 1910."),
        Example("They did all they could to help. All they did was build a mill."),
        Example("They agreed terms, and planned talks. The will to win is there."),
        Example('"The mill was build in 1910," Lind said.'),
    )

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield a problem at each such pair of words, or at the second where they are apart."""
        for index, _ in prose(reading):
            tokens = reading.parses[index].tokens
            found: set[int] = set()
            for token in tokens:
                finders = _finders_at(token.lower, token.lemma, token.tag, token.pos)
                if not finders:
                    continue
                pair = next(filter(None, (find(tokens, token) for find in finders)), None)
                if pair is None:
                    continue
                first, verb = pair
                near = verb.i - first.i <= _FURTHER
                place = Span(first.start if near else verb.start, verb.end)
                if verb.i not in found and is_writers_own(reading, place):
                    found.add(verb.i)
                    yield self.problem(place, verb.text, first.text)


def _to_after_modal(tokens: tuple[Token, ...], modal: Token) -> Pair | None:
    """Return the words of "must to decide"."""
    if modal.tag != "MD" or modal.lower not in MODALS:
        return None
    after = tokens[modal.i + 1 : modal.i + 3]
    if len(after) < 2:
        return None
    to, verb = after
    if to.tag != "TO" or verb.tag != "VB":
        return None
    before = {t.lower for t in tokens[: modal.i] if t.sentence == modal.sentence}
    return None if before & _AS_MUCH else (modal, verb)


def _no_participle(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "was build"."""
    if verb.text not in vocabulary("verbforms", "plain-only"):
        return None
    back = verb.i - 1
    if back > 0 and tokens[back].tag == "RB":
        back -= 1
    be = tokens[back] if back >= 0 else None
    if be is None or be.lower not in _BE or be.sentence != verb.sentence:
        return None
    before = {t.lower for t in tokens[:back] if t.sentence == verb.sentence}
    return None if before & _CLEFT else (be, verb)


def _no_infinitive(tokens: tuple[Token, ...], first: Token) -> Pair | None:
    """Return the words of "agreed meet"."""
    verb = tokens[first.i + 1] if first.i + 1 < len(tokens) else None
    if (
        verb is None
        or first.pos != "VERB"
        or first.lemma not in vocabulary("verbforms", "wants-to")
    ):
        return None
    own = (
        verb.tag in _BARE
        and first.child(*_SUBJECTS) is not None
        and verb.head is first
        and verb.dep in ("xcomp", "ccomp")
    )
    own = own and not any(c.dep in _SUBJECTS for c in verb.children)
    return (first, verb) if own and verb.text == verb.lemma else None


def _helped_wrongly(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "did … knew"."""
    helpers = [c for c in verb.children if c.dep == "aux" and c.i < verb.i]
    if len(helpers) != 1 or any(c.dep == "auxpass" for c in verb.children):
        return None
    helper = helpers[0]
    ended = verb.tag in ("VBD", "VBN", "VBZ")
    past = ended and verb.lower != verb.lemma and verb.lower not in _ALSO_PLAIN
    before = {t.lower for t in tokens[: helper.i] if t.sentence == verb.sentence}
    cleft = bool(before & _CLEFT)  # "what he did angered them"
    if not verb.text.islower() or verb.lower in SAME_FORMS:
        return None
    after = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
    if (
        helper.i == verb.i - 1
        and helper.lower == "do"
        and after is not None
        and after.pos == "NOUN"
    ):
        return None  # "they do classified work"
    if verb.tag == "VBZ" and (helper.lower == "do" or tokens[verb.i - 1].dep not in _SUBJECTS):
        return None  # "do hospitals needs"
    return (helper, verb) if helper.lower in DO and past and not cleft else None


def _past_after_modal(tokens: tuple[Token, ...], verb: Token) -> Pair | None:
    """Return the words of "will held"."""
    helper = tokens[verb.i - 1] if verb.i else None
    if helper is None or helper.i == 0 or helper.dep != "aux" or helper.head is not verb:
        return None
    if tokens[helper.i - 1].tag in _BEFORE_NOUNS:
        return None  # "his will held a surprise"
    would = helper.tag == "MD" and helper.text in MODALS
    would = would and verb.text in vocabularies(
        ("verbforms", "past-only"), ("verbforms", "past-and-participle")
    )
    subject = verb.child(*_SUBJECTS)
    if not would or subject is None or subject.i > helper.i or _is_owned(subject):
        return None
    before = {t.lower for t in tokens[: helper.i] if t.sentence == verb.sentence}
    return None if before & (_CLEFT | _AS_MUCH) else (helper, verb)


def _is_owned(subject: Token) -> bool:
    """Return whether a clause goes with the subject: "the money they had went to charity"."""
    return any(c.dep in ("relcl", "acl") for c in subject.children)


@lru_cache(maxsize=8_192)
def _finders_at(lower: str, lemma: str, tag: str, pos: str) -> Sequence[Finder]:
    """Return what may begin at such a word: at most words nothing does."""
    word = {"lower": lower, "lemma": lemma, "tag": tag, "pos": pos}
    return [find for find, feature, wanted in _finders() if word[feature] in wanted]


@cache
def _finders() -> Sequence[tuple[Finder, str, frozenset[str]]]:
    """Return what finds pairs, and at words of which features it may find any."""

    def forms(*lists: str) -> frozenset[str]:
        return frozenset[str]().union(*(vocabulary("verbforms", name) for name in lists))

    return (
        (_to_after_modal, "lower", MODALS),
        (_no_participle, "lower", forms("plain-only")),
        (_no_infinitive, "lemma", forms("wants-to")),
        (_helped_wrongly, "tag", frozenset({"VBD", "VBN", "VBZ"})),
        (_past_after_modal, "lower", forms("past-only", "past-and-participle")),
        (helped_wrongly, "pos", frozenset({"VERB", "AUX"})),
        (made_to, "lower", _BE),
        (to_wrongly, "lower", _TO),
        (missing_to, "lemma", forms("wants-to-only")),
        (past_after_to, "lower", _TO),
        (plain_after_preposition, "lower", forms("never-nouns")),
        (to_for_ing, "tag", frozenset({"TO"})),
        (no_participle_by, "lower", frozenset({"by"})),
        (said_of_someone, "lower", frozenset({"that"})),
        (no_to, "lower", forms("never-nouns", "people-do") | {"be", "have"}),
        (plain_after_be, "tag", _BARE | {"NN"}),
        (participle_alone, "lower", forms("done-only")),
        (to_after_subject, "tag", frozenset({"TO"})),
        (past_for_participle, "lower", forms("past-only")),
        (wrong_after_have, "lower", HAVE),
        (to_after_let, "tag", frozenset({"TO"})),
        (past_after_helper, "lower", HAVE | BE),
        (ing_after_helper, "lower", HAVE | DO | MODALS),
        (ending_after_modal, "lower", MODALS),
        (plain_after_being, "lower", BE - {"being"}),
        (ing_by, "lower", BE - {"being"}),
        (plain_before_preposition, "lower", BE - {"being"}),
        (plain_after_have, "lower", frozenset({"had", "has", "have"})),
        (of_another_verb, "lower", frozenset({"had", "has", "have"})),
        (ending_after_not, "lower", DO),
        (plain_after, "lower", _BEFORE_ING),
        (ending_after_to, "lower", _TO),
        (modal_after_to, "lower", _TO),
        (ing_after_to, "lower", _TO),
        (past_after_want, "lower", _TO),
        (plain_after_gerund_to, "lower", _TO),
        (to_beside_ing, "lower", _TO),
        (aside_without_ending, "lower", frozenset({","})),
        (use_to, "lower", frozenset({"use"})),
        (believed_to, "lower", _HELD),
        (lost_past, "lower", _ENDED),
        (lone_ing, "tag", frozenset({"VBG"})),
        (asked_for_ing, "tag", frozenset({"TO"})),
        (participle_for_past, "lower", SUNK),
        (helped_past, "tag", frozenset({"VBD"})),
        (spent_to, "lower", frozenset({"spent"})),
        (two_forms_of_be, "lower", frozenset({"be", "been"})),
        (ing_for_to, "tag", frozenset({"VBG"})),
        (ing_beside_to, "tag", frozenset({"VBG"})),
        (someone_lacks_to, "lower", forms("people-do", "never-nouns") - {"use", *_HELD, *_ENDED}),
    )
