"""The analysis of a block as bytes, and back. Places are kept relative to the block."""

from __future__ import annotations

import json
from collections.abc import Sequence

from newslint.language.measures import GrammarIssue
from newslint.language.tokens import Entity, Parse, Token
from newslint.span import Span


def encode_parse(parse: Parse, offset: int) -> bytes:
    """Return the parse of a block that starts at `offset` (article text) as bytes."""
    names: dict[str, int] = {}

    def number(name: str) -> int:
        return names.setdefault(name, len(names))

    columns = [
        [token.start - offset for token in parse],
        [token.end - token.start for token in parse],
        [number(token.tag) for token in parse],
        [number(token.pos) for token in parse],
        [number(token.dep) for token in parse],
        [number(token.lemma) for token in parse],
        [number(token.entity) for token in parse],
        [token.head.i for token in parse],
        [token.sentence for token in parse],
    ]
    entities = [[e.label, e.span.start - offset, e.span.end - offset] for e in parse.entities]
    return _dump([list(names), columns, entities])


def decode_parse(data: bytes, text: str, offset: int) -> Parse | None:
    """Return the parse of a block with this `text` at `offset`; None if `data` is not one."""
    try:
        names, columns, entities = json.loads(data.decode("utf-8", "surrogatepass"))
        tokens: list[Token] = []
        for start, length, tag, pos, dep, lemma, entity, _, sentence in zip(*columns, strict=True):
            token = Token(len(tokens), text[start : start + length], offset + start)
            token.tag, token.pos, token.dep = names[tag], names[pos], names[dep]
            token.lemma, token.entity, token.sentence = names[lemma], names[entity], sentence
            tokens.append(token)
        for token, head in zip(tokens, columns[7], strict=True):
            token.head = tokens[head]
            if token.head is not token:
                token.head.children.append(token)
        return Parse(
            tuple(tokens),
            tuple(
                Entity(label, text[start:end], Span(offset + start, offset + end))
                for label, start, end in entities
            ),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None


def encode_issues(issues: Sequence[GrammarIssue], offset: int) -> bytes:
    """Return what grammar engines say of a block that starts at `offset` as bytes."""
    return _dump(
        [
            [
                issue.span.start - offset,
                issue.span.end - offset,
                issue.message,
                issue.engine,
                issue.engine_rule,
                issue.kind,
                list(issue.replacements),
            ]
            for issue in issues
        ]
    )


def decode_issues(data: bytes, offset: int) -> tuple[GrammarIssue, ...] | None:
    """Return what grammar engines say of a block at `offset`; None if `data` is not that."""
    try:
        return tuple(
            GrammarIssue(
                Span(offset + start, offset + end),
                message,
                engine,
                rule,
                kind,
                tuple(replacements),
            )
            for start, end, message, engine, rule, kind, replacements in json.loads(
                data.decode("utf-8", "surrogatepass")
            )
        )
    except (ValueError, KeyError, TypeError):
        return None


def _dump(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
