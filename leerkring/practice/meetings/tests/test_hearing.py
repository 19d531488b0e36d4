"""A meeting is as loud as its circle, whoever else may see it."""

from types import SimpleNamespace

import pytest

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.models import Delivery, Notice, Occasion
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.foundation.notifications.queries import visible_of
from leerkring.foundation.remarks.actions import remark_on
from leerkring.foundation.remarks.registry import remarkable
from leerkring.practice.meetings.actions import make_meeting
from leerkring.practice.meetings.bringing_actions import hide_question, put_question
from leerkring.practice.meetings.library import form_named
from leerkring.practice.meetings.telling_actions import tell_announced, tell_cancelled
from leerkring.practice.meetings.tests.conftest import a_plan


@pytest.mark.parametrize("audience", ["public", "signed-in", "circle", "invited"])
def test_silent_hears_nothing_of_a_new_meeting_and_alles_hears_at_once(
    audience: str, house: SimpleNamespace
) -> None:
    made = make_meeting(
        a_plan(house, audience=audience), by=house.lead, form=form_named("introductie")
    )
    Notice.objects.all().delete()
    Delivery.objects.all().delete()
    set_loudness(house.member, house.circle.pk, Loudness.SILENT)
    tell_announced(made, by=house.lead)
    assert not Notice.objects.filter(person=house.member).exists()
    set_loudness(house.member, house.circle.pk, Loudness.ALL)
    Occasion.objects.all().delete()
    tell_announced(made, by=house.lead)
    heard = Delivery.objects.filter(person=house.member)
    assert set(heard.values_list("frequency", flat=True)) <= {"direct"}
    assert set(Occasion.objects.values_list("circle", flat=True)) <= {house.circle.pk}


def test_silent_reads_on_the_site_alone_that_it_does_not_go_on(house: SimpleNamespace) -> None:
    plan = a_plan(house, audience="public")
    made = make_meeting(plan, by=house.lead, form=form_named("introductie"))
    set_loudness(house.member, house.circle.pk, Loudness.SILENT)
    tell_cancelled(made, "Ziekte.", by=house.lead)
    told = Notice.objects.get(person=house.member, occasion__event="meetings.cancelled")
    assert told.is_on_site and not Delivery.objects.filter(notice=told).exists()
    assert (told.occasion.sentence, told.occasion.unquoted) == ("De reden: Ziekte.", "")


def test_a_remark_below_a_public_meeting_is_as_loud_as_the_circle(house: SimpleNamespace) -> None:
    plan, entry = a_plan(house, audience="public"), remarkable("meetings.meeting")
    made = make_meeting(plan, by=house.lead, form=form_named("introductie"))
    set_loudness(house.lead, house.circle.pk, Loudness.SILENT)
    assert entry is not None
    remark_on(made, entry, text="Tot dan.", by=house.member)
    assert not Notice.objects.filter(occasion__event="remarks.remarked").exists()


def test_a_question_that_is_hidden_is_told_to_nobody_any_more(house: SimpleNamespace) -> None:
    made = make_meeting(a_plan(house, audience="public"), by=house.lead)
    question = put_question(made, text="Wie belt Kwibus?", by=house.member)
    told = list(Notice.objects.filter(person=house.lead, occasion__event="meetings.question"))
    assert [one.occasion.sentence for one in visible_of(house.lead, told)] == ["Wie belt Kwibus?"]
    hide_question(question, by=house.lead)
    assert visible_of(house.lead, told) == []
