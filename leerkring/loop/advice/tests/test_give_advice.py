"""A catalogue comes in, an advice is given, and the earlier ones stay."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import IntegrityError

from leerkring.foundation.activity.models import Activity
from leerkring.loop.advice.actions import give_advice, take_in_offers
from leerkring.loop.advice.models import CatalogueOffer, TrainingAdvice
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.plans import Terms
from leerkring.loop.advice.queries import newest_advice, report_for
from leerkring.loop.programmes.models import Programme
from leerkring.network.people.models import Person
from leerkring.practice.scans.models import FrozenResult

Offers = Callable[..., Offer]
Ask = Callable[..., None]


def test_a_catalogue_comes_back_as_it_went_in(programme: Programme, offer: Offers) -> None:
    offers = [offer("A1"), offer("B2", competences=("verbinden", "wijkkennis"), per="persoon")]
    take_in_offers(programme, offers)
    assert [row.offer for row in programme.offers.all()] == offers


def test_a_new_catalogue_comes_instead_of_the_old_and_of_no_other(
    programme: Programme, waiting: Programme, offer: Offers
) -> None:
    take_in_offers(waiting, [offer("X")])
    take_in_offers(programme, [offer("A1"), offer("B2")])
    take_in_offers(programme, [offer("C3")])
    assert [row.code for row in programme.offers.all()] == ["C3"]
    assert [row.code for row in waiting.offers.all()] == ["X"]


def test_a_code_twice_is_refused_and_the_old_catalogue_stays(
    programme: Programme, offer: Offers
) -> None:
    take_in_offers(programme, [offer("A1")])
    with pytest.raises(IntegrityError):
        take_in_offers(programme, [offer("B2"), offer("B2")])
    assert [row.code for row in programme.offers.all()] == ["A1"]


def test_an_advice_is_what_was_worked_out_and_who_asked_for_it(
    programme: Programme, offer: Offers
) -> None:
    take_in_offers(programme, [offer()])
    adviser = Person.objects.get(name="Adviseur")
    advice = give_advice(programme, budget=5000, by=adviser)
    kept = TrainingAdvice.objects.get(pk=advice.pk)
    assert kept.report == report_for(programme, Terms(budget=5000))
    assert kept.by == adviser
    assert (kept.report.plan.budget, kept.report.plan.cost) == (5000, 3000)
    assert kept.report.plan.lines[0].teams == ("Drie", "Een", "Twee", "Vier", "Vijf", "Zes")
    programme.refresh_from_db()
    assert programme.budget == 5000
    assert Activity.objects.get(verb="advice.given").by == adviser


def test_the_newest_counts_and_the_earlier_ones_stay(programme: Programme, offer: Offers) -> None:
    assert newest_advice(programme) is None
    take_in_offers(programme, [offer()])
    first = give_advice(programme, budget=500, by=None)
    before = first.content
    take_in_offers(programme, [])
    second = give_advice(programme, budget=5000, by=None)
    assert newest_advice(programme) == second
    first.refresh_from_db()
    assert first.content == before
    assert first.report.plan.lines
    assert not second.report.plan.lines


def test_without_money_or_offers_there_is_still_an_advice(
    programme: Programme, offer: Offers
) -> None:
    assert give_advice(programme, budget=0, by=None).report.needs
    take_in_offers(programme, [offer()])
    assert give_advice(programme, budget=0, by=None).report.plan.cost == 0


def test_wishes_are_counted_by_team_and_few_are_not_told(
    programme: Programme, ask: Ask, offer: Offers
) -> None:
    ask("contact", "een", "twee", "drie", "vier")
    asked = {n.competence: n.asked for n in report_for(programme, Terms(budget=0)).needs}
    assert not any(asked.values())
    ask("contact", "vijf")
    asked = {n.competence: n.asked for n in report_for(programme, Terms(budget=0)).needs}
    assert asked["contact"] == 5
    assert not any(count for name, count in asked.items() if name != "contact")


def test_wishes_of_another_programme_do_not_count(
    programme: Programme, waiting: Programme, ask: Ask
) -> None:
    ask("contact", "een", "twee", "drie", "vier", "vijf")
    programme.participations.filter(team__slug="vijf").update(programme=waiting)
    asked = {n.competence: n.asked for n in report_for(programme, Terms(budget=0)).needs}
    assert not any(asked.values())


def test_a_wish_weighs_where_there_is_little_money(
    programme: Programme, ask: Ask, offer: Offers
) -> None:
    take_in_offers(programme, [offer("A1"), offer("B2", competences=("verbinden",))])
    ask("verbinden", "twee")
    (line,) = report_for(programme, Terms(budget=500)).plan.lines
    assert (line.offer.code, line.teams) == ("B2", ("Twee",))


def test_a_withheld_team_has_no_need_that_anyone_sees(programme: Programme) -> None:
    row = FrozenResult.objects.get(round=programme.round, audience="team", unit="een")
    row.content = {**row.content, "dimensions": {}, "competences": {}, "more": {}}
    row.content |= {"withheld": "Te weinig antwoorden.", "answered": None, "members": None}
    row.save()
    report = report_for(programme, Terms(budget=0))
    assert {need.teams_used for need in report.needs} == {5}
    assert report.withheld


def test_an_advice_is_seen_by_who_coordinates_or_advises(
    programme: Programme, offer: Offers
) -> None:
    advice = give_advice(programme, budget=0, by=None)
    for name in ("Coördinator", "Adviseur"):
        someone = Person.objects.get(name=name)
        assert TrainingAdvice.objects.visible_to(someone).get() == advice
    stranger = Person.objects.create_user("buiten@voorbeeld.nl")
    assert not TrainingAdvice.objects.visible_to(stranger).exists()


def test_the_longest_texts_of_a_catalogue_fit(programme: Programme, offer: Offers) -> None:
    long = replace(offer("c" * 30), title="t" * 160, provider="a" * 120, form="v" * 60)
    take_in_offers(programme, [long])
    CatalogueOffer.objects.get().full_clean()
