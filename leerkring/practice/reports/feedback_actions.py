"""A look back closes after the report went out: who leads the meeting brings it out anew."""

from django.urls import reverse

from leerkring.foundation.notifications.actions import notify
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.queries import leaders_of
from leerkring.practice.pulses.kinds import Kind
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.queries import result_of
from leerkring.practice.reports.models import Publication, Report


def tell_editors(pulse: Pulse) -> None:
    """Once each. Nobody is told when too few answered: then there is nothing to add.

    The report is held first: bringing it out at this moment either waits, and takes the outcome in,
    or was before this, and its editors are told.
    """
    if (pulse.about, pulse.kind) != (Meeting._meta.label_lower, Kind.AFTER):
        return
    rows = Report.objects.select_for_update(of=("self",)).select_related("meeting")
    report = rows.filter(meeting=pulse.about_id).first()
    if report is None or not Publication.objects.filter(report=report).exists():
        return
    if not result_of(pulse).is_shown:
        return
    meeting = report.meeting
    notify(
        "reports.look_back",
        people=leaders_of(meeting),
        about=report,
        once=str(pulse.pk),
        thread=meeting,
        title=f"Het verslag van {meeting.title}",
        sentence="De terugblik is binnen: breng het verslag opnieuw uit.",
        url=reverse("reports:desk", args=[meeting.pk, meeting.slug]) + "#terugblik",
        circle=meeting.circle_id,
    )
