"""A YAML rule file, read into a `RuleSpec`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newslint.errors import ConfigError
from newslint.patterns.pattern import Pattern
from newslint.patterns.regexes import TRUSTED, PatternError
from newslint.patterns.yaml_file import Lines, line_of, read_yaml
from newslint.rule import Example, RuleSpec

#: What a rule file may extend, and the class that does it, in the module of the same name.
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "capitalization": "Capitalization",
        "conditional": "Conditional",
        "consistency": "Consistency",
        "existence": "Existence",
        "occurrence": "Occurrence",
        "repetition": "Repetition",
        "substitution": "Substitution",
    }
)

#: The package of the rules that come with newslint.
_OURS = frozenset({"newslint_rules"})


class _Example(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    fixed: str | None = None
    path: str = "example.md"
    date: str | None = None


class _About(BaseModel):
    """What a file says of its rule, beside what the rule looks for."""

    model_config = ConfigDict(extra="forbid")

    description: str = ""
    why: str = ""
    standards: tuple[str, ...] = ()
    examples: tuple[_Example, ...] = ()
    status: Literal["stable", "preview"] = "stable"
    on: bool = True
    genres_off: frozenset[str] = Field(frozenset())
    exact: str = ""


def pattern_class(kind: str) -> type[Pattern]:
    """Return the class of a kind of pattern; each is imported when a rule extends it."""
    found: type[Pattern] = getattr(import_module(f"newslint.patterns.{kind}"), KINDS[kind])
    return found


def read_rule(text: str, rule_id: str, name: str, origin: str) -> RuleSpec:
    """Return the rule that a YAML text describes.

    `rule_id` is the id the file's place gives it, `name` how to call the file in errors,
    `origin` the package or folder it belongs to.

    Raises:
        ConfigError: if anything in the file is not right; names the file, the line and the
            key, and says what is allowed.
    """
    data, lines = read_yaml(text, name)
    extends = data.pop("extends", None)
    if not isinstance(extends, str):
        raise ConfigError(
            f"{name}:1: no `extends`: what kind of rule is this?",
            f"add `extends:` with one of {', '.join(KINDS)}",
        )
    if extends not in KINDS:
        raise ConfigError(
            f"{name}:{line_of(lines, ('extends',))}: cannot extend {extends!r}",
            _unknown_kind(extends),
        )
    if "level" in data:
        if "severity" in data:
            line = line_of(lines, ("level",))
            raise ConfigError(f"{name}:{line}: `level` and `severity` are one thing", "keep one")
        data["severity"] = data.pop("level")
        lines["severity",] = lines["level",]
    pattern = pattern_class(extends)
    about = {key: data.pop(key) for key in tuple(data) if key in _About.model_fields}
    try:
        known = _About.model_validate(about)
        rule = pattern.model_validate({**data, "id": rule_id}, context={TRUSTED: origin in _OURS})
    except ValidationError as error:
        raise _located(error, pattern, lines, name) from None
    summary, _, rest = known.description.partition("\n\n")
    return RuleSpec(
        rule=rule,
        summary=" ".join(summary.split()) or rule.message,
        why=(known.why or rest).strip(),
        kind="pattern",
        examples=tuple(Example(e.text, e.fixed, e.path, e.date) for e in known.examples),
        needs=pattern.needs,
        standards=known.standards,
        status=known.status,
        on=known.on and known.status == "stable",
        fixes=rule.action.fixes,
        genres_off=known.genres_off,
        origin=origin,
        exact=known.exact,
    )


def _located(
    error: ValidationError, model: type[BaseModel], lines: Lines, name: str
) -> ConfigError:
    """Return the first thing pydantic found wrong, in the words of the file."""
    first = error.errors()[0]
    where: tuple[str | int, ...] = first["loc"]
    cause = first.get("ctx", {}).get("error")
    if isinstance(cause, PatternError):
        where = cause.where or where
    key = ".".join(str(part) for part in where)
    place = f"{name}:{line_of(lines, where)}"
    if first["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, model.model_fields, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"known: {', '.join(model.model_fields)}"
        return ConfigError(f"{place}: unknown key `{key}`", hint)
    if first["type"] == "missing":
        return ConfigError(f"{place}: `{key}` is missing", f"add `{key}:`")
    if first["type"] == "string_type" and isinstance(first["input"], dict):
        return ConfigError(
            f"{place}: `{key}` was read as `key: value`", "put the expression in 'quotation marks'"
        )
    message = first["msg"].removeprefix("Value error, ")
    return ConfigError(f"{place}: {f'`{key}`: ' if key else ''}{message}", "correct it there")


def _unknown_kind(extends: str) -> str:
    if extends == "script":
        return "Vale's scripts are not run: write the rule in Python"
    near = difflib.get_close_matches(extends, KINDS, 1)
    return f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(KINDS)}"
