"""Checks the articles of the corpora, which stay outside the repository."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from evaluation.data import data_folder, read_rows
from evaluation.parse_cache import CachedAnalyser, harper_engine
from newslint.article import Article
from newslint.config import Configuration
from newslint.engine.plan import Planner
from newslint.engine.run import Context, run
from newslint.finding import Finding
from newslint.language.engines import GrammarEngine
from newslint.language.pipeline import SpacyAnalyser, model_version
from newslint.markup.read import parse_article
from newslint.registry import load_rules
from newslint.result import Loaded
from newslint.settings import Settings

#: What is measured by default: news copy, and two kinds of institutional blog.
CORPORA = ("wikinews-gum", "18f-blog", "digitalgov-news")
#: All there are: the last is a newsletter that sums up what others report.
EVERY = (*CORPORA, "techworkers-newsletter")
#: Annotated news of seven publishers, and the articles of three of them that edit carefully.
NEWS = ("attribution-dev", "attribution-clean")
_CLEAN = ("nyt_", "usa-today_", "wash-post_")
#: Some of the news that extraction was written by; a larger number would add to these.
TRAIN = "attribution-train"
_TRAIN_SIZE, _TRAIN_SEED = 840, 7
#: What the first users sent: three versions of one story.
SEEDS = "seeds"
#: Everything that findings are judged on, each article once.
JUDGED = (*EVERY, "attribution-dev", TRAIN, SEEDS)

#: Rules are mended by looking at the one half, and measured on the other.
HALVES = ("tuning", "judging")

_SUFFIXES = {".md", ".txt", ".html"}
_NOT_ARTICLES = {"MANIFEST.md", "README.md"}


@dataclass(frozen=True)
class Checked:
    """An article with the findings in it; `file` is its path inside the corpus."""

    corpus: str
    file: str
    article: Article
    findings: tuple[Finding, ...]

    @property
    def half(self) -> str:
        """The half of the files that it is in."""
        return half_of(self.file)

    @property
    def words(self) -> int:
        """How many words its text has: pieces between spaces with a letter or a digit."""
        return sum(any(c.isalnum() for c in piece) for piece in self.article.text.split())


def half_of(file: str) -> str:
    """Return `tuning` or `judging`, by a hash of the file's name without folders."""
    name = file.rpartition("/")[2]
    return HALVES[hashlib.sha256(name.encode()).digest()[0] % 2]


def check_corpora(
    names: Sequence[str],
    select: tuple[str, ...] = (),
    cache: Path | None = None,
    engines: Sequence[GrammarEngine] | None = None,
) -> list[Checked]:
    """Return every article of the corpora with its findings, under the default settings.

    `select` leaves only the rules and groups it names. Parses are kept in `cache`. Grammar is
    checked by `engines`, by default those of a run that configures none.

    Raises:
        FileNotFoundError: if a corpus is not there.
        RuntimeError: if a rule fails or a capability is missing: figures would be wrong.
    """
    configuration = Configuration(Settings())
    planner = Planner(load_rules(), configuration, select=select)
    planner.validate()
    folder = cache or cache_folder()
    analyser = CachedAnalyser(
        SpacyAnalyser(engines=engines),
        folder,
        model_version() or "none",
        harper_engine() if engines is None else None,
    )
    missing: list[str] = []
    context = Context(
        planner,
        analyser,
        lambda notice: missing.append(notice.message) if notice.kind == "unavailable" else None,
    )
    checked: list[Checked] = []
    for name in names:
        loaded = list(read_corpus(name))
        for source, result in zip(loaded, run(loaded, context), strict=True):
            if result.errors:
                raise RuntimeError(f"{source.path}: {result.errors[0].message}")
            file = source.path.partition("/")[2]
            article = parse_article(source.text, source.path)
            checked.append(Checked(name, file, article, result.findings))
    if missing:
        raise RuntimeError(missing[0])
    return checked


def cache_folder() -> Path:
    """Return where parses are kept between measurements."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "newslint-evaluation"


def read_corpus(corpus: str) -> Iterator[Loaded]:
    """Yield the articles of a corpus, always in the same order."""
    if corpus in NEWS:
        for row in read_rows(data_folder("attribution") / "dev.jsonl"):
            if corpus == "attribution-dev" or row["id"].startswith(_CLEAN):
                yield Loaded(f"{corpus}/{row['id']}.txt", row["text"], format="text")
        return
    if corpus == TRAIN:
        rows = sorted(read_rows(data_folder("attribution") / "train.jsonl"), key=itemgetter("id"))
        chance = random.Random(_TRAIN_SEED)
        for row in chance.sample(rows, min(_TRAIN_SIZE, len(rows))):
            yield Loaded(f"{corpus}/{row['id']}.txt", row["text"], format="text")
        return
    folder = data_folder(SEEDS if corpus == SEEDS else f"corpora/{corpus}")
    for path in sorted(folder.rglob("*")):
        if path.suffix in _SUFFIXES and path.name not in _NOT_ARTICLES:
            text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
            yield Loaded(f"{corpus}/{path.relative_to(folder).as_posix()}", text)
