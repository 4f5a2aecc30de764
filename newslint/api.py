"""newslint as a function, for content management systems."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from newslint.cache.store import Memory
from newslint.config import Configuration, settings_of
from newslint.engine.analyser import analyser_for
from newslint.engine.plan import Planner
from newslint.engine.remembering import Remembering
from newslint.engine.run import Context, run
from newslint.finding import Finding
from newslint.reading import Analyser
from newslint.recent import Recent
from newslint.registry import load_rules
from newslint.result import Loaded, Notice
from newslint.rule import RuleSpec
from newslint.settings import LanguageToolSettings, Settings

#: Bytes of paragraphs that are remembered: some hundred articles.
_MEMORY = 16_000_000
#: What a planner weighs in bytes, about: a few hundred rules with their options.
_PLANNER = 100_000
#: Seconds until a grammar server that failed is asked again.
_REST = 60.0


def lint_text(
    text: str,
    *,
    path: str,
    format: str | None = None,  # noqa: A002 - the name it has everywhere else
    settings: Settings | Mapping[str, Any] | None = None,
    today: datetime.date | None = None,
) -> list[Finding]:
    """Return the findings in an article, sorted by place, without the suppressed ones.

    `path` names the article in findings, decides its format unless `format` (`markdown`,
    `html`, `text`) does, and is matched against the `overrides` of `settings`; nothing is
    read from it. `settings` may be a mapping of the keys of a configuration file
    (`{"profile": "wire", "rules": {"language": "off"}}`); their paths are relative to the
    working directory. Without `settings` the defaults apply: no configuration file is looked
    for. Suppressions expire against `today`, never without it. Offsets are code points of
    `text`, without a leading byte order mark.

    What could not be done (a rule that fails, a language model that is missing, front
    matter that cannot be read) is issued as a `RuntimeWarning`, and the rest is returned.

    Raises:
        ConfigError: if a key, profile, rule or option in `settings` is unknown or wrong.
        TypeError: if `settings` is neither `Settings` nor a mapping.
        ValueError: if `format` is none of the three.
    """
    if format not in (None, "markdown", "html", "text"):
        raise ValueError(f"no such format: {format!r} (markdown, html or text)")
    given = _settings(settings)
    analyser, recent = _kept(given.model, given.languagetool)
    planner = _planner(given, recent)
    notices: list[Notice] = []
    context = Context(planner, analyser, notices.append, today=today, recent=recent)
    [result] = run([Loaded(path, text.removeprefix("\ufeff"), format=format)], context)
    said = [error.message for error in result.errors]
    said += [notice.message for notice in notices if notice.kind == "unavailable"]
    for message in said:
        warnings.warn(message, RuntimeWarning, stacklevel=2)
    return list(result.findings)


def _settings(given: object) -> Settings:
    if given is None or isinstance(given, Settings):
        return given or Settings()
    if isinstance(given, Mapping):
        return settings_of(given, "settings")
    raise TypeError(f"settings is a Settings or a mapping, not {type(given).__name__}")


def _planner(settings: Settings, recent: Recent) -> Planner:
    """Return which rules run, decided once for equal settings unless these name vocabularies.

    What stands in those files may have changed.
    """
    configuration, rules = Configuration(settings), _rules(settings.packs)
    key = ("planner", configuration.root, repr(settings))
    known: Planner | None = recent.get(key)
    if known is not None and known.specs is rules:
        return known
    planner = Planner(rules, configuration)
    planner.validate()
    if any(effective.vocabulary for effective in configuration.every()):
        return planner
    return recent.put(key, planner, _PLANNER)


@cache
def _kept(model: str | None, languagetool: LanguageToolSettings | None) -> tuple[Analyser, Recent]:
    """Load a model, and start a server, once and not for every text.

    Paragraphs are remembered: of an article under work, only the edited ones are read anew,
    and only they are shown to the rules that look no further than one.
    """
    settings = Settings(model=model, languagetool=languagetool)
    plain = analyser_for(Configuration(settings), rest=_REST)
    return Remembering(plain, Memory(_MEMORY), b"", b""), Recent(_MEMORY)


@cache
def _rules(packs: tuple[str, ...]) -> tuple[RuleSpec, ...]:
    return load_rules([Path(pack) for pack in packs])
