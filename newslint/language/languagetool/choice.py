"""Which of LanguageTool's rules are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from newslint.vocabulary import Data, load


@dataclass(frozen=True, slots=True)
class Choice:
    """Categories of rules that are on, those of which only some rules are, and rules off.

    A `*` in a name that is off stands for any letters. A server can be asked for whole
    categories, or for single rules, but not for both at once: what of its answers is wanted
    is therefore decided here.
    """

    categories: frozenset[str]
    partly: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()

    @property
    def asked(self) -> frozenset[str]:
        """The categories to ask the server for."""
        return self.categories | self.partly

    def wants(self, category: str, rule: str) -> bool:
        """Return whether what this rule says is wanted."""
        on = category in self.categories or (category in self.partly and rule in self.only)
        return on and not any(fnmatchcase(rule, name) for name in self.off)


@cache
def chosen() -> Choice:
    """Return the choice of `rules.yml`."""
    data = load("newslint.language.languagetool", "rules.yml")
    assert isinstance(data, dict)
    on, off = data["on"], data["off"]
    assert isinstance(on, list)
    whole = [group for group in on if "only" not in group]
    part = [group for group in on if "only" in group]
    return Choice(
        _names(whole, "categories"),
        _names(part, "categories"),
        _names(part, "only"),
        _names(off, "rules"),
    )


def _names(groups: Data, key: str) -> frozenset[str]:
    """Return what all groups list under a key."""
    found: set[str] = set()
    for group in groups if isinstance(groups, list) else ():
        listed = group.get(key) if isinstance(group, dict) else None
        found.update(n for n in listed if isinstance(n, str)) if isinstance(listed, list) else None
    return frozenset(found)
