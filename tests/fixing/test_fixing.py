"""A fix changes the writer's own words, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.config import Configuration
from newslint.engine.examine import lint
from newslint.engine.plan import Planner
from newslint.engine.run import Context
from newslint.finding import Edit, Fix, Problem, Severity
from newslint.fixing import FixedFile, apply_fixes, fix_files
from newslint.language.quotations import find_quotations
from newslint.markup.read import parse_article
from newslint.reading import Reading
from newslint.result import Loaded
from newslint.rule import Rule, spec_of
from newslint.settings import Settings
from newslint.span import Span
from tests.rules_for_tests import NoAnalyser, read


class Swap(Rule):
    """Replaces a word wherever it stands, quoted or not."""

    id: str = "words.swap"
    message: str = "Write %s."
    severity: Severity = Severity.ERROR
    old: str = "utilise"
    new: str = "use"
    safe: bool = True
    in_source: bool = False

    def check(self, reading: Reading) -> Iterator[Problem]:
        """Yield each place of the word."""
        text = reading.article.source if self.in_source else reading.text
        for match in re.finditer(self.old, text):
            span = Span(*match.span())
            fix = Fix((Edit(span, match.expand(self.new)),), self.safe)
            yield self.problem(span, self.new, fix=fix, in_source=self.in_source)


class Back(Swap):
    """Undoes what `Swap` does."""

    id: str = "words.back"
    old: str = "use"
    new: str = "utilise"


def once(source: str, rule: Rule, path: str = "story.md", *, unsafe: bool = False) -> str:
    """Return the source after one round of the rule's fixes."""
    reading = read(source, path)
    return apply_fixes(reading.article, lint(reading, [rule]), unsafe=unsafe).source


def fixed(
    source: str, *rules: type[Rule], path: str = "story.md", unsafe: bool = False
) -> FixedFile:
    """Return a file after all its fixes."""
    context = Context(
        Planner([spec_of(rule, "test") for rule in rules], Configuration(Settings(), Path.cwd())),
        NoAnalyser(),
        lambda _: None,
    )
    [file] = fix_files([Loaded(path, source)], context, unsafe=unsafe)
    return file


@pytest.fixture(autouse=True)
def _no_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.engine.plan.load_profile", lambda name: (name, {}))


SWAP = Swap()


def test_the_words_are_replaced_and_every_other_character_stays() -> None:
    source = (
        "---\ntitle: Crews utilise a crane\n---\n\nCrews *utilise* it.\r\n\r\n- They utilise two.\r"
    )
    assert once(source, SWAP) == source.replace("utilise", "use")


@pytest.mark.parametrize(
    "source",
    [
        '"We utilise it," said Ana Ruiz.',
        "“We utilise it,” said Ana Ruiz.",
        "‘We utilise it,’ said Ana Ruiz.",
        "> We utilise it.\n",
        '"We utilise it, said Ana Ruiz.',  # who knows where the quotation ends
        'We utilise it," said Ana Ruiz.',
        '"We never did.\n\n"We utilise it," said Ana Ruiz.',
    ],
)
def test_quoted_words_are_left_alone_whatever_a_rule_says(source: str) -> None:
    assert once(source, SWAP) == source


def test_a_q_element_is_a_quotation() -> None:
    source = "<p>They utilise it. <q>We utilise it</q>, said Ana Ruiz.</p>"
    assert once(source, SWAP, "story.html") == source.replace("They utilise", "They use")


@pytest.mark.parametrize(
    "source",
    [
        "Run `utilise` now.",
        "See https://example.org/utilise now.",
        "See [the page](https://example.org/utilise).",
        "<!-- utilise -->\n\nA day.",
        "![utilise.png](utilise.png)\n\n{{ utilise }}",
    ],
)
def test_code_addresses_comments_and_tags_are_left_alone(source: str) -> None:
    swap = Swap(old="utilise(?!.png\\])", in_source=True)
    assert once(source, swap) == source


@pytest.mark.parametrize(
    ("source", "old", "new"),
    [
        ("A **bad** day.", r"\*\*bad\*\*", "good"),  # markup itself
        ("A b&amp;b day.", "b&b", "bb"),  # an entity
        ("A bad\nday.", "bad day", "bad week"),  # a line break
        ("A *bad* day.", "bad", "bad* *day"),  # would make markup
        ("A [bad](x.html) day.", "bad", "bad](y.html) [no"),
        ("A bad day.", "A bad day", "# A day"),  # would make a heading
        ("A bad day.\n", "A bad day.", ""),  # nothing would be left of the block
        ("A bad day.", "bad", "bad\n\nbad"),
        ("A bad day.", "bad", "“bad"),  # would open a quotation
        ("A bad day.", "bad", "bad\x1b[31m"),
        ("- A bad day.", "A bad", "<b>"),
        ("---\ntitle: A bad day\n---\n\nText.", "bad", "day: bad"),
        ("---\ntitle: A bad day\n---\n\nText.", "bad", "#"),
        ('---\ntitle: "A bad day"\n---\n\nText.', "bad", '"'),
        ("+++\ntitle = 'A bad day'\n+++\n\nText.", "bad", "'"),
    ],
)
def test_a_fix_that_would_touch_or_make_markup_is_not_applied(
    source: str, old: str, new: str
) -> None:
    in_source = "*" in old
    assert once(source, Swap(old=old, new=new, in_source=in_source)) == source


def test_front_matter_that_a_fix_would_break_does_not_keep_others_from_being_fixed() -> None:
    source = "---\ntitle: A bad day\n---\n\nA bad end.\n"
    swap = Swap(old=r"bad (\w+)", new=r"day: \1")
    assert once(source, swap) == source.replace("bad end", "day: end")


def test_unsafe_fixes_are_applied_only_on_request() -> None:
    swap = Swap(safe=False)
    assert once("They utilise it.", swap) == "They utilise it."
    assert once("They utilise it.", swap, unsafe=True) == "They use it."


def test_of_two_fixes_that_touch_the_first_is_applied_and_the_other_waits() -> None:
    source = "One two three."
    reading = read(source)
    findings = lint(
        reading, [Swap(old="One two", new="1 2"), Swap(id="words.late", old="two three", new="2 3")]
    )
    repair = apply_fixes(reading.article, findings)
    assert repair.source == "1 2 three."
    assert [finding.rule for finding in repair.fixed] == ["words.swap"]


def test_all_edits_of_a_fix_are_applied_or_none() -> None:
    class Pair(Rule):
        """Two edits in one fix."""

        id: str = "words.pair"
        message: str = "Here."

        def check(self, reading: Reading) -> Iterator[Problem]:
            places = [Span(*m.span()) for m in re.finditer("bad", reading.text)]
            yield self.problem(places[0], fix=Fix(tuple(Edit(p, "good") for p in places), True))

    assert once("A bad day, a bad end.", Pair()) == "A good day, a good end."
    source = 'A bad day, "a bad end".'
    assert once(source, Pair()) == source


def test_an_insertion_lands_where_it_was_meant() -> None:
    swap = Swap(old="(?<=day)", new=" off")
    assert once("A *day*.", swap) == "A *day off*."
    assert once('"A day", she said.', swap) == '"A day", she said.'


def test_fixing_goes_on_until_nothing_is_left_to_fix() -> None:
    class Shrink(Swap):
        """Takes away one word at a time."""

        id: str = "words.shrink"
        old: str = "the the"
        new: str = "the"

    file = fixed("Crews closed the the the the the bridge.", Shrink)
    assert file.after == "Crews closed the bridge."
    assert file.result.findings == ()
    assert len(file.fixed) == 4


def test_what_remains_is_told_from_what_was_fixed() -> None:
    file = fixed('They utilise it. "We utilise it," said Ana Ruiz.', Swap)
    assert [f.excerpt for f in file.fixed] == ["utilise"]
    assert [f.span.start for f in file.result.findings] == [file.after.index("utilise")]


def test_what_unsafe_fixes_could_do_is_counted_without_the_quoted() -> None:
    class Unsafe(Swap):
        """Its fixes are unsafe."""

        id: str = "words.unsafe"
        safe: bool = False

    file = fixed('They utilise it. "We utilise it," said Ana Ruiz.', Unsafe)
    assert (file.changed, file.more) == (False, 1)


def test_a_file_whose_fixes_undo_each_other_is_left_as_it_was_and_the_rules_are_named() -> None:
    file = fixed("They utilise it.", Swap, Back)
    assert file.after == "They utilise it."
    [error] = file.result.errors
    assert error.kind == "rule"
    assert "story.md is left as it was: the fixes have no end (words." in error.message


def test_a_suppressed_finding_is_not_fixed() -> None:
    source = "<!-- newslint: ignore words.swap -- a name -->\nThey utilise it.\n"
    assert fixed(source, Swap).after == source


WORDS = ["utilise", "the", "the", "Ana Ruiz", "said", "it", "*utilise*", "**the**", "`the the`"]
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ['"We utilise the the crane,"', "“the the”", "‘utilise’", '"', "<q>utilise</q>", "&amp;"]
    ),
    st.sampled_from(["[utilise](https://example.org/the-the)", "{{ utilise }}", "<b>the</b>"]),
)
BLOCKS = st.lists(PIECES, min_size=1, max_size=12).map(" ".join)
OPENINGS = st.sampled_from(["", "", "- ", "> ", "# ", "1. "])
HEADS = st.sampled_from(
    ["", "---\ntitle: They utilise the the crane\n---\n\n", '+++\ntitle = "the the"\n+++\n']
)
STORIES = st.builds(
    lambda head, blocks, gap: head + gap.join("".join(b) for b in blocks) + gap,
    HEADS,
    st.lists(st.tuples(OPENINGS, BLOCKS), min_size=1, max_size=5),
    st.sampled_from(["\n\n", "\r\n\r\n", "\r\r", "\n"]),
)


class Doubled(Swap):
    """Takes away a word typed twice."""

    id: str = "words.doubled"
    old: str = r"\bthe the\b"
    new: str = "the"


def quoted(source: str, path: str) -> list[str]:
    article = parse_article(source, path)
    to_source = article.source_map.to_source
    return [to_source(q.span).cut(source) for q in find_quotations(article).all]


@given(source=STORIES, path=st.sampled_from(["story.md", "story.html", "story.txt", "story.mdx"]))
def test_fixing_twice_is_fixing_once_and_quotations_and_structure_stay(
    source: str, path: str
) -> None:
    file = fixed(source, Swap, Doubled, path=path)
    assert not file.result.errors
    assert fixed(file.after, Swap, Doubled, path=path).after == file.after
    assert quoted(file.after, path) == quoted(source, path)
    before, after = parse_article(source, path), parse_article(file.after, path)
    assert [b.kind for b in after.blocks] == [b.kind for b in before.blocks]
    assert [link.url for link in after.links] == [link.url for link in before.links]
    assert re.findall(r"\r\n|\r|\n", file.after) == re.findall(r"\r\n|\r|\n", source)
