"""From what was said to what is read: begin, edit, agree, publish."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import BooleanField, Case, Max, When
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index_many
from leerkring.loop.newspapers.editing import Change
from leerkring.loop.newspapers.models import Approval, Article, Edition, Publication, Recall
from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.queries import (
    agreed_audiences,
    changes_in,
    composed,
    composed_city,
    desk_fingerprint,
    fingerprint,
    public_papers,
)
from leerkring.loop.newspapers.typesetting import typeset
from leerkring.loop.programmes.models import Participation, Programme
from leerkring.practice.scans.results import Audience


class NotAgreed(Exception):
    """The team has not agreed with this paper, or the paper reads otherwise since."""


class ReadsOtherwise(Exception):
    """Since somebody looked at it, somebody else changed it."""


class NotCorrected(Exception):
    """The paper was taken off the site, and reads as it did."""


class NothingToRead(Exception):
    """No team's paper is there for everyone yet."""


@transaction.atomic
def begin_edition(participation: Participation) -> Edition:
    """The edition that is being worked on, one that was taken off the site among them; a new
    number when the last one is out."""
    Participation.objects.select_for_update().get(pk=participation.pk)  # one at a time
    last = participation.editions.order_by("-number").first()
    if last and not last.publications.standing().exists():
        return last
    return Edition.objects.create(
        programme=participation.programme,
        participation=participation,
        number=last.number + 1 if last else 1,
    )


@transaction.atomic
def edit(edition: Edition, changes: Mapping[str, Change], *, seen: str = "") -> None:
    """Keep what the editor changed. The team then has to agree again.

    `seen` is `desk_fingerprint` as the editor saw it. Raises ReadsOtherwise when it is not what
    stands there: what somebody else wrote would be lost, and a passage taken out would come back.
    """
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if seen and seen != desk_fingerprint(changes_in(edition)):
        raise ReadsOtherwise
    edition.articles.all().delete()
    Article.objects.bulk_create(
        Article(
            edition=edition,
            slot=slot,
            headline=change.headline,
            text=change.text,
            left_out=change.left_out,
        )
        for slot, change in changes.items()
        if change != Change()
    )
    edition.approvals.all().delete()


def approve(edition: Edition, *, audience: str, by: Any, seen: str = "") -> Approval:
    """The team agrees with the paper as it reads now. Raises ReadsOtherwise when it is not the one
    they saw, by its `fingerprint`."""
    reads = fingerprint(composed(edition))
    if seen and seen != reads:
        raise ReadsOtherwise
    approval, _ = Approval.objects.update_or_create(
        edition=edition,
        audience=audience,
        defaults={
            "by": by,
            "reads": reads,
            "held": True,
            "looked_at": timezone.now(),
        },
    )
    return approval


def look_whether_it_holds(edition: Edition, *, now: datetime) -> None:
    """Write down which agreements are with the paper as it reads now."""
    reads = fingerprint(composed(edition))
    held = Case(When(reads=reads, then=True), default=False, output_field=BooleanField())
    edition.approvals.update(held=held, looked_at=now)


@transaction.atomic
def publish(edition: Edition, *, audience: str, by: Any | None) -> Publication:
    """Publish for this audience: the paper as it is now, for good.

    What was taken off the site comes back at its own address, with what was said below it. Twice
    at once is fine: the paper is out. Raises NotAgreed when the team did not agree with the paper
    as it reads now, and NotCorrected.
    """
    # Held until it is out: a passage that a moderator takes away meanwhile would be printed again.
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=edition.pk)
    out = edition.publications.standing().filter(audience=audience).first()
    if out is not None:
        return out
    if audience not in agreed_audiences(edition):
        raise NotAgreed
    publication = _keep(edition, composed(edition, audience), audience, by)
    record(
        "newspapers.published",
        by=by,
        about=publication,
        sentence=f"De wijkkrant van {publication.title} is uit.",
    )
    return publication


@transaction.atomic
def publish_city_paper(programme: Programme, *, audience: str, by: Any | None) -> Publication:
    """The city's paper from the team papers that everyone may read; each time a new number.

    Raises NothingToRead when there are none yet.
    """
    if not public_papers(programme).exists():
        raise NothingToRead
    numbers = programme.editions.filter(participation=None).aggregate(last=Max("number"))
    edition = Edition.objects.create(programme=programme, number=(numbers["last"] or 0) + 1)
    publication = _keep(edition, composed_city(programme, edition), audience, by)
    record(
        "newspapers.published",
        by=by,
        about=publication,
        sentence=f"De stadskrant van {programme.municipality} is uit.",
    )
    return publication


def _keep(edition: Edition, paper: Paper, audience: str, by: Any | None) -> Publication:
    recalled = edition.publications.filter(audience=audience, recall__isnull=False).first()
    publication = recalled or Publication(edition=edition, audience=Audience(audience))
    if publication.content == paper.as_json():
        raise NotCorrected
    publication.by = by
    print_anew(publication, paper)
    Recall.objects.filter(publication=publication).delete()
    index_many(edition.publications.standing())  # the widest is found, so another may go out
    return publication


def print_anew(publication: Publication, paper: Paper) -> None:
    """This is what it says from now on, on the page and on paper; what was printed before goes."""
    before = publication.pdf.name
    publication.title = paper.title[:160]
    publication.headline = (paper.lead.headline or paper.strapline)[:200]
    publication.content = paper.as_json()
    publication.pdf.save("krant.pdf", ContentFile(typeset(paper).pdf), save=False)
    publication.save()
    if before:
        transaction.on_commit(partial(publication.pdf.storage.delete, before))
