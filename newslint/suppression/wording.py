"""How a suppression is spelt: as a comment of each format, and in each kind of front matter."""

from __future__ import annotations

import json
from collections.abc import Sequence

from newslint.errors import ConfigError
from newslint.markup.read import parse_article
from newslint.suppression.directives import Terms, read_directives

#: What would end the comment, or mean something to a site generator.
_ENDS = ("-->", "--!>", "<!--", "*/", "{{", "{%", "{#")


def checked_terms(terms: Terms) -> Terms:
    """Return `terms` with white space made single, once they are known to read back as meant.

    Raises:
        ConfigError: if there is no reason, or a comment cannot hold these words.
    """
    by = " ".join(terms.by.split()) if terms.by else None
    terms = Terms(" ".join(terms.reason.split()), by, terms.until)
    if not terms.reason:
        raise ConfigError("the reason is empty", "say why these findings are to be ignored")
    said = f"{terms.reason} {terms.by or ''}"
    for end in _ENDS:
        if end in said:
            raise ConfigError(f"a reason cannot contain {end}", "say it in other words")
    if not said.isprintable():
        raise ConfigError("a reason cannot contain control characters", "say it in other words")
    article = parse_article(comment("ignore", ["any.rule"], terms) + "\n\nText.\n", "a.md")
    directives, faults = read_directives(article)
    if faults:
        raise ConfigError(f"this reason cannot be read: {faults[0].message}", "reword it")
    read = directives[0].terms if directives else Terms()
    if terms.by and read.by != terms.by:
        raise ConfigError(
            f"{terms.by!r} cannot be read as a name",
            "write one to four words, the first with a capital letter or @",
        )
    if not read.reason or (terms.until and read.until != terms.until):
        raise ConfigError("this reason cannot be read back", "say it in other words")
    return terms


def comment(verb: str, rules: Sequence[str], terms: Terms, *, mdx: bool = False) -> str:
    """Return a suppression as a comment."""
    words = f"newslint: {verb} {', '.join(rules)} -- {terms.reason}"
    if terms.by:
        words += f" by {terms.by}"
    if terms.until:
        words += f" until {terms.until.isoformat()}"
    return f"{{/* {words} */}}" if mdx else f"<!-- {words} -->"


def yaml_entry(rules: Sequence[str], terms: Terms, indent: str, newline: str) -> str:
    """Return an item of the list `newslint: ignore:` in YAML, with its last line break."""
    pairs = [f"{key}: {value}" for key, value in _pairs(rules, terms, quoted=False)]
    return "".join(
        f"{indent}{'  ' if number else '- '}{pair}{newline}" for number, pair in enumerate(pairs)
    )


def toml_table(rules: Sequence[str], terms: Terms, newline: str) -> str:
    """Return an item of `newslint.ignore` as a TOML table, with its last line break."""
    pairs = [f"{key} = {value}" for key, value in _pairs(rules, terms, quoted=True)]
    return "".join(f"{line}{newline}" for line in ("[[newslint.ignore]]", *pairs))


def flow_entry(rules: Sequence[str], terms: Terms, *, toml: bool = False) -> str:
    """Return an item as a mapping on one line, in JSON, which is YAML too, or in TOML."""
    pairs = _pairs(rules, terms, quoted=True)
    if toml:
        return "{" + ", ".join(f"{key} = {value}" for key, value in pairs) + "}"
    return "{" + ", ".join(f'"{key}": {value}' for key, value in pairs) + "}"


def _pairs(rules: Sequence[str], terms: Terms, *, quoted: bool) -> list[tuple[str, str]]:
    """Return keys and values; `quoted` says whether ids and dates need quotation marks."""
    names = [json.dumps(rule) if quoted else rule for rule in rules]
    pairs = [
        ("rule", names[0] if len(names) == 1 else f"[{', '.join(names)}]"),
        ("reason", json.dumps(terms.reason, ensure_ascii=False)),
    ]
    if terms.by:
        pairs.append(("by", json.dumps(terms.by, ensure_ascii=False)))
    if terms.until:
        date = terms.until.isoformat()
        pairs.append(("until", json.dumps(date) if quoted else date))
    return pairs
