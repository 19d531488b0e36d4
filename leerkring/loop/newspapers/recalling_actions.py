"""What comes of a flag: a paper goes off the site until it is corrected, or loses a passage."""

from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.redacting_actions import tell_no_more_of
from leerkring.foundation.moderation.redaction import redact_line
from leerkring.foundation.search.actions import forget, index_many
from leerkring.loop.newspapers.actions import print_anew
from leerkring.loop.newspapers.blacking import without
from leerkring.loop.newspapers.editing import Change, stories_of
from leerkring.loop.newspapers.models import Article, Edition, Publication, Recall
from leerkring.loop.newspapers.queries import captured, changes_in


@transaction.atomic
def recall(publication: Publication, *, by: Any) -> None:
    """Off the site, for whomever this number was out: its words are the same. It can be edited at
    the desk again, and the team agrees again. Twice is fine."""
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=publication.edition_id)
    standing = list(edition.publications.standing().defer("content"))
    Recall.objects.bulk_create(Recall(publication=one, by=by) for one in standing)
    edition.approvals.all().delete()
    for one in standing:
        forget(one)
    if standing:
        sentence = "Een wijkkrant is van de site gehaald."
        record("newspapers.recalled", by=by, about=publication, sentence=sentence)


@transaction.atomic
def redact(publication: Publication, passage: str) -> int:
    """Out of this number for whomever it is out, on the page and on paper, and out of its stories
    at the desk. What was agreed with read otherwise, so the team agrees again with what follows."""
    edition = Edition.objects.select_for_update(of=("self",)).get(pk=publication.edition_id)
    places = 0
    for one in edition.publications.all():
        paper, found = without(one.paper, passage)
        if found:
            print_anew(one, paper)
            tell_no_more_of(one, passage)
            places += found
    if edition.participation_id is not None:
        places += _redact_desk(edition, passage)
    if places:
        edition.approvals.all().delete()
        index_many(edition.publications.standing())
    return places


def _redact_desk(edition: Edition, passage: str) -> int:
    """Of a story in which it stands, the text at the desk takes the place of what was captured."""
    changes, places = changes_in(edition), 0
    for story in stories_of(captured(edition)):
        change = changes.get(story.key, Change())
        headline, in_headline = redact_line(change.headline or story.headline, passage)
        text, in_text = redact_line(change.text or story.text, passage)
        if in_headline or in_text:
            said = {"headline": headline[:160], "text": text}
            Article.objects.update_or_create(edition=edition, slot=story.key, defaults=said)
            places += in_headline + in_text
    return places
