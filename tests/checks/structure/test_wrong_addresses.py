"""structure.placeholder-link: addresses that work and are not what readers were promised."""

from __future__ import annotations

import pytest

from newslint.checks.secondhand.empty_link import EmptyLink
from newslint.checks.structure.placeholder_link import PlaceholderLink
from newslint.finding import Severity
from tests.checks.conftest import Ask


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("The report", "https://www.bing.com/search?q=report"),
        ("The report", "https://lindow.example/?p=8&preview=true"),
        ("The report", "https://twitter.com/home"),
        ("The report", "https://lindow.example/careers"),
        ("The report", "www.lindow"),
        ("The debate", "https://lindow.example/watch?v=TODO"),
        ("The debate", "http://www.xxxxx.co.za"),
        ("The report", "https://bit.ly/3abc"),
        ("Tickets", "tickets.example"),
        ("In this study", "https://en.wikipedia.org/wiki/Main_Page"),
        ("The report", "https://lindow-metro.example/timetable"),
        ("Tickets", "https://lindow.example/?aff=22"),
        ("On this page", "mailto:ada@lindow.example"),
        ("A 2031 study", "https://lindow.example/"),
        ("The minutes", "https://lindow.example/careers/apply"),
        ("The harbour board", "https://recipes.example/trout"),
        ("The harbour board", "https://lindow-lottery.co.example/results"),
        ("The film of it", "https://clips.example/watch?v="),
        ("The harbour board", "https://lindow.example/board/…"),
        ("The report", "https://doi.org/10.xxxx/tides"),
        ("The board", "https://lindow.example/?ref=aff12"),
        ("The board's report", "https://lindow.example/book-tickets"),
        ("In a 2031 paper", "https://doi.example/"),
        ("In a post on Chirp", "https://chirp.example/"),
        ("Photos", "https://albums.example/"),
    ],
)
def test_a_link_to_something_else_than_its_words_promise(
    ask: Ask, words: str, address: str
) -> None:
    link = f"[{words}]({address})"
    assert ask(PlaceholderLink(), f"{link} is out.") == [(link, Severity.WARNING)]


@pytest.mark.parametrize(
    "link",
    [
        "[Jobs](https://lindow.example/careers)",
        "[The trains](https://lindow.example/timetable)",
        "[The Lindow Survey](https://lindowsurvey.example/)",
        "[The board](https://lindow.example/)",
        "[Trout recipes](https://recipes.example/trout)",
        "[www.lindow.example](www.lindow.example)",
        "[Write to us](mailto:ada@lindow.example)",
        "[Twitter](https://twitter.com/)",
        "[The report](https://lindow.example/search/report-2031)",
        "[The film](https://clips.example/watch?v=3ab)",
        "[What changed](https://code.example/compare/v1...v2)",
        "[The paper](https://lindowpaper.example/)",
        "[The board's offer](https://lindow.example/offer-document)",
    ],
)
def test_a_link_that_leads_where_it_says_is_left_alone(ask: Ask, link: str) -> None:
    assert ask(PlaceholderLink(), f"{link} is open.") == []


def test_a_long_link_is_marked_at_its_short_address(ask: Ask) -> None:
    story = "Read [the whole of the long report on the mill](file:///r.pdf) now."
    assert ask(PlaceholderLink(), story) == [("file:///r.pdf", Severity.WARNING)]


@pytest.mark.parametrize(
    "text",
    [
        "REPORT_URL",
        "file:///C:/Users/ada/report.docx",
        "bit.ly/3abc",
        "[the report] (https://lindow.example/report)",
        "(the report)[https://lindow.example/report]",
        "www.lindow.example/[insert]",
        "(see link)",
    ],
)
def test_addresses_in_the_text_that_no_reader_can_use(ask: Ask, text: str) -> None:
    found = ask(PlaceholderLink(), f"The report is at {text} now.", "story.txt")
    assert found == [(text, Severity.WARNING)]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("the minutes", "https://www.orford-tickets.example/checkout/12"),
        ("the electoral board's results", "https://www.orfordpost.example/meteo"),
        ("reported by the Orford Post", "https://www.orfordpost.example/sport/cricket"),
        ("a full statement", "https://www.orfordboard.example/"),
        ("the mayor's letter", "https://www.orford.example/survey-2031"),
        ("survey by Orford University", "https://www.youtube.com/watch?v=0"),
    ],
)
def test_a_paper_promised_and_something_else_linked(ask: Ask, words: str, address: str) -> None:
    link = f"[{words}]({address})"
    found = ask(PlaceholderLink(), f"The mill will shut in May, {link} shows.")
    assert [severity for _, severity in found] == [Severity.WARNING]
    assert found[0][0] in link


@pytest.mark.parametrize(
    "story",
    [
        "The shop sold less, [its report](https://www.orford.example/shop/report) says.",
        "It rained, [the forecast's data](https://www.orford.example/weather/may) shows.",
        "The club lost, [the Post reported](https://www.orfordpost.example/sport/club).",
        "See [the shop](https://www.orford.example/shop).",
        "The [statement](https://www.orford.example/press/2031-mill) is short.",
        "A [clip of the speech](https://www.youtube.com/watch?v=0) is out.",
    ],
)
def test_a_section_that_the_story_speaks_of(ask: Ask, story: str) -> None:
    assert ask(PlaceholderLink(), story) == []


def test_a_link_in_html_is_marked_at_its_address_and_at_words_that_are_few(ask: Ask) -> None:
    story = '<p>It is late. <a href="#">Read more about the miller</a>.</p>'
    assert ask(EmptyLink(), story, "story.html") == [("#", Severity.WARNING)]
    story = '<p>It is late. <a href="#">Read more here</a>.</p>'
    assert ask(EmptyLink(), story, "story.html") == [('#">Read more here', Severity.WARNING)]
