"""What there is to tell about a rule: its options, and the JSON of `newslint rules`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from newslint.cards import Card, card_of
from newslint.patterns.pattern import Pattern
from newslint.rule import Rule, RuleSpec
from newslint.selection import own_options

#: A field and the comment that explains it, in the source of a check.
_COMMENTED = re.compile(r"^    (\w+): [^#\n]*?  # (.+)$", re.MULTILINE)

#: Options that every rule has; they are explained once, not with each rule.
_COMMON = frozenset({"message", "link"})


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a rule: its name, its default as JSON, and what it means."""

    name: str
    default: object
    meaning: str


def options(rule: Rule) -> tuple[Option, ...]:
    """Return the options of `rule`, in the order in which they are declared."""
    defaults = rule.model_dump(mode="json")
    comments = _comments(type(rule))
    found = []
    for name in own_options(rule):
        if name in _COMMON:
            continue
        meaning = type(rule).model_fields[name].description or comments.get(name, "")
        found.append(Option(name, defaults[name], meaning[:1].upper() + meaning[1:]))
    return tuple(found)


def set_options(rule: Rule) -> tuple[Option, ...]:
    """Return the options worth showing: of a pattern only those that its file sets."""
    if not isinstance(rule, Pattern):
        return options(rule)
    return tuple(option for option in options(rule) if option.name in rule.model_fields_set)


def document(specs: Iterable[RuleSpec]) -> dict[str, Any]:
    """Return the rules as JSON values. Keys may be added, never removed or changed."""
    return {"version": 1, "rules": [_values(spec) for spec in specs]}


def _values(spec: RuleSpec) -> dict[str, Any]:
    return {
        "id": spec.id,
        "group": spec.rule.group,
        "kind": spec.kind,
        "severity": spec.rule.severity.label,
        "default": spec.on,
        "status": spec.status,
        "summary": spec.summary,
        "why": spec.why,
        "message": spec.rule.message,
        "standards": list(spec.standards),
        "options": _schema(spec.rule),
        "needs": sorted(spec.needs),
        "fix": spec.fixes,
        "genres_off": sorted(spec.genres_off),
        "origin": spec.origin,
        "examples": [
            {
                "text": source,
                "spans": [{"start": span.start, "end": span.end} for span in spans],
                "fixed": example.fixed,
                "path": example.path,
            }
            for example in spec.examples
            for source, spans in [example.unmarked()]
        ],
        "card": _card(card_of(spec)),
    }


def _card(card: Card | None) -> dict[str, Any] | None:
    """Return what was measured of a rule; shares are rounded to three decimals."""
    if card is None:
        return None
    return {
        "standing": card.standing,
        "exact": card.exact or None,
        "findings": card.findings,
        "words": card.words,
        "per_1000_words": round(card.per_1000, 3),
        "judged": card.judged,
        "kept": card.kept,
        "precision": _rounded(card.precision),
        "precision_at_least": _rounded(card.at_least if card.judged else None),
        "planted": card.planted,
        "found": card.found,
        "recall": _rounded(card.recall),
        "text": card.in_words(),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _schema(rule: Rule) -> dict[str, Any]:
    """Return the JSON schema of a rule's options, with this very rule's defaults."""
    schema = type(rule).model_json_schema()
    properties = {}
    for option in options(rule):
        about = {k: v for k, v in schema["properties"][option.name].items() if k != "title"}
        about["default"] = option.default
        if option.meaning:
            about["description"] = option.meaning
        properties[option.name] = about
    found: dict[str, Any] = {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    if "$defs" in schema and "$ref" in str(properties):
        found["$defs"] = schema["$defs"]
    return found


def _comments(cls: type[Rule]) -> dict[str, str]:
    """Return what the comments behind the fields of a check say of them."""
    found: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        if issubclass(base, Rule) and base is not Rule:
            try:
                source = inspect.getsource(base)
            except OSError:  # installed without its source
                continue
            found.update((match[1], match[2].strip()) for match in _COMMENTED.finditer(source))
    return found
