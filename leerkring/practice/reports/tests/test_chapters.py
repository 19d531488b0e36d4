"""A report as one data object."""

from dataclasses import replace

from leerkring.practice.reports.chapters import Account, Chapter, ChapterKind, Entry, Picture

ACCOUNT = Account(
    title="Werkmiddag",
    when="woensdag 14 oktober 2026 om 13.30 uur",
    place="De Loods",
    lead="Kort gezegd.",
    chapters=(
        Chapter(
            ChapterKind.SAID,
            "Wat er gezegd werd",
            "Er was veel te zeggen.",
            (Entry(title="Wat nu?", lines=("Vaker bellen",)), Entry(text="Een zin.")),
        ),
    ),
    pictures=(Picture("a", "Mensen aan een tafel"), Picture("b", "Een muur met kaarten")),
)


def test_what_is_kept_is_what_comes_back() -> None:
    assert Account.from_json(ACCOUNT.as_json()) == ACCOUNT


def test_every_word_that_somebody_wrote_is_among_the_texts() -> None:
    assert ACCOUNT.texts == [
        "Kort gezegd.",
        "Er was veel te zeggen.",
        *("Wat nu?", "Vaker bellen", "Een zin."),
        *("Mensen aan een tafel", "Een muur met kaarten"),
    ]


def test_any_other_word_gives_another_fingerprint() -> None:
    assert replace(ACCOUNT, lead="Kort gezegd!").fingerprint != ACCOUNT.fingerprint
    assert Account.from_json(ACCOUNT.as_json()).fingerprint == ACCOUNT.fingerprint


def test_only_photos_that_are_still_there_are_left() -> None:
    assert [picture.file for picture in ACCOUNT.only({"b", "c"}).pictures] == ["b"]
