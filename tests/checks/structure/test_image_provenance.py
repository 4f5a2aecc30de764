"""Where pictures come from, and where in the file that shows."""

from __future__ import annotations

import pytest

from newslint.checks.structure.image_provenance import ImageProvenance
from newslint.finding import Severity
from tests.checks.conftest import Ask

RULE = ImageProvenance()


def front(**fields: str) -> str:
    lines = "\n".join(f"{key}: {value}" for key, value in fields.items())
    return f"---\ntitle: Quay burns\n{lines}\n---\n\nThe quay burnt down on Monday.\n"


def test_host_file_name_and_caption_are_three_faults_at_three_places(ask: Ask) -> None:
    story = front(
        date="2031-03-04",
        image='"https://i.postimg.cc/x9/IMG-20310304-WA0001.jpg"',
        image_description='"The old quay on 3 May 2022 [Ada Lind]"',
    )
    assert ask(RULE, story) == [
        ("i.postimg.cc", Severity.WARNING),
        ("IMG-20310304-WA0001.jpg", Severity.WARNING),
        ("3 May 2022", Severity.WARNING),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "IMG-20310304-WA0001.jpg",
        "WhatsApp%20Image%202031-03-04%20at%2010.11.12.jpeg",
        "photo_2031-03-04_10-11-12.jpg",
        "signal-2031-03-04-101112.jpg",
        "received_123456789.jpeg",
        "FB_IMG_1234567890.jpg",
    ],
)
def test_messengers_give_their_files_away(ask: Ask, name: str) -> None:
    found = ask(RULE, f"The quay burnt.\n\n![The quay in flames](/img/{name})\n")
    assert found == [(name, Severity.WARNING)]


@pytest.mark.parametrize("name", ["IMG_2071.jpg", "quay-fire.jpg", "photo_quay.jpg", "DSC0001.JPG"])
def test_a_cameras_file_name_tells_nothing(ask: Ask, name: str) -> None:
    assert (
        ask(RULE, f"The quay burnt.\n\n![The quay in flames](/img/{name})\n\nPhoto: Ada Lind\n")
        == []
    )


def test_a_photograph_that_nobody_took_is_marked(ask: Ask) -> None:
    picture = "![The quay in flames](/img/quay.jpg)"
    assert ask(RULE, f"The quay burnt.\n\n{picture}\n") == [(picture, Severity.WARNING)]
    assert ask(RULE, "The quay burnt.\n\n![A screen shot of the forum](/img/quay.png)\n") == []
    assert ask(RULE, "We burnt it.\n\nI saw my quay burn.\n\n" + picture + "\n") == []


def test_own_hosts_are_own(ask: Ask) -> None:
    story = front(image="https://i.imgur.com/quay.jpg")
    rule = ImageProvenance(own_hosts=("i.imgur.com",))
    assert ask(rule, story) == []


def test_a_host_that_only_ends_alike_is_another(ask: Ask) -> None:
    story = front(image="https://notimgur.com/quay.jpg", photo_credit="Ada Lind")
    assert ask(RULE, story) == []


@pytest.mark.parametrize(
    "caption",
    [
        "File photo of the quay in May 2022",
        "FILE - The quay in May 2022",
        "The quay, from the archives, 2022",
        "The quay in February 2031",
        "The quay in 2031",
        "The quay in 2030",
    ],
)
def test_captions_that_do_not_mislead(ask: Ask, caption: str) -> None:
    story = front(
        date="2031-03-04",
        image="/img/quay.jpg",
        image_caption=f'"{caption}"',
        photo_credit="Ada Lind",
    )
    assert ask(RULE, story) == []


def test_a_year_ends_in_december_and_a_month_on_its_last_day(ask: Ask) -> None:
    def found(caption: str) -> list[tuple[str, Severity]]:
        fields = {"image": "/img/q.jpg", "image_caption": caption, "photo_credit": "Ada Lind"}
        return ask(RULE, front(date="2031-03-04", **fields))

    assert found("The quay in 2029") == [("2029", Severity.WARNING)]
    assert found("The quay in February 2030") == [("February 2030", Severity.WARNING)]
    assert found("The quay in March 2030") == []


def test_an_old_year_that_the_story_is_about_is_no_fault(ask: Ask) -> None:
    fields = {"image": "/img/quay.jpg", "image_caption": "The quay in 1911", "credit": "Ada Lind"}
    story = front(date="2031-03-04", **fields)
    assert ask(RULE, story) == [("1911", Severity.WARNING)]
    assert ask(RULE, story + "\nIt was built in 1911.\n") == []
    work = story.replace("The quay in 1911", "A page of Lind's 1911 paper")
    assert ask(RULE, work) == []


def test_pictures_in_html_are_read_too(ask: Ask) -> None:
    story = (
        '<html><body><p>The quay burnt.</p><figure><img src="https://i.ibb.co/a/q.jpg" alt="Fire">'
        "<figcaption>The quay on Monday. Photo: Ada Lind</figcaption></figure></body></html>"
    )
    assert ask(RULE, story, path="story.html") == [("i.ibb.co", Severity.WARNING)]


def test_a_caption_in_the_front_matter_needs_a_credit(ask: Ask) -> None:
    fields = {"image": "/img/quay.jpg", "image_caption": "Crates on the quay"}
    assert ask(RULE, front(**fields)) == [("Crates on the quay", Severity.WARNING)]
    for nobody in ("Internet", "Courtesy of the team"):
        assert ask(RULE, front(**fields, image_credit=nobody)) == [(nobody, Severity.WARNING)]
    assert ask(RULE, front(**fields, image_credit="Ada Lind")) == []


def test_a_word_in_the_caption_that_begins_like_a_drawing_is_none(ask: Ask) -> None:
    story = (
        '<html><body><p>It burnt.</p><figure><img src="/img/screens.jpg" alt="Screens">'
        "<figcaption>Screens on the long quay</figcaption></figure></body></html>"
    )
    assert ask(RULE, story, path="story.html") == [("Screens on the long quay", Severity.WARNING)]
    assert ask(RULE, story.replace("screens.jpg", "screenshot-1.jpg"), path="story.html") == []


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("*Graphic: where the ferries go*", "*Graphic: where the ferries go. Source: Ada Lind*"),
        ("Photo: Internet", "Photo: Ada Lind"),
        ("Map: the new quays in red", "Map: the new quays in red, by Ada Lind"),
    ],
)
def test_a_label_names_a_source(ask: Ask, line: str, fine: str) -> None:
    story = "The quay burnt down on Monday.\n\n"
    assert ask(RULE, story + line + "\n") == [(line.strip("*"), Severity.WARNING)]
    assert ask(RULE, story + fine + "\n") == []


def test_lines_of_credit_that_name_nobody(ask: Ask) -> None:
    for line in ("Pictures: handout", "Text: adapted", "Compiled from reports"):
        assert ask(RULE, f"The quay burnt down.\n\n{line}\n") == [(line, Severity.WARNING)]
    for line in ("Pictures: Ada Lind", "Text: Ada Lind", "Compiled from reports by Reuters"):
        assert ask(RULE, f"The quay burnt down.\n\n{line}\n") == []
    assert ask(RULE, "The quay burnt down. The picture above was found online.") == [
        ("The picture above was found online.", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Google",
        "Picture: TikTok",
        "Image via Facebook",
        "Pic: taken from Instagram",
        "Courtesy: WhatsApp",
        "Credit: TBC",
        "Picture supplied",
        "Photo: archive",
        "File image",
        "Courtesy photo",
        "Screenshot",
        "(Special arrangement)",
    ],
)
def test_a_credit_to_nobody_at_the_end_of_a_caption(ask: Ask, credit: str) -> None:
    story = f"The quay burnt.\n\n![The quay](/img/quay.jpg)\n*The quay at dawn. {credit}*\n"
    assert (credit.strip("()"), Severity.WARNING) in ask(ImageProvenance(), story)


@pytest.mark.parametrize(
    "credit", ["Photo: courtesy", "Picture from Facebook", "Image: internet", "Archive photo"]
)
def test_a_credit_to_nobody_in_the_description_of_a_picture(ask: Ask, credit: str) -> None:
    story = f"The quay burnt.\n\n![The quay at dawn. {credit}](/img/quay.jpg)\n"
    assert (credit, Severity.WARNING) in ask(ImageProvenance(), story)


@pytest.mark.parametrize(
    "credit",
    ["Photo: Ada Lind", "Photo: Facebook/Ada Lind", "Picture: Orford Archive", "Image: PA"],
)
def test_a_credit_to_somebody(ask: Ask, credit: str) -> None:
    story = f"The quay burnt.\n\n![The quay](/img/quay.jpg)\n*The quay at dawn. {credit}*\n"
    assert ask(ImageProvenance(), story) == []


@pytest.mark.parametrize("alt", ["A map of the quay", "Artist's impression of the new quay"])
def test_a_graphic_has_a_maker_too(ask: Ask, alt: str) -> None:
    picture = f"![{alt}](/img/quay.png)"
    assert ask(RULE, f"The quay burnt.\n\n{picture}\n") == [(picture, Severity.WARNING)]
    assert ask(RULE, f"The quay burnt.\n\n{picture}\n*Map: Ada Lind*\n") == []


@pytest.mark.parametrize(
    "line",
    [
        "Photo: NGO",
        "Photo (top right): internet",
        "Picture by:",
        "Photo courtesy of a passing angler",
        "Image: Reuters or AFP",
        "Foto: @quaywatcher77",
        "Photo: local resident",
        "Video: harbour pilot, probably",
        "Table: sailings from the quay, month by month",
        "Sketch of the hearing, left",
        "Below: the queue outside the customs house.",
        "The photo shows the ferry in the lock at noon.",
        "Photo: The ferry in the lock at noon.",
        "Photograph: Lind leaving the customs house on Monday",
        "*With inputs from agencies*",
    ],
)
def test_a_credit_without_a_name_is_none(ask: Ask, line: str) -> None:
    (found,) = ask(RULE, f"The quay burnt down.\n\nThe ferry sank.\n\n{line}\n")
    assert found[0].strip(".") in line
    assert found[1] is Severity.WARNING


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ada Lind",
        "Photo (top right): Ada Lind",
        "Picture by Ada Lind",
        "Photo courtesy of the Lind family",
        "Photo: police",
        "Photo: Tarn Institute for the Sea",
        "Image: Reuters",
        "Foto: Instagram/@quaywatcher77",
        "Фото: Ада Линд",
        "Sketch of the hearing by Ada Lind, left",
        "Below: the queue outside the customs house. Photo: Ada Lind",
        "Pictures of the quay will be on show at the customs house, said Ada Lind.",
        "Video games are sold on the quay.",
    ],
)
def test_a_credit_with_a_name_will_do(ask: Ask, line: str) -> None:
    assert ask(RULE, f"The quay burnt down.\n\nThe ferry sank.\n\n{line}\n") == []


def test_a_map_with_a_caption_needs_its_maker(ask: Ask) -> None:
    story = (
        "The quay burnt.\n\n![The quay from above](/img/quay-map.png)\n*The quay and the weir*\n"
    )
    assert ("The quay and the weir", Severity.WARNING) in ask(ImageProvenance(), story)
    credited = story.replace("*The quay and the weir*", "*Drawing: Ada Lind*")
    assert ask(ImageProvenance(), credited) == []


def test_a_caption_that_asks_for_its_credit_has_none(ask: Ask) -> None:
    caption = "*The quay at noon. Police handout? check*"
    found = ask(RULE, f"It burnt.\n\n![The quay at noon](/img/quay.jpg)\n{caption}\n")
    assert [words for words, _ in found] == ["Police handout? check"]
