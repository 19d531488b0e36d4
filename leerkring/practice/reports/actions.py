"""A report is begun, written in, agreed with, brought out, taken back; and becomes a blog."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from leerkring.exchange.posts.actions import NewFile, begin, draft_of, keep_attachments, save_draft
from leerkring.exchange.posts.kinds import BY_KEY, LONGEST_TITLE
from leerkring.exchange.posts.models import Post
from leerkring.foundation.activity.actions import record
from leerkring.foundation.files.actions import keep_file, throw_away
from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.search.actions import index
from leerkring.network.circles.rules import may_write
from leerkring.practice.attendance.queueing_actions import queue_report
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.reports.chapters import ChapterKind
from leerkring.practice.reports.models import Approval, Part, Photo, Publication, Report
from leerkring.practice.reports.queries import account_of, photos_on_paper, who_hear_of
from leerkring.practice.reports.rules import is_agreed, may_agree
from leerkring.practice.reports.running_text import as_running_text


class NotAgreed(ValidationError):
    """Nobody agreed with the report as it is now."""


@transaction.atomic
def begin_report(meeting: Meeting, *, by: Any) -> Report:
    """The one report of this meeting; begun already is fine."""
    report, is_new = Report.objects.get_or_create(meeting=meeting, defaults={"last_by": by})
    if is_new:
        record("reports.begun", by=by, about=report, sentence="Het verslag is begonnen.")
    return report


@transaction.atomic
def write(
    report: Report, *, lead: str, parts: Mapping[ChapterKind, tuple[str, bool]], by: Any
) -> Report:
    """`parts`: per chapter the editor's words, and whether it is left out. The same words again
    change nothing, so that an approval holds."""
    report = _locked(report)
    before = _words_of(report)
    report.lead = lead
    for kind, (words, is_left_out) in parts.items():
        Part.objects.update_or_create(
            report=report, kind=kind.value, defaults={"words": words, "is_left_out": is_left_out}
        )
    if _words_of(report) != before:
        _changed(report, by)
    return report


@transaction.atomic
def add_photo(report: Report, upload: Any, *, alt: str, caption: str = "", by: Any) -> Photo:
    """Raises BadFile."""
    stored = keep_file(upload, by=by, alt=alt)
    photo = Photo.objects.create(report=report, file=stored, alt=alt, caption=caption)
    _changed(_locked(report), by)
    return photo


@transaction.atomic
def remove_photo(photo: Photo, *, by: Any) -> None:
    """Gone for good, also from what was brought out: somebody in it may have asked for that."""
    report, number = _locked(photo.report), photo.file_id
    photo.delete()
    throw_away([number])
    _changed(report, by)


@transaction.atomic
def agree(report: Report, *, by: Any) -> Approval:
    """With all that it says now. Raises ValidationError for who wrote last, unless alone."""
    report = _locked(report)
    if not may_agree(by, report):
        raise ValidationError("Iemand anders dan wie het laatst schreef, kijkt het na.")
    fingerprint = account_of(report).fingerprint
    approval, _ = Approval.objects.get_or_create(report=report, fingerprint=fingerprint, by=by)
    return approval


@transaction.atomic
def bring_out(report: Report, *, by: Any) -> Publication:
    """Freeze what the rooms tell now, show it, and tell who was asked. Raises NotAgreed."""
    report = _locked(report)
    account = account_of(report)
    if not is_agreed(report, account):
        raise NotAgreed("Laat eerst iemand meekijken: nog niemand ging akkoord met deze tekst.")
    said = {"content": account.as_json(), "by": by, "at": timezone.now()}
    publication, is_new = Publication.objects.update_or_create(report=report, defaults=said)
    report.publication = publication
    index(report)
    record("reports.out", by=by, about=report, sentence="Het verslag is uit.")
    if is_new:
        _tell(report, by)
    return publication


@transaction.atomic
def take_back(report: Report, *, by: Any) -> None:
    """Readers do not see it any more; the editor goes on with it."""
    report = _locked(report)
    Publication.objects.filter(report=report).delete()
    index(Report.objects.get(pk=report.pk))
    record("reports.back", by=by, about=report, sentence="Het verslag is teruggehaald.")


@transaction.atomic
def begin_post(report: Report, kind_key: str, *, by: Any) -> Post:
    """A draft that begins with what the report says, its photos and the way to it; only `by` sees
    it, and shortens it."""
    kind = BY_KEY[kind_key]
    circle = report.meeting.circle
    own = circle if circle is not None and may_write(by, circle) else None
    post = begin(kind, title=report.meeting.title[:LONGEST_TITLE], by=by, circle=own)
    draft = draft_of(post)
    first = next(section for section in kind.sections if section.rich)
    begun = as_running_text(account_of(report).told_to(), report.get_absolute_url())
    themes = tuple(report.meeting.themes.values_list("pk", flat=True))
    content = draft.says.edited(texts={first.key: begun}, themes=themes)
    save_draft(post, content, base=draft.saves)
    keep_attachments(post, new=_photos_of(report), removed=(), by=by)
    return post


def _photos_of(report: Report) -> list[NewFile]:
    """Copies: what is taken out of the report stays where somebody wrote about it, and the other
    way round."""
    found = photos_on_paper(report)
    return [
        NewFile(
            SimpleUploadedFile(photo.file.name, found[str(photo.file_id)]),
            alt=photo.alt,
            caption=photo.caption,
            is_picture=True,
        )
        for photo in report.photos.select_related("file")
        if str(photo.file_id) in found
    ]


def _tell(report: Report, by: Any) -> None:
    meeting = report.meeting
    queue_report(meeting, timezone.now())
    notify(
        "reports.out",
        people=who_hear_of(meeting),
        about=report,
        thread=meeting,
        title=f"Het verslag van {meeting.title}",
        sentence="" if report.lead else "Het verslag is klaar om te lezen.",
        quote=report.lead[:300],
        url=report.get_absolute_url(),
        by=by,
        circle=meeting.circle_id,
    )


def _words_of(report: Report) -> tuple[str, dict[str, tuple[str, bool]]]:
    rows = report.parts.exclude(words="", is_left_out=False).order_by("kind")
    return report.lead, {part.kind: (part.words, part.is_left_out) for part in rows}


def _changed(report: Report, by: Any) -> None:
    report.last_by = by
    report.save(update_fields=["lead", "last_by"])


def _locked(report: Report) -> Report:
    rows = Report.objects.select_for_update(of=("self",))
    return rows.select_related("meeting__circle").get(pk=report.pk)
