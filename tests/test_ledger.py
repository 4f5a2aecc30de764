"""The ledger adds up what the graph says, in the coordinates of the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newslint.article import Article, BlockKind
from newslint.attribution.graph import (
    Attribution,
    AttributionGraph,
    CueClass,
    Directness,
    Source,
    SourceKind,
    Speaker,
)
from newslint.language.quotations import find_quotations
from newslint.ledger import Ledger, in_source, ledger_of, unread_ledger
from newslint.markup.read import parse_article
from newslint.span import Span
from tests.support import article_of, span_of

SAID = 'The mill shut on Monday, Peta Lorn said. "We lost two winters." Nobody saw it.'


def attribution(
    text: str, content: str, source: str = "", kind: SourceKind = SourceKind.NAMED_PERSON
) -> Attribution:
    spans = (span_of(text, source),) if source else ()
    return Attribution(
        (span_of(text, content),),
        (),
        Source(spans, kind if source else SourceKind.NONE),
        Directness.INDIRECT,
    )


def speaker(
    text: str, number: int, mention: str, kind: SourceKind = SourceKind.NAMED_PERSON
) -> Speaker:
    return Speaker(number, None, None, kind, span_of(text, mention), 1, 0)


def graph(*attributions: Attribution, speakers: tuple[Speaker, ...] = ()) -> AttributionGraph:
    return AttributionGraph(attributions, speakers)


def ledger(article: Article, found: AttributionGraph, *sentences: str) -> Ledger:
    """Return the ledger; only the neutral cues report statements."""
    return ledger_of(
        article,
        [span_of(article.text, sentence) for sentence in sentences],
        find_quotations(article),
        found,
        lambda a: a.cue_class is CueClass.NEUTRAL and a.source.kind is not SourceKind.NONE,
    )


def said_by(numbers: list[int | None], vias: list[int | None] | None = None) -> Ledger:
    """Return the ledger of a story with one statement for each number of a speaker."""
    text = " ".join(f"Word{n} is said." for n in range(len(numbers)))
    article = article_of(text)
    stated = [
        replace(attribution(text, f"Word{n}", "said"), speaker=number, via=via)
        for n, (number, via) in enumerate(zip(numbers, vias or [None] * len(numbers), strict=True))
    ]
    known = sorted({n for n in (*numbers, *(vias or ())) if n is not None})
    return ledger(article, graph(*stated, speakers=tuple(speaker(text, n, "said") for n in known)))


def test_words_are_those_of_the_body_and_shares_are_of_them() -> None:
    article = article_of((BlockKind.HEADLINE, "Mill shut"), SAID, (BlockKind.CAPTION, "A mill"))
    stated = replace(attribution(SAID, "The mill shut on Monday", "Peta Lorn"), speaker=0)
    found = ledger(article, graph(shifted(stated, article)))
    assert (found.words, found.quoted_words, found.stated_words) == (15, 4, 5)
    assert found.quoted_share == pytest.approx(4 / 15)
    assert found.attributed_share == found.stated_share == pytest.approx(5 / 15)


def shifted(a: Attribution, article: Article) -> Attribution:
    by = article.text.index(SAID)
    spans = tuple(span.shifted(by) for span in a.source.spans)
    return replace(
        a,
        content=tuple(span.shifted(by) for span in a.content),
        source=replace(a.source, spans=spans),
    )


def test_a_block_quotation_is_quoted_without_any_marks() -> None:
    article = article_of("She wrote:", (BlockKind.QUOTE, "We lost two winters."))
    assert ledger(article, graph()).quoted_words == 4


def test_what_names_no_source_is_not_attributed() -> None:
    article = article_of("It was confirmed that the mill shut.")
    nobody = attribution(article.text, "the mill shut")
    found = ledger(article, graph(nobody), article.text)
    assert (found.sourceless, found.statements, found.attributed_words) == (1, 0, 0)
    assert [sentence.attributed for sentence in found.sentences] == [False]


def test_a_belief_is_attributed_but_makes_no_source() -> None:
    article = article_of("The council fears a flood.")
    fear = replace(
        attribution(article.text, "a flood", "The council", SourceKind.ORGANISATION),
        cue_class=CueClass.BELIEF,
        speaker=0,
    )
    council = speaker(article.text, 0, "The council", SourceKind.ORGANISATION)
    found = ledger(article, graph(fear, speakers=(council,)))
    assert (found.attributed_words, found.stated_words, found.statements) == (2, 0, 0)
    assert found.count(SourceKind.ORGANISATION) == 1
    assert found.sources == ()


def test_a_sentence_is_attributed_from_half_of_its_words() -> None:
    text = "The mill is shut, Lorn said. Lorn said it shut. Old boats, Lorn said."
    stated = (
        attribution(text, "The mill is shut", "Lorn"),
        attribution(text, "it shut", "Lorn"),
    )
    found = ledger(
        article_of(text),
        graph(*stated),
        "The mill is shut, Lorn said.",
        "Lorn said it shut.",
        "Old boats, Lorn said.",
    )
    assert [s.attributed for s in found.sentences] == [True, True, False]


def test_the_place_of_a_speaker_is_that_of_the_file_and_the_label_has_no_markup() -> None:
    article = parse_article("# Mill\n\nIt shut, a *very\ntired* miller said.\n", "a.md")
    mention = span_of(article.text, "a very tired miller")
    tired = Speaker(0, None, None, SourceKind.ANONYMOUS, mention, 1, 0)
    (entry,) = ledger(article, graph(speakers=(tired,))).entries
    assert entry.label == "a very tired miller"
    assert (entry.place.line, entry.place.column) == (3, 10)
    assert entry.speaker.first_mention.cut(article.source) == "a *very\ntired* miller"


def test_who_passes_on_or_refuses_is_told_from_who_states() -> None:
    text = "The Gull said a clerk had denied it. Lorn declined to comment."
    outer = replace(attribution(text, "had denied it", "The Gull"), speaker=0)
    inner = replace(attribution(text, "it", "a clerk"), speaker=1, via=0)
    refusal = replace(
        attribution(text, "to comment", "Lorn"), speaker=2, cue_class=CueClass.REFUSAL
    )
    speakers = tuple(speaker(text, n, m) for n, m in enumerate(("The Gull", "a clerk", "Lorn")))
    found = ledger(article_of(text), AttributionGraph((outer, refusal), speakers, (inner,)))
    assert [(e.label, e.statements, e.relayed, e.refusals) for e in found.entries] == [
        ("The Gull", 1, 1, 0),
        ("a clerk", 1, 0, 0),
        ("Lorn", 0, 0, 1),
    ]
    assert [e.label for e in found.sources] == ["The Gull", "a clerk"]
    assert found.statements == 1, "what is relayed lies inside what the outlet says"


@pytest.mark.parametrize(
    ("numbers", "single"),
    [
        ([0, 0, 0], 0),
        ([0, 0, 0, 0, 1], 0),
        ([1, 0, 1, 1, 1, 1], 1),
        ([0, 0, 0, 1], None),
        ([0, 0], None),
        ([0, 0, 0, None], None),
        ([None, None, None], None),
        ([], None),
    ],
)
def test_four_of_five_statements_make_a_single_source(
    numbers: list[int | None], single: int | None
) -> None:
    entry = said_by(numbers).single_source
    assert (entry.speaker.id if entry else None) == single


def test_who_passes_everything_on_is_a_single_source() -> None:
    entry = said_by([1, 2, 3], [0, 0, 0]).single_source
    assert entry is not None
    assert entry.speaker.id == 0


def test_statements_without_a_known_speaker_are_counted_apart() -> None:
    found = said_by([0, None, None])
    assert (found.statements, found.unplaced) == (3, 2)


def test_content_across_markup_is_one_span_of_the_file() -> None:
    article = parse_article("The mill is **shut for** good, Lorn said.\n", "a.md")
    stated = attribution(article.text, "The mill is shut for good", "Lorn")
    found = in_source(stated, article.source_map)
    assert [s.cut(article.source) for s in found.content] == ["The mill is **shut for** good"]
    assert [s.cut(article.source) for s in found.source.spans] == ["Lorn"]


def test_pieces_that_touch_in_the_file_become_one() -> None:
    article = article_of("It is shut for good.")
    stated = replace(
        attribution(article.text, "It"), content=(Span(0, 6), Span(6, 10), Span(15, 19))
    )
    assert in_source(stated, article.source_map).content == (Span(0, 10), Span(15, 19))


def test_an_article_that_cannot_be_read_has_words_and_nothing_else() -> None:
    assert unread_ledger(article_of("Die Mühle steht.")) == Ledger(words=3)
