"""Telling people: each once, never who did it, as they chose."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.notifications.actions import notify, retell, withdraw
from leerkring.foundation.notifications.frequency import Frequency, Loudness
from leerkring.foundation.notifications.models import (
    CircleLoudness,
    Delivery,
    DigestStop,
    Notice,
    Occasion,
    Preference,
)
from leerkring.foundation.notifications.registry import NoVisibleRule, UnknownEvent

pytestmark = pytest.mark.usefixtures("hidden")


def tell(event, people, about, **more):
    more = {"title": "Titel", "sentence": "Een zin.", "url": "/over/"} | more
    return notify(event, people=[p.pk for p in people], about=about, **more)


def told():
    return {(n.person.name, n.occasion.event) for n in Notice.objects.select_related("person")}


def test_everyone_is_told_except_who_did_it(people, thing) -> None:
    assert tell("tests.remark", people, thing(), by=people[0]) == 3
    assert {name for name, _ in told()} == {"Bram", "Chris", "Dina"}


def test_nobody_is_told_twice_and_a_newcomer_is_told_still(people, thing) -> None:
    about = thing()
    assert tell("tests.remark", people[:2], about) == 2
    assert tell("tests.remark", people[:3], about) == 1
    assert tell("tests.remark", people[:3] * 2, about) == 0
    assert tell("tests.remark", people[:3], about, once="nog eens") == 3
    assert tell("tests.answer", people[:3], about) == 3


def test_who_does_not_exist_or_has_left_is_not_told(people, thing) -> None:
    people[0].is_active = False
    people[0].save()
    about = {"title": "a", "sentence": "b", "url": "/"}
    ids = [people[0].pk, people[1].pk, 99_999]
    assert notify("tests.remark", people=ids, about=thing(), **about) == 1


def test_the_defaults_are_weekly_and_direct_for_what_is_personal(people, thing) -> None:
    tell("tests.remark", people[:1], thing())
    tell("tests.answer", people[:1], thing())
    assert list(Delivery.objects.order_by("pk").values_list("frequency", flat=True)) == [
        "week",
        "direct",
    ]


def test_a_choice_goes_before_the_default(people, thing) -> None:
    anna, bram, chris, _ = people
    Preference.objects.create(person=anna, event="tests.remark", site=True, mail="nooit")
    Preference.objects.create(person=bram, event="tests.remark", site=False, mail="dag")
    Preference.objects.create(person=chris, event="tests.remark", site=False, mail="nooit")
    assert tell("tests.remark", people[:3], thing()) == 2
    found = {n.person.name: n for n in Notice.objects.select_related("person")}
    assert found["Anna"].is_on_site
    assert not hasattr(found["Anna"], "delivery")
    assert not found["Bram"].is_on_site
    assert found["Bram"].delivery.frequency == Frequency.DAILY


def test_a_silent_circle_is_silent_but_for_what_is_personal(people, thing) -> None:
    anna, bram, *_ = people
    CircleLoudness.objects.create(person=anna, circle=7, loudness=Loudness.SILENT)
    CircleLoudness.objects.create(person=bram, circle=8, loudness=Loudness.SILENT)
    assert tell("tests.remark", [anna, bram], thing(), circle=7) == 1
    assert told() == {("Bram", "tests.remark")}
    tell("tests.answer", [anna], thing(), circle=7)
    assert ("Anna", "tests.answer") in told()
    assert not Delivery.objects.filter(person=anna).exists()


def test_a_loud_circle_comes_at_once_except_what_one_never_wants(people, thing) -> None:
    anna = people[0]
    CircleLoudness.objects.create(person=anna, circle=7, loudness=Loudness.ALL)
    Preference.objects.create(person=anna, event="tests.news", mail="nooit")
    tell("tests.remark", [anna], thing(), circle=7)
    tell("tests.news", [anna], thing(), circle=7)
    assert Delivery.objects.get().frequency == Frequency.DIRECT


def test_who_stopped_a_digest_gets_nothing_for_it(people, thing) -> None:
    DigestStop.objects.create(person=people[0], frequency="week")
    tell("tests.remark", people[:2], thing())
    assert Delivery.objects.get().person == people[1]
    assert Notice.objects.count() == 2


def test_five_thousand_followers_cost_a_handful_of_queries(thing) -> None:
    model = get_user_model()
    model.objects.bulk_create(model(email=f"p{n}@leerkring.example") for n in range(5000))
    ids = list(model.objects.values_list("pk", flat=True))
    about = thing()
    with CaptureQueriesContext(connection) as captured:
        told = notify(
            "tests.remark", people=ids, about=about, title="T", sentence="z", url="/", circle=3
        )
    reads = [q for q in captured if not q["sql"].startswith(("INSERT", "SAVEPOINT", "RELEASE"))]
    assert told == 5000
    assert len(reads) <= 5
    # SQLite takes 999 values at a time, PostgreSQL all.
    assert len(captured) <= (80 if connection.vendor == "sqlite" else 12)


def test_an_event_or_a_rule_that_is_missing_is_a_clear_error(people, thing) -> None:
    with pytest.raises(UnknownEvent, match=r"notices\.py"):
        tell("tests.unknown", people, thing())
    with pytest.raises(NoVisibleRule, match=r"register_visible"):
        tell("tests.remark", people, people[0])


@pytest.mark.parametrize("url", ["https://elders.example/", "//elders.example/", "javascript:1"])
def test_a_notice_leads_nowhere_but_to_this_site(url, people, thing) -> None:
    with pytest.raises(ValueError, match="no path"):
        tell("tests.remark", people, thing(), url=url)


def test_hostile_words_become_one_short_line(people, thing) -> None:
    title = "Kijk\r\nBcc: een@ander.example\x00 \u202eomgekeerd " + "x" * 1_000_000
    tell("tests.remark", people[:1], thing(), title=title, sentence=title)
    told = Occasion.objects.get()
    assert told.title.startswith("Kijk Bcc: een@ander.example omgekeerd")
    assert len(told.title) <= 200
    assert len(told.sentence) <= 600
    assert not set(told.title) & set("\r\n\x00\u202e")


def test_what_is_withdrawn_is_gone_for_everyone(people, thing) -> None:
    gone, stays = thing(), thing()
    tell("tests.remark", people, gone)
    tell("tests.remark", people, stays)
    withdraw(gone)
    assert set(Notice.objects.values_list("occasion__about_id", flat=True)) == {str(stays.pk)}
    assert Delivery.objects.filter(notice=None).count() == 4
    assert Activity.objects.count() == 2


def test_what_is_told_below_something_goes_with_it(people, thing) -> None:
    gone, said, elsewhere = thing(), thing(), thing()
    tell("tests.remark", people, said, thread=gone)
    tell("tests.remark", people, elsewhere, thread=thing())
    withdraw(gone)
    assert Occasion.objects.get().about_id == str(elsewhere.pk)


def test_below_what_stays_only_what_repeats_it_goes(people, thing) -> None:
    root = thing()
    for title, url in (("Over Kwibus", "/"), ("Over koffie", "/over-kwibus/"), ("Thee", "/")):
        tell("tests.remark", people, thing(), thread=root, title=title, url=url)
    withdraw(root, lambda told: "kwibus" in told.lower())
    assert Occasion.objects.get().title == "Thee"


def test_what_reads_otherwise_is_told_otherwise(people, thing) -> None:
    about = thing()
    tell("tests.remark", people, about, sentence="Blog.", quote="Over Kwibus.", url="/kwibus/")
    tell("tests.answer", people, about, sentence="Klopt het nog?", url="/kwibus/nakijken/")
    moved = ("/kwibus/", "/koffie/")
    retell(about, title="Koffie", quote="Thee.", events=["tests.remark"], moved=moved)
    assert set(Occasion.objects.values_list("title", "sentence", "url")) == {
        ("Koffie", "Blog. Thee.", "/koffie/"),
        ("Koffie", "Klopt het nog?", "/koffie/nakijken/"),
    }


def test_below_what_is_called_otherwise_its_name_is_told_otherwise(people, thing) -> None:
    about, below = thing(), thing()
    tell("tests.remark", people, about, title="Kwibus", sentence="Op maandag.", url="/kwibus/")
    tell("tests.remark", people, below, thread=about, title="Kwibus", url="/kwibus/#reactie-1")
    tell("tests.answer", people, below, thread=about, title="Het antwoord is ja", url="/ander/")
    tell("tests.remark", people, thing(), thread=about, title="Het verslag van Kwibus", url="/v/")
    new = {"title": "Koffie", "sentence": "Op dinsdag.", "quote": "Thee."}
    retell(about, **new, events=["tests.remark"], moved=("/kwibus/", "/koffie/"))
    rows = Occasion.objects.order_by("pk")
    assert list(rows.values_list("title", "url")) == [
        ("Koffie", "/koffie/"),
        ("Koffie", "/koffie/#reactie-1"),
        ("Het antwoord is ja", "/ander/"),
        ("Het verslag van Koffie", "/v/"),
    ]
    assert (rows[0].sentence, rows[0].unquoted) == ("Op dinsdag. Thee.", "Op dinsdag.")
    assert rows[1].sentence != "Op dinsdag. Thee."
    tell("tests.answer", people, about, title="Gevraagd: Koffie")
    retell(about, title="Thee", was="Koffie", quote="", events=())
    assert Occasion.objects.latest("pk").title == "Gevraagd: Thee"
    alone = thing()
    tell("tests.remark", people, thing(), thread=alone, title="Alleen")
    retell(alone, title="Samen", was="Alleen", quote="", events=())
    assert Occasion.objects.latest("pk").title == "Samen"
