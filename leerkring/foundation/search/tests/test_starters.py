"""The words that mean the same to begin with."""

import pytest
from django.contrib.auth.models import AnonymousUser

from leerkring.foundation.search.forms import SynonymForm
from leerkring.foundation.search.models import SynonymGroup
from leerkring.foundation.search.queries import search
from leerkring.foundation.search.starters import STARTERS
from leerkring.foundation.search.synonym_actions import begin_with_starters
from leerkring.foundation.search.tests.conftest import Library

pytestmark = pytest.mark.django_db


def test_every_group_is_one_that_a_moderator_could_have_made() -> None:
    for words in STARTERS:
        form = SynonymForm({"words": ", ".join(words)})
        assert form.is_valid(), (words, form.errors)
        assert form.cleaned_data["words"] == ", ".join(words)


def test_no_word_stands_in_two_groups() -> None:
    words = [word for group in STARTERS for word in group]
    assert len(words) == len(set(words))


def test_what_moderators_agreed_on_is_left_alone() -> None:
    assert begin_with_starters() == len(STARTERS)
    assert begin_with_starters() == 0
    SynonymGroup.objects.exclude(words__startswith="wijkteam").delete()
    SynonymGroup.objects.update(words="wijkteam, stadsteam")
    assert begin_with_starters() == 0
    assert [group.words for group in SynonymGroup.objects.all()] == ["wijkteam, stadsteam"]


@pytest.mark.parametrize(
    ("asked", "hits"),
    [
        ("buurtteam", ["wijk", "lokaal"]),
        ("sociaal wijkteam", ["wijk", "lokaal"]),
        ("jeugdzorg", ["hulp"]),
        ("POH", ["huisarts"]),
        ("leerlingbegeleider", ["school"]),
    ],
)
def test_a_word_finds_what_uses_another_for_it(
    library: Library, asked: str, hits: list[str]
) -> None:
    library.add("school", "De zorgcoördinator belt")
    library.add("huisarts", "Een praktijkondersteuner in de wacht")
    library.add("hulp", "Wachten op jeugdhulp")
    library.add("lokaal", "Ons lokaal team op huisbezoek")
    library.add("wijk", "Het wijkteam in Noord")
    library.put()
    begin_with_starters()
    assert [hit.url.strip("/") for hit in search(AnonymousUser(), asked).hits] == hits
