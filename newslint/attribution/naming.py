"""Names and roles: "Ana Ruiz" and "mayor of Lindow", apart."""

from __future__ import annotations

from itertools import chain

from newslint.attribution.graph import SourceKind
from newslint.attribution.kinds import nouns_for
from newslint.attribution.passage import Passage
from newslint.language.tokens import Token

_LONGEST_TITLE = 4  # words: "Deputy Assistant Chief Constable"


def core_of(passage: Passage, head: Token) -> list[Token]:
    """Return the head with what stands directly before it: "the Lyon port authority"."""
    below = passage.below(head)
    low = head.i
    while low - 1 in below:
        low -= 1
    return list(passage.tokens[low : head.i + 1])


def name_run(passage: Passage, head: Token) -> list[Token]:
    """Return the capitalised words round the head that make up its name, titles included."""
    below = passage.below(head)
    low = high = head.i
    while low - 1 in below and _in_name(passage, low - 1):
        low -= 1
    while high + 1 in below and _in_name(passage, high + 1):
        high += 1
    return list(passage.tokens[low : high + 1])


def _in_name(passage: Passage, i: int) -> bool:
    """Return whether a token may be part of a name; a hyphen inside one is: "Weiss-Moran"."""
    token = passage.tokens[i]
    if token.text != "-" or not 0 < i < len(passage) - 1:
        return token.pos == "PROPN"
    before, after = passage.tokens[i - 1], passage.tokens[i + 1]
    joined = before.end == token.start and token.end == after.start
    return joined and before.pos == after.pos == "PROPN"


def body_name(passage: Passage, head: Token) -> list[Token]:
    """Return the words of a body's name with what it is of: "Chamber of Industry"."""
    core = core_of(passage, head)
    of = next((c for c in head.children if c.i == head.i + 1 and c.lower in ("of", "for")), None)
    rest = None if of is None else of.child("pobj")
    if of is None or rest is None or head.pos != "PROPN" or rest.pos != "PROPN":
        return core
    below = passage.below(rest)
    high = of.i
    while high + 1 in below and passage.tokens[high + 1].pos in ("PROPN", "DET"):
        high += 1
    return core + list(passage.tokens[head.i + 1 : high + 1])


def apposed_name(head: Token) -> Token | None:
    """Return the person named beside a role: "the mayor, Ana Ruiz"."""
    return next(
        (
            c
            for c in head.children
            if c.dep == "appos"
            and c.pos == "PROPN"
            and (c.entity == "PERSON" or _reads_so(head, c))
        ),
        None,
    )


def _reads_so(role: Token, name: Token) -> bool:
    """Return whether two capitalised words beside a role in the singular are a person's name."""
    if role.tag not in ("NN", "NNP") or role.lower not in nouns_for("roles") | nouns_for(
        "common_roles"
    ):
        return False
    before = [c for c in name.children if c.i < name.i]
    return (
        len(before) == 1
        and before[0].dep == "compound"
        and before[0].pos == "PROPN"
        and name.lower not in nouns_for("organisations")
    )


def apposed_body(head: Token) -> Token | None:
    """Return the organisation named beside a noun for one: "the ferry operator, Calder Line"."""
    if head.pos != "NOUN" or head.lower not in nouns_for("organisations"):
        return None
    return next((c for c in head.children if c.dep == "appos" and c.pos == "PROPN"), None)


def titled_name(passage: Passage, head: Token) -> Token | None:
    """Return the person whose name closes a bare title: "Head of the county school Ada Quill".

    A title without an article, in the singular, announces the name of who holds it.
    """
    if head.tag not in ("NN", "NNP") or head.lower not in nouns_for("roles"):
        return None
    if any(c.dep in ("det", "poss", "nummod") for c in head.children):
        return None
    last = head.i
    below = passage.below(head)
    while last + 1 in below and passage.tokens[last + 1].text != ",":
        last += 1
    name = passage.tokens[last]
    near = last > head.i + 2 and name.pos == "PROPN" and passage.tokens[last - 1].pos == "PROPN"
    return name if near and name.entity == "PERSON" else None


def name_and_role(passage: Passage, head: Token, kind: SourceKind) -> tuple[str | None, str | None]:
    """Return name and role as written, each None where it is not given."""
    if kind is SourceKind.NAMED_PERSON:
        titled = titled_name(passage, head)
        if titled is not None:
            return _titled(passage, head, titled)
        beside = apposed_name(head) if head.lower in nouns_for("roles") else None
        named = head if head.pos == "PROPN" or head.entity == "PERSON" else apposed_name(head)
        named = beside or named
        return (None, None) if named is None else _person(passage, head, named)
    body = apposed_body(head)
    if kind is SourceKind.ORGANISATION and body is not None:
        return text_of(_bare(core_of(passage, body))), text_of(_bare(core_of(passage, head)))
    core = core_of(passage, head)
    if kind in (SourceKind.ORGANISATION, SourceKind.OUTLET):
        return text_of(_bare(body_name(passage, head))), None
    if kind is SourceKind.OFFICE:
        return None, text_of(_bare(core))
    return None, None


def _titled(passage: Passage, head: Token, last: Token) -> tuple[str, str]:
    """Return the last two capitalised words as the name, what stands before as the role."""
    first = last.i - 1
    title = list(passage.tokens[core_of(passage, head)[0].i : first])
    return text_of(list(passage.tokens[first : last.i + 1])), text_of(_bare(title))


def _person(passage: Passage, head: Token, named: Token) -> tuple[str, str | None]:
    run = _untitled(name_run(passage, named))
    if named is not head:
        return text_of(run), text_of(_bare(core_of(passage, head))) or None
    before = [t for t in core_of(passage, named) if t.i < run[0].i]
    if before and before[-1].tag == "POS":
        before = []
    role = text_of(_bare(before))
    if all(t.lower.rstrip(".") in nouns_for("courtesy") for t in _bare(before)):
        role = ""
    return text_of(run), _apposed_role(passage, head) or role or None


def _untitled(run: list[Token]) -> list[Token]:
    """Return a name without the titles before it: "Prime Minister", "Emeritus Professor"."""
    titles = run[: min(_LONGEST_TITLE, len(run) - 1)]
    count = max((n + 1 for n, word in enumerate(titles) if _is_title(word)), default=0)
    return run[count:]


def _apposed_role(passage: Passage, head: Token) -> str | None:
    """Return the role that follows a name: "Ana Ruiz, 54, the mayor of Lindow,"."""
    for child in head.children:
        if child.dep != "appos" or child.i < head.i:
            continue
        for noun in chain((child,), (t for t in child.children if t.dep == "appos")):
            if noun.pos == "NOUN" and noun.entity not in ("DATE", "CARDINAL"):
                dropped = {
                    i
                    for c in noun.children
                    if c.dep in ("relcl", "appos", "punct", "acl", "conj", "cc")
                    for i in passage.below(c)
                }
                kept = [passage.tokens[i] for i in sorted(passage.below(noun) - dropped)]
                return text_of(_bare(kept))
    return None


def _is_title(token: Token) -> bool:
    word = token.lower.strip(".-–—―")
    return word in nouns_for("titles") or word in nouns_for("roles")


def _bare(tokens: list[Token]) -> list[Token]:
    """Return the tokens without articles, possessive pronouns and marks at their edges."""
    first, last = 0, len(tokens)
    while first < last and (
        tokens[first].pos in ("DET", "PUNCT")
        or tokens[first].lower == "a"
        or tokens[first].tag == "PRP$"
    ):
        first += 1
    while first < last and tokens[last - 1].pos == "PUNCT":
        last -= 1
    return tokens[first:last]


def text_of(tokens: list[Token]) -> str:
    """Return the tokens as they are written, with single spaces, without a dash before them."""
    out = ""
    for i, token in enumerate(tokens):
        if i and token.start > tokens[i - 1].end:
            out += " "
        out += token.text
    return out.lstrip("-–—―")
