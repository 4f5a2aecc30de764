"""Grammar engines as they come, and newslint with them, on the same articles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora import check_corpora
from newslint.article import Article
from newslint.language.engines import GrammarEngine
from newslint.language.grammar import Harper
from newslint.language.languagetool.address import Address
from newslint.language.languagetool.engine import LanguageTool
from newslint.language.languagetool.joining import batches
from newslint.span import Span

#: What is compared. The first two are given newslint's text, free of markup, and are asked for
#: all that they report by default; that already flatters them.
ENGINES = ("harper", "languagetool", "newslint", "newslint+languagetool")
LANGUAGE = "en-US"


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Something reported: the engine's name for it, and its place in the source file."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What one engine reports of one file of a corpus."""

    engine: str
    corpus: str
    file: str
    words: int
    hits: tuple[Hit, ...]


Ask = Callable[[Article], list[Hit]]


def raw_harper() -> Ask:
    """Return Harper with its own settings."""
    import harper

    linter = harper.Linter()

    def ask(article: Article) -> list[Hit]:
        return [
            Hit(_in_source(article, Span(start + lint.span.start, start + lint.span.end)), rule)
            for start, text in _texts(article)
            for rule, lints in linter.organized_lints(text, language="plaintext").items()
            for lint in lints
        ]

    return ask


def raw_languagetool(server: Callable[[], Address]) -> Ask:
    """Return LanguageTool with its own settings, as its library asks it."""
    import language_tool_python

    tool = language_tool_python.LanguageTool(LANGUAGE, remote_server=server().url)

    def ask(article: Article) -> list[Hit]:
        texts = list(_texts(article))
        hits: list[Hit] = []
        done = 0
        for batch in batches(text for _, text in texts):
            for match in tool.check(batch.text):
                place = batch.place(match.offset, match.error_length)
                if place is not None:
                    index, span = place
                    start = texts[done + index][0]
                    hits.append(Hit(_in_source(article, span.shifted(start)), match.rule_id))
            done += len(batch.texts)
        return hits

    return ask


def engines(server: Callable[[], Address]) -> dict[str, Sequence[GrammarEngine]]:
    """Return the engines of each way to run newslint."""
    return {
        "newslint": (Harper(),),
        "newslint+languagetool": (Harper(), LanguageTool(server, language=LANGUAGE, timeout=120)),
    }


def hear(
    corpora: Sequence[str],
    server: Callable[[], Address],
    cache: Path | None,
    only: Collection[str] = ENGINES,
) -> Iterator[Heard]:
    """Yield what every engine, or each of `only`, reports of every file."""
    raw = {
        name: make()
        for name, make in (
            ("harper", raw_harper),
            ("languagetool", lambda: raw_languagetool(server)),
        )
        if name in only
    }
    for name, asked in engines(server).items():
        if name not in only and not (raw and name == "newslint"):
            continue
        for checked in check_corpora(corpora, ("grammar",), cache, asked):
            if name in only:
                hits = (Hit(f.span, _name(f.rule, f.engine_rule)) for f in checked.findings)
                yield Heard(name, checked.corpus, checked.file, checked.words, tuple(hits))
            if name == "newslint":
                for engine, ask in raw.items():
                    found = tuple(sorted(ask(checked.article)))
                    yield Heard(engine, checked.corpus, checked.file, checked.words, found)


def _name(rule: str, engine_rule: str | None) -> str:
    return f"{rule}/{engine_rule}" if engine_rule else rule


def _texts(article: Article) -> Iterator[tuple[int, str]]:
    for block in article.blocks:
        text = block.span.cut(article.text)
        if text.strip():
            yield block.span.start, text


def _in_source(article: Article, span: Span) -> Span:
    return article.source_map.to_source(span)
