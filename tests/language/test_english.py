"""English is told from other languages, and short or odd English is not turned away."""

from __future__ import annotations

import pytest

from newslint.language.english import is_english

STORY = (
    "The lighthouse at Brannock Head will be lit again on Friday, the harbour board said. It had "
    "been dark since the storm of 2019, when the lamp fell into the sea with half of the tower."
)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        STORY.upper(),
        "„Wir fahren nicht mehr“, sagte der Fährmann. " + STORY,
        "Results: Brannock 3, Orrin 1; Calder 2, Tarn 2.",
        "El Paso, Los Angeles, La Paz: the winners",
        "Press: mail desk@example.org",
        "| path | licence |\n- repository: example.org/harbour\n- snapshot: 2024-05-04, 60 files",
        "Ålesund",
        "",
        "2019 – 2024",
    ],
)
def test_english_is_read(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Leuchtturm von Brannock wird am Freitag wieder leuchten, sagte der Hafenrat. Er war "
        "seit dem Sturm dunkel, in dem die Lampe mit dem halben Turm ins Meer gefallen war.",
        "Le phare de Brannock sera rallumé vendredi, a annoncé le conseil du port. Il était éteint "
        "depuis la tempête qui avait emporté la lampe et la moitié de la tour dans la mer.",
        "Fyret på Brannock skal lyse igen på fredag, siger havnerådet. Det har været mørkt for "
        "alle skibe siden stormen, da lampen faldt i havet med den halve side af tårnet.",
        "De vuurtoren van Brannock is vrijdag weer aan, zei het havenbestuur. Hij was donker sinds "
        "de storm, toen de lamp met de helft van de toren in zee viel, en er was geen geld.",
        "Farið var að kveikja á vitanum og hann mun lýsa á ný, en um það var ekki rætt við neinn.",
        "Fenerin lambası yeniden yanacak, liman kurulu bunu duyurdu. Kule fırtınadan beri "
        "karanlıktı; lamba denize düşmüş, kulenin yarısı yıkılmıştı. Kurul yeni lambayı komşu "
        "kasabadan getirdi. "
        "Kaptanlar geceleri limana yanaşamadıklarını, balıkçıların sabahı beklediğini anlattılar. "
        "Şimdi herkes cuma akşamını bekliyor, meydanda şarkılar söylenecek, çocuklar kayıklara "
        "binecek, eski bekçi düğmeye basacak, sonra yemek verilecek.",
        "Маяк снова загорится в пятницу, сообщил портовый совет.",
        "灯塔将于星期五重新点亮。",
        "Ο φάρος θα ανάψει ξανά την Παρασκευή.",
    ],
)
def test_another_language_is_noticed(text: str) -> None:
    assert not is_english(text)


def test_one_foreign_paragraph_does_not_make_a_story_foreign() -> None:
    foreign = "Der Turm war dunkel, und niemand hatte eine Lampe für ihn übrig."
    assert is_english("\n\n".join([STORY, foreign, STORY]))
