"""Many files to their ledgers: who says what in them. The rules have no part in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from newslint.article import Article
from newslint.attribution.graph import Attribution, SourceKind
from newslint.checks._support import is_report
from newslint.config import Configuration
from newslint.engine.examine import note_errors
from newslint.engine.run import BATCH, open_article, prepare_together
from newslint.engine.verdict import could_not
from newslint.errors import Unavailable
from newslint.language.english import is_english
from newslint.ledger import Ledger, Shares, in_source, ledger_of, unread_ledger
from newslint.markup.read import guess_format
from newslint.reading import Analyser, Reading, with_implied
from newslint.result import FileError, Loaded, Notice

_NEEDS = with_implied({"attributions"})


@dataclass(frozen=True, slots=True)
class FileSources:
    """Who says what in one file. Everything is in the coordinates of the file.

    `relayed` are the attributions inside what an outlet or a document passes on. Where
    `english` is False nothing was looked for.
    """

    path: str
    format: str
    ledger: Ledger = field(default_factory=Ledger)
    attributions: tuple[Attribution, ...] = ()
    relayed: tuple[Attribution, ...] = ()
    english: bool = True
    errors: tuple[FileError, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals(Shares):
    """What many files add up to.

    Speakers and sources are counted by kind, once for each file they appear in.
    `without_source` and `single_source` list paths. Articles in another language, and files
    that could not be read, count among `files` only.
    """

    files: int
    articles: int
    words: int
    quoted_words: int
    attributed_words: int
    stated_words: int
    attributions: int
    statements: int
    speakers: Mapping[SourceKind, int]
    sources: Mapping[SourceKind, int]
    without_source: tuple[str, ...]
    single_source: tuple[str, ...]
    other_language: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """The outcome of a run: files sorted by path, every notice once, exit code and reason."""

    files: tuple[FileSources, ...]
    notices: tuple[Notice, ...]
    totals: Totals
    errors: int = 0
    exit: int = 0
    because: str | None = None


def survey(
    files: Iterable[Loaded],
    configuration: Configuration,
    analyser: Analyser,
    *,
    note: Callable[[Notice], None] = lambda _: None,
    progress: Callable[[str], None] = lambda _: None,
) -> Iterator[FileSources]:
    """Yield who says what in each file, in the given order; `files` is read as needed.

    `note` is called with every notice, `progress` with the path of each finished file.

    Raises:
        ConfigError: if the configuration of a file cannot be applied.
        Unavailable: if the language model is missing.
    """
    waiting = iter(files)
    while batch := list(islice(waiting, BATCH)):
        opened = [
            open_article(loaded, configuration.for_file(loaded.path).markup, note)
            for loaded in batch
        ]
        readings = {
            number: Reading(article, analyser)
            for number, article in enumerate(opened)
            if isinstance(article, Article) and is_english(_prose(article))
        }
        prepare_together(list(readings.values()), _NEEDS)
        for number, (loaded, article) in enumerate(zip(batch, opened, strict=True)):
            if isinstance(article, Article):
                yield _sources(article, readings.get(number))
            else:
                form = loaded.format or guess_format(loaded.text, loaded.path)
                errors = (article,) if article else ()
                yield FileSources(loaded.path, form, errors=errors)
            progress(loaded.path)


def summarise(files: Iterable[FileSources], notices: Iterable[Notice]) -> Survey:
    """Return the outcome of a run. Exit code 2 means that something could not be done."""
    ordered = tuple(sorted(files, key=lambda f: f.path))
    failures = [error for file in ordered for error in file.errors]
    code, because = could_not(failures, ())
    return Survey(
        ordered, tuple(sorted(set(notices))), totals_of(ordered), len(failures), code, because
    )


def totals_of(files: Sequence[FileSources]) -> Totals:
    """Return what the files add up to."""
    read = [file for file in files if file.english and file.ledger.words]
    ledgers = [file.ledger for file in read]
    speakers = Counter(e.speaker.kind for ledger in ledgers for e in ledger.entries)
    sources = Counter(e.speaker.kind for ledger in ledgers for e in ledger.sources)
    return Totals(
        files=len(files),
        articles=len(read),
        words=sum(ledger.words for ledger in ledgers),
        quoted_words=sum(ledger.quoted_words for ledger in ledgers),
        attributed_words=sum(ledger.attributed_words for ledger in ledgers),
        stated_words=sum(ledger.stated_words for ledger in ledgers),
        attributions=sum(len(file.attributions) for file in read),
        statements=sum(ledger.statements for ledger in ledgers),
        speakers=speakers,
        sources=sources,
        without_source=tuple(f.path for f in read if not f.ledger.statements),
        single_source=tuple(f.path for f in read if f.ledger.single_source),
        other_language=tuple(f.path for f in files if not f.english),
    )


def sources_of(reading: Reading) -> FileSources:
    """Return who says what in one article.

    Raises:
        Unavailable: if the language model is missing.
    """
    article = reading.article
    return _sources(article, reading if is_english(_prose(article)) else None)


def _prose(article: Article) -> str:
    """Return the running text, or all there is if there is none."""
    body = [b.span.cut(article.text) for b in article.blocks if b.is_body]
    return "\n".join(body) or article.text


def _sources(article: Article, reading: Reading | None) -> FileSources:
    """Return who says what in an article; without a reading, only how long it is."""
    errors = tuple(note_errors(article))
    if reading is None:
        ledger = unread_ledger(article)
        return FileSources(article.path, article.format, ledger, english=False, errors=errors)
    try:
        graph = reading.attributions
        ledger = ledger_of(
            article,
            [sentence.span for sentence in reading.sentences],
            reading.quotations,
            graph,
            lambda attribution: is_report(reading, attribution),
        )
    except Unavailable:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one file does, the others go on
        message = f"the sources of {article.path} cannot be told: {type(error).__name__}: {error}"
        failed = FileError("parse", message, "report it with the file, if you can")
        return FileSources(article.path, article.format, errors=(*errors, failed))
    return FileSources(
        article.path,
        article.format,
        ledger,
        tuple(in_source(a, article.source_map) for a in graph.attributions),
        tuple(in_source(a, article.source_map) for a in graph.relayed),
        errors=errors,
    )
