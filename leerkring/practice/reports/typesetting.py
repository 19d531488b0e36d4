"""The report on paper, from the same data object as the page."""

from datetime import date
from typing import Any

from leerkring.foundation.design.typesetting import ROOT, compile_pdf
from leerkring.practice.reports.chapters import Account, Chapter, ChapterKind, Picture

ENTRY = ROOT / "practice" / "reports" / "typst" / "report.typ"


def typeset_report(
    account: Account, *, day: date, day_in_words: str, photos: dict[str, bytes] | None = None
) -> bytes:
    """The PDF of a report: PDF/UA-1, tagged, in Dutch, the same bytes for the same report.

    photos   JPEG or PNG by number of the file; all of them are printed
    """
    photos = photos or {}
    pictures = [picture for picture in account.pictures if picture.file in photos]
    images = {f"photo{place}": photos[p.file] for place, p in enumerate(pictures)}
    return compile_pdf(ENTRY, _set_out(account, pictures, day_in_words), images=images, day=day)


def _set_out(account: Account, pictures: list[Picture], day: str) -> dict[str, Any]:
    return {
        "title": account.title,
        "when": ", ".join(filter(None, [account.when, account.place])),
        "running": f"Verslag · {account.title}",
        "lead": _paragraphs(account.lead),
        "photos": [
            {"name": f"photo{place}", "alt": picture.alt, "caption": picture.caption}
            for place, picture in enumerate(pictures)
        ],
        "chapters": [_chapter(chapter) for chapter in account.chapters],
        "colophon": (
            f"Uitgebracht op {day} met Leerkring. Namen van mensen staan er niet in; van "
            "stemmen staat er niet meer dan iedereen in de zaal mocht zien."
        ),
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    """A kicker is printed once above the entries that share it."""
    kickers = [entry.kicker for entry in chapter.entries]
    return {
        "title": chapter.title,
        "is_timed": chapter.kind is ChapterKind.PROGRAMME,
        "words": _paragraphs(chapter.words),
        "entries": [
            {
                "kicker": entry.kicker if entry.kicker != before else "",
                "title": entry.title,
                "text": _paragraphs(entry.text),
                "lines": list(entry.lines),
                "about": entry.about,
            }
            for entry, before in zip(chapter.entries, ["", *kickers], strict=False)
        ],
    }


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
