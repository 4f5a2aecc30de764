"""Which pronouns belong to the subject before them: Lund said he hoped, Lund lost his seat."""

from __future__ import annotations

from newslint.language.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
#: Clauses that hang on the subject or on what it does.
CLAUSES = frozenset({"advcl", "relcl"})
#: What somebody speaks for: in "Lund said her union was ready" it is Lund's own.
HEADED = frozenset(
    {"agency", "bank", "board", "clients", "club", "colleague", "company", "council", "department",
     "firm", "government", "group", "institution", "member", "ministry", "office", "organisation",
     "organization", "party", "school", "staff", "team", "union"}
)  # fmt: skip
_SAYS = frozenset({"add", "announce", "ask", "believe", "expect", "hope", "promise", "say", "tell"})
_FOR_ANOTHER = frozenset(
    {"agent", "aide", "ally", "attorney", "barrister", "biographer", "brother", "coach",
     "colleague", "counsel", "daughter", "doctor", "father", "friend", "husband", "lawyer",
     "manager", "mother", "neighbor", "neighbour", "officer", "partner", "prosecutor", "sister",
     "solicitor", "son", "spokesman", "spokesperson", "spokeswoman", "surgeon", "teacher",
     "widow", "wife"}
)  # fmt: skip


def is_bound(token: Token, name: Token) -> bool:
    """Return whether a pronoun behind a subject, named by `name`, is likely to be that one's.

    It does what the subject says or does besides, or owns what the subject has or does.
    """
    doer = whole(name)
    doing = token.head if token.dep == "poss" else token
    if token.dep == "poss" and doing.dep == "dobj":
        return doing.head.child(*_SUBJECTS) is doer
    if doing.dep not in _SUBJECTS or (doing is not token and doing.lemma not in HEADED):
        return False
    verb = doing.head
    if verb.dep in CLAUSES:
        return doing is token
    if verb.dep == "conj":
        return verb.lemma in _SAYS
    says = verb.dep == "ccomp" and verb.head.lemma in _SAYS
    return says and verb.head.child(*_SUBJECTS) is doer and not speaks_for_another(doer)


def whole(name: Token) -> Token:
    """Return the noun that a name stands behind ("the judge, Ruth Orme"), or the name."""
    return name.head if name.dep == "appos" else name


def speaks_for_another(doer: Token) -> bool:
    """Return whether somebody is called a lawyer, an aide or a wife: of whom they then speak."""
    around = (doer, *(c for c in doer.children if c.dep in {"appos", "compound", "nmod"}))
    return any(word.lemma.lower() in _FOR_ANOTHER for word in around)
