"""Words that were taken back after a report went out leave it, and are found by it no more."""

from leerkring.foundation.search.actions import index
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.reports.chapters import Account
from leerkring.practice.reports.models import Publication, Report
from leerkring.practice.reports.models.standing import gone_of
from leerkring.practice.reports.sources import without


def clear_report(meeting: int) -> None:
    """Readers see them no more since the moment itself; here they leave what is kept, too. Whoever
    puts a card back brings the report out anew."""
    rows = Publication.objects.select_for_update(of=("self",)).select_related("report__meeting")
    publication = rows.filter(report__meeting=meeting).first()
    if publication is None:
        return
    account = Account.from_json(publication.content)
    left = without(account, gone_of(account))
    if left != account:
        publication.content = left.as_json()
        publication.save(update_fields=["content"])
        index(Report.objects.select_related("publication", "meeting").get(pk=publication.report_id))


def clear_report_of(pulse: Pulse) -> None:
    """An answer that was told may point at somebody after all: who leads keeps it back."""
    if pulse.about == Meeting._meta.label_lower:
        clear_report(pulse.about_id)
