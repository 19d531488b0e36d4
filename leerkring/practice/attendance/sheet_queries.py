"""A sheet for every table and round, on paper: what to do, the question, and room to write."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.urls import reverse

from leerkring.foundation.design.typesetting import ROOT, compile_pdf
from leerkring.practice.answering.qr import qr_svg
from leerkring.practice.attendance.models import TableTalk
from leerkring.practice.attendance.round_queries import TalkRound
from leerkring.practice.attendance.table_link_queries import table_path
from leerkring.practice.attendance.table_queries import OnTheTable

ENTRY = ROOT / "practice" / "attendance" / "typst" / "sheets.typ"


def typeset_sheets(
    talk: TableTalk, rounds: list[tuple[TalkRound, list[OnTheTable]]], *, site: str
) -> bytes:
    """A PDF with a page of A4 for every table in every round. `site` begins the addresses."""
    address = urlsplit(site).netloc + reverse("attendance:table_join")
    data = {
        "title": talk.meeting.title,
        "when": talk.meeting.when,
        "code": talk.code,
        "address": address,
        "rounds": len(rounds),
        "sheets": [_sheet(talk, on, site) for _, tables in rounds for on in tables],
    }
    return compile_pdf(ENTRY, data, day=talk.meeting.starts_at.date())


def _sheet(talk: TableTalk, on: OnTheTable, site: str) -> dict[str, Any]:
    block = on.round.timed.block
    return {
        "table": on.table,
        "round": on.round.number,
        "block": block.title,
        "time": f"{on.round.start:%H.%M}–{on.round.end:%H.%M}",
        "purpose": block.purpose,
        "steps": [
            {"at": "" if minute is None else _clock(on.round, minute), "text": text}
            for minute, text in on.round.timed.steps
        ],
        "questions": [
            {"text": one.text, "by": str(one.organisation or one.circle or "")}
            for one in on.questions
        ],
        "asks": on.asks,
        "qr": str(qr_svg(site + table_path(talk.meeting_id, on.table))),
    }


def _clock(round_: TalkRound, minute: int) -> str:
    return f"{round_.start + timedelta(minutes=minute):%H.%M}"
