"""Taking in a catalogue, and giving an advice."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.loop.advice.models import CatalogueOffer, TrainingAdvice
from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.plans import Terms
from leerkring.loop.advice.queries import report_for
from leerkring.loop.programmes.models import Programme


@transaction.atomic
def take_in_offers(programme: Programme, offers: Sequence[Offer]) -> None:
    """The catalogue as the file has it, instead of what was there."""
    programme.offers.all().delete()
    CatalogueOffer.objects.bulk_create(
        CatalogueOffer(
            programme=programme,
            code=offer.code,
            title=offer.title,
            provider=offer.provider,
            competences=list(offer.competences),
            form=offer.form,
            half_days=offer.half_days,
            places=offer.places,
            price=offer.price,
            runs=offer.runs,
            per=offer.per,
            description=offer.description,
        )
        for offer in offers
    )


@transaction.atomic
def give_advice(programme: Programme, *, budget: int, by: Any | None) -> TrainingAdvice:
    """Work out the advice for this budget (euro) and keep it beside the earlier ones."""
    programme.budget = budget
    programme.save(update_fields=["budget"])
    report = report_for(programme, Terms(budget=budget))
    advice = TrainingAdvice.objects.create(programme=programme, content=report.to_json(), by=by)
    record("advice.given", by=by, about=advice, sentence=f"{report.title} is opgesteld.")
    return advice
