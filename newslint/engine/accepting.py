"""Words that a newsroom accepts: names, terms, spellings that no rule should question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint.config.user_text import read_user_text
from newslint.errors import ConfigError
from newslint.finding import Finding
from newslint.patterns.regexes import Expression, PatternError, alternation, compiled, matches


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is right as it stands: whole words or phrases, case counting unless `(?i)`."""

    expression: Expression | None = None

    def accepts(self, finding: Finding) -> bool:
        """Return whether a finding is about an accepted word and nothing else."""
        words = " ".join(finding.excerpt.split())
        return self.expression is not None and any(
            match.span() == (0, len(words)) for match in matches(self.expression, words)
        )


def read_accepted(files: Sequence[Path], where: str) -> Accepted:
    """Return the words of some vocabulary files: one word or regular expression a line.

    Blank lines, and lines that begin with `#`, are left out. `where` is the place of the
    setting in words, for messages.

    Raises:
        ConfigError: if a file cannot be read or a line is no regular expression; names the
            file and the line.
    """
    lines: list[str] = []
    for file in files:
        for number, line in enumerate(_text(file, where).splitlines(), 1):
            entry = line.strip()
            if not entry or entry.startswith("#"):
                continue
            try:
                compiled(entry)
            except PatternError as error:
                raise ConfigError(
                    f"{file.name}, line {number}: {error}",
                    "correct it; to accept a mark such as ( or + itself, write \\ before it",
                ) from None
            lines.append(entry)
    if not lines:
        return Accepted()
    longest_first = sorted(dict.fromkeys(lines), key=lambda entry: (-len(entry), entry))
    return Accepted(compiled(rf"\A(?:{alternation(longest_first, 'vocabulary')})\Z"))


def _text(file: Path, where: str) -> str:
    remedy = "paths are relative to the configuration file"
    return read_user_text(file, f"{where}: the vocabulary {file.name}", remedy)
