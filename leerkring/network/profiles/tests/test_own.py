"""The own profile: kept, looked at before it is kept, and shown as others see it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import engines
from django.test import Client
from PIL import Image

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.search.models import Entry
from leerkring.network.people.models import Municipality
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.queries import experts_on, portrait_of
from leerkring.network.profiles.visibility import FIELDS
from leerkring.network.themes.actions import merge
from leerkring.network.themes.queries import followed_by

OWN, LOOK = "/deelnemers/ik/", "/deelnemers/ik/voorbeeld/"
REACHES = {field.column: "2" for field in FIELDS}
FILLED = {"name": "Noor de Wit", "questions_a_month": "2", **REACHES}

Browser = Callable[[Any], Client]


def test_nobody_is_found_before_they_keep_their_profile(person: Any, browser_of: Browser) -> None:
    noor = person("Noor")
    browser = browser_of(noor)
    assert browser.get(OWN).status_code == 200
    assert not Profile.objects.exists()
    assert portrait_of(person("Ali"), noor.pk) is None
    assert browser.post(OWN, FILLED).status_code == 302
    assert portrait_of(person("Bo"), noor.pk) is not None
    assert Activity.objects.filter(verb="profiles.begun").count() == 1


def test_by_default_who_is_signed_in_sees_everything_but_the_address(profile: Any) -> None:
    noor = profile("Noor")
    assert {field.name for field in FIELDS if getattr(noor, field.column) == 2} == {
        "name", "photo", "organisation", "position", "sector", "region", "sentence",
        "expertise", "themes",
    }  # fmt: skip
    assert noor.email_seen == 0


def test_what_is_filled_in_is_kept(person: Any, theme: Any, browser_of: Browser) -> None:
    noor, skill, interest = person("Noor"), theme("Hechting"), theme("Armoede")
    Municipality.objects.create(name="Merestad", slug="merestad")
    sent = {
        **FILLED,
        "organisation": "  Dicht bij ",
        "position": "Coach\u202e",
        "region": "MERESTAD",
        "expertise": [skill.pk],
        "themes": [interest.pk],
        "email_seen": "3",
    }
    browser_of(noor).post(OWN, sent)
    kept = Profile.objects.get(person=noor)
    assert (kept.person.name, kept.sort_name) == ("Noor de Wit", " noor de wit")
    assert (str(kept.organisation), kept.position, kept.region) == (
        "Dicht bij",
        "Coach",
        "Merestad",
    )
    assert list(kept.expert_on.all()) == [skill]
    assert followed_by(noor) == {interest.pk}
    assert (kept.questions_a_month, kept.email_seen) == (2, 3)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 2**20},
        {"questions_a_month": "11"},
        {"questions_a_month": "-1"},
        {"sector": "onzin"},
        {"name_seen": "4"},
        {"name_seen": ""},
        {"sentence": "a\x00b"},
        {"expertise": ["999"]},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    wrong: dict[str, Any], person: Any, browser_of: Browser
) -> None:
    answer = browser_of(person("Noor")).post(OWN, {**FILLED, **wrong})
    assert answer.status_code == 422
    assert not Profile.objects.exists()


@pytest.mark.parametrize("url", [OWN, LOOK])
def test_looking_shows_each_audience_what_it_would_see_and_keeps_nothing(
    url: str, person: Any, browser_of: Browser
) -> None:
    noor = person("Noor")
    sent = {
        **FILLED,
        "voorbeeld": "ja",
        "name": "Een Ander",
        "sentence": "<b>Hoi</b>",
        "sentence_seen": "1",
        "name_seen": "2",
    }
    answer = browser_of(noor).post(url, sent)
    seen = [(p.name, p.sentence) if p else None for _, p in answer.context["audiences"]]
    assert seen == [None, ("Een Ander", ""), ("Een Ander", "<b>Hoi</b>")]
    assert "&lt;b&gt;Hoi" in answer.content.decode() and "<b>Hoi" not in answer.content.decode()
    noor.refresh_from_db()
    assert (answer.status_code, noor.name, Profile.objects.count()) == (200, "Noor", 0)


def test_looking_at_half_a_profile_is_no_fault(person: Any, browser_of: Browser) -> None:
    assert browser_of(person("Noor")).post(LOOK, {"name": ""}).status_code == 200


def a_picture(size: tuple[int, int] = (90, 160)) -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", size, (180, 120, 60)).save(out, "PNG")
    return SimpleUploadedFile("ik.png", out.getvalue())


def test_a_photo_is_a_small_square_for_who_may_see_it(
    person: Any, browser_of: Browser, client: Client
) -> None:
    noor = person("Noor")
    browser_of(noor).post(OWN, {**FILLED, "photo": a_picture()})
    shown = portrait_of(person("Ali"), noor.pk)
    assert shown is not None
    answer = client.get(shown.photo_url)
    with Image.open(BytesIO(b"".join(answer.streaming_content))) as image:
        assert (image.format, image.size) == ("JPEG", (320, 320))
    Profile.objects.update(photo_seen=1)
    browser_of(person("Bo"))
    assert client.get(shown.photo_url).status_code == 404
    browser_of(noor).post(OWN, {**FILLED, "photo_gone": "on"})
    assert Profile.objects.get().photo is None


def test_what_is_no_picture_is_no_photo(person: Any, browser_of: Browser) -> None:
    wrong = SimpleUploadedFile("ik.png", b"<svg onload='alert(1)'>")
    answer = browser_of(person("Noor")).post(OWN, {**FILLED, "photo": wrong})
    assert (answer.status_code, Profile.objects.count()) == (422, 0)


def test_who_may_be_asked_knows_about_it_and_has_room(profile: Any, theme: Any) -> None:
    skill = theme("Hechting")
    noor, _full = profile("Noor"), profile("Ali", questions_a_month=0)
    other = profile("Bo", expertise=[theme("Armoede")])
    gone = profile("Cas")
    gone.person.is_active = False
    gone.person.save()
    assert list(experts_on([skill.pk])) == [noor]
    assert list(experts_on([skill.pk], exclude={noor.person_id})) == []
    both = experts_on([skill.pk, other.expertise.get().theme_id])
    assert list(both) == [noor, other]


def test_a_merged_theme_takes_expertise_along_once(profile: Any, theme: Any) -> None:
    old, new = theme("Hechten"), theme("Hechting")
    noor, ali = profile("Noor", expertise=[old, new]), profile("Ali", expertise=[old])
    merge(old, into=new, by=None)
    assert [list(one.expert_on.all()) for one in (noor, ali)] == [[new], [new]]


def test_the_search_knows_only_words_that_all_its_finders_see(profile: Any) -> None:
    noor = profile("Noor", name_seen=3, sentence_seen=3)
    entry = Entry.objects.get(about="profiles.profile", about_id=str(noor.pk))
    assert (entry.title, entry.text) == ("Noor", "Ik luister graag.")
    signed_in = profile("Ali", email_seen=3)
    text = Entry.objects.get(about_id=str(signed_in.pk), about="profiles.profile").text
    assert text == "Gezinscoach, Dichtbij · Wijkteam · Merestad · Ik luister graag. · Hechting"
    hidden = profile("Bo", name_seen=1)
    assert not Entry.objects.filter(about_id=str(hidden.pk), about="profiles.profile").exists()


def test_an_author_box_names_the_author_and_keeps_to_the_profile(profile: Any, rf: Any) -> None:
    noor = profile("Noor", name_seen=2)
    box = engines["django"].from_string("{% include 'profiles/_author_box.html' %}")
    request = rf.get("/")
    request.user = AnonymousUser()
    shown = box.render({"person": noor.person}, request)
    assert "Noor" in shown and "Gezinscoach" not in shown and noor.url not in shown
    request.user = noor.person
    assert noor.url in box.render({"person": noor.person}, request)
    assert "niet meer is" in box.render({"person": None}, request)
