"""Reading the annotated stories."""

from __future__ import annotations

import pytest

from evaluation.story import Half, Story, StoryError, What, read_stories, read_story
from newslint.attribution.graph import SourceKind
from tests.evaluation.conftest import Write

RUIZ = "ruiz: named-person; name=Ana Ruiz; role=mayor of Lindow / mayor"
AIDE = "aide: anonymous"
STORIES = read_stories()


def test_marks_leave_the_text_and_point_into_it(write: Write) -> None:
    story = read_story(write(RUIZ, "“Safe,” said {Ana Ruiz|ruiz}. {^ruiz}“Quite safe.”"))
    assert story.text == "“Safe,” said Ana Ruiz. “Quite safe.”"
    (mention,) = story.mentions
    assert mention.span.cut(story.text) == "Ana Ruiz"
    (carried,) = story.carried
    assert story.text[carried.place :] == "“Quite safe.”"


def test_a_voice_may_have_several_right_roles(write: Write) -> None:
    story = read_story(write(RUIZ, "{Ana Ruiz|ruiz} said so."))
    assert story.voices["ruiz"].roles == ("mayor of Lindow", "mayor")
    assert story.voices["ruiz"].names == ("Ana Ruiz",)
    assert story.voices["ruiz"].kind is SourceKind.NAMED_PERSON


def test_details_stand_inside_a_mention(write: Write) -> None:
    story = read_story(write(AIDE, "{an aide {close to her|descriptor aide}|aide} said so."))
    assert [m.span.cut(story.text) for m in story.mentions] == ["an aide close to her"]
    (detail,) = story.details
    assert (detail.what, detail.span.cut(story.text)) == (What.DESCRIPTOR, "close to her")


def test_optional_mention_relayed_mention_and_statement_without_source(write: Write) -> None:
    body = "{She|ruiz?} told the Post. {It|aide via ruiz} said so. It {is thought|none} to be late."
    story = read_story(write(f"{RUIZ}\n{AIDE}", body + " Ana Ruiz left."))
    first, second, third = story.mentions
    assert first.optional
    assert second.via == "ruiz"
    assert third.voice is None
    assert third.span.cut(story.text) == "is thought"


def test_lines_are_those_of_the_file(write: Write) -> None:
    path = write(f"% a comment\n{AIDE}", "One.\n\nTwo,\nsaid {an aide|aide}.")
    (mention,) = read_story(path).mentions
    assert mention.line == path.read_text(encoding="utf-8").splitlines().index(
        "said {an aide|aide}."
    ) + 1  # fmt: skip


@pytest.mark.parametrize(
    "voices, body, message",
    [
        (AIDE, "{an aide|ade} said.", "bridge.dev.txt:3: no voice 'ade' is declared"),
        (AIDE, "One.\n\n{an aide said.\n\nTwo.", "bridge.dev.txt:5: a mark is not closed"),
        (AIDE, "{an aide|aide} said {so", "bridge.dev.txt:3: a mark is not closed"),
        (AIDE, "{an aide|aide", "bridge.dev.txt:3: a label is not closed"),
        (AIDE, "{an aide}", "bridge.dev.txt:3: a mark ends without a label: {words|label}"),
        (AIDE, "an aide|aide}", "bridge.dev.txt:3: a label without a mark"),
        (AIDE, "{|aide}", "bridge.dev.txt:3: a mark round nothing"),
        (AIDE, "{an aide|wish aide}", "bridge.dev.txt:3: no such label: 'wish aide'"),
        (AIDE, "Nobody spoke.", "bridge.dev.txt:1: 'aide' is never mentioned"),
        (RUIZ, "{She|ruiz} spoke.", "bridge.dev.txt:1: the story does not name 'Ana Ruiz'"),
        (f"{AIDE}\n{AIDE}", "{She|aide}", "bridge.dev.txt:2: there is a voice 'aide' already"),
        ("aide: nameless", "{She|aide}", "bridge.dev.txt:1: no such kind of source: 'nameless'"),
        ("aide: none", "{She|aide}", "bridge.dev.txt:1: no such kind of source: 'none'"),
        ("aide", "{She|aide}", "bridge.dev.txt:1: expected a voice, as in `ruiz: named-person`"),
        (
            "aide: anonymous; tall",
            "{She|aide}",
            "bridge.dev.txt:1: no such option: 'tall' (name=, role=, plural)",
        ),
    ],
)
def test_what_is_not_understood_is_an_error_with_its_line(
    write: Write, voices: str, body: str, message: str
) -> None:
    with pytest.raises(StoryError) as raised:
        read_story(write(voices, body))
    assert str(raised.value) == message


def test_a_file_must_say_which_half_it_belongs_to(write: Write) -> None:
    with pytest.raises(StoryError, match=r"NAME\.dev\.txt or NAME\.held\.txt"):
        read_story(write(AIDE, "{An aide|aide} left.", name="bridge.txt"))


def test_a_file_without_a_line_between_voices_and_story(write: Write) -> None:
    path = write(AIDE, "{An aide|aide} left.")
    path.write_text("aide: anonymous\n", encoding="utf-8")
    with pytest.raises(StoryError, match="no line '==='"):
        read_story(path)


def test_halves_are_of_like_size_and_large_enough() -> None:
    halves = [[s for s in STORIES if s.half is half] for half in Half]
    counts = [
        sum(m.voice is not None and not m.optional for s in half for m in s.mentions)
        for half in halves
    ]
    assert [len(half) for half in halves] == [13, 13]
    assert min(counts) >= 150


@pytest.mark.parametrize("story", STORIES, ids=lambda story: f"{story.name}.{story.half}")
def test_every_story_is_of_the_length_of_news_and_full_of_sources(story: Story) -> None:
    assert 120 <= len(story.text.split()) <= 320
    assert sum(not m.optional for m in story.mentions) >= 9


@pytest.mark.parametrize("kind", sorted(set(SourceKind) - {SourceKind.NONE, SourceKind.UNKNOWN}))
def test_every_kind_of_source_occurs_in_both_halves(kind: SourceKind) -> None:
    for half in Half:
        kinds = [
            story.voices[m.voice].kind
            for story in STORIES
            if story.half is half
            for m in story.mentions
            if m.voice is not None
        ]
        assert kinds.count(kind) >= 3
