"""Who gets what at the addresses of `practice/reports`.

Both meetings are for everyone with an account, and the coordinator organises them. The report of
the first is out; that of the second is still being made.
"""

from typing import Any

from leerkring.practice.attendance.link_queries import reply_path
from leerkring.practice.meetings.models import Invitation

ROWS = """\
GET  reports:show                         report out     200  200  200  200  200  200  200  200  in
GET  reports:show                         report begun   404  404  404  404  302  404  404  404  in
GET  reports:pdf                          report out     200  200  200  200  200  200  200  200  in
GET  reports:pdf                          report begun   404  404  404  404  404  404  404  404  in
GET  reports:photo                        report photo   404  404  404  404  404  404  404  404  in
GET  reports:desk                         report out     404  404  404  404  200  404  404  404  in
POST reports:desk                         report begun   404  404  404  404  302  404  404  404  in
POST reports:photo_new                    report begun   404  404  404  404  422  404  404  404  in
POST reports:photo_end                    report nophoto 404  404  404  404  404  404  404  404  in
POST reports:approval                     report begun   404  404  404  404  302  404  404  404  in
POST reports:publication                  report begun   404  404  404  404  302  404  404  404  in
POST reports:retraction                   report out     404  404  404  404  302  404  404  404  in
GET  reports:invited                      report none    404  404  404  404  404  404  404  404  404
GET  reports:invited                      report link    200  200  200  200  200  200  200  200  200
GET  reports:invited_pdf                  report link    200  200  200  200  200  200  200  200  200
GET  reports:invited_photo                report nolook  404  404  404  404  404  404  404  404  404
POST reports:post                         report post    404  404  404  404  302  404  404  404  in
GET  reports:approval                     report begun   405  405  405  405  405  405  405  405  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    def of(key: str, **more: Any) -> dict[str, Any]:
        meeting = world.things[f"reports {key}"].meeting
        return {"pk": meeting.pk, "slug": meeting.slug, **more}

    def link(meeting: Any, **more: Any) -> dict[str, Any]:
        email = "gast@voorbeeld.invalid"
        asked, _ = Invitation.objects.get_or_create(meeting=meeting, email=email, name="Gast")
        return {"token": reply_path(asked.pk).rstrip("/").rsplit("/", 1)[1], **more}

    out, begun = (world.things[f"reports {key}"].meeting for key in ("out", "begun"))
    return {
        "report link": link(out),
        "report none": link(begun),
        "report nolook": link(out, number="00000000-0000-4000-8000-000000000000"),
        "report out": of("out"),
        "report begun": of("begun"),
        "report photo": of("out", number="00000000-0000-4000-8000-000000000000"),
        "report nophoto": of("begun", photo_id=999),
        "report post": of("out", kind="blog"),
    }


BODIES: dict[str, dict[str, Any]] = {"reports:desk": {"lead": "Kort en goed."}}
