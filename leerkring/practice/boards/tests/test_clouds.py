"""Words that mean the same are one word."""

from leerkring.practice.boards.cloud_pictures import draw_cloud
from leerkring.practice.boards.clouds import CloudWord, cloud


def test_forms_of_a_word_are_joined_under_the_one_most_people_wrote() -> None:
    found = cloud(["Gezin", "gezinnen", "gezinnen!", "De gezinnen"])
    assert found == (CloudWord("gezinnen", 4),)


def test_a_card_counts_once_for_a_word_and_small_words_do_not_count() -> None:
    assert cloud(["samen samen en samen", "samen"]) == (CloudWord("samen", 2),)


def test_emoji_and_letters_from_right_to_left_are_words() -> None:
    family = "👩‍👩‍👧"
    found = cloud(["😀", "ثقة", f"{family} vertrouwen"])
    assert {each.word for each in found} == {"😀", "ثقة", family, "vertrouwen"}


def test_most_cards_come_first_and_no_more_than_forty() -> None:
    texts = [f"woord{n}" for n in range(60)] + ["rust", "rust"]
    found = cloud(texts)
    assert (found[0].word, len(found)) == ("rust", 40)


def test_a_drawing_keeps_every_word_inside_and_says_them_in_words() -> None:
    found = cloud(["vertrouwen"] * 9 + ["rust"] * 4 + ["Hottentottententententoonstelling"])
    drawing = draw_cloud(found, "Wat <helpt>?")
    assert "vertrouwen (9), rust (4)" in drawing.description
    assert "Wat &lt;helpt&gt;?" in drawing.svg
    assert drawing == draw_cloud(found, "Wat <helpt>?")
