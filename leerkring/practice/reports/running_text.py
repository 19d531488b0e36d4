"""A report as running text, for who writes on from it."""

from html import escape

from leerkring.practice.reports.chapters import Account, Chapter, ChapterKind

# What a reader of a blog wants; the programme and the material are a click away in the report.
TOLD = (ChapterKind.QUESTIONS, ChapterKind.SAID, ChapterKind.GROUPS, ChapterKind.PROMISES)


def as_running_text(account: Account, address: str) -> str:
    """HTML with p, h3, ul, li and a: the lead, the chapters in which people speak, and a link to
    the report at `address`."""
    parts = [_paragraphs(account.lead)]
    parts += [_chapter(chapter) for chapter in account.chapters if chapter.kind in TOLD]
    parts.append(f'<p><a href="{escape(address)}">Het hele verslag</a></p>')
    return "".join(parts)


def _chapter(chapter: Chapter) -> str:
    told = [f"<h3>{escape(chapter.title)}</h3>", _paragraphs(chapter.words)]
    for entry in chapter.entries:
        if entry.title:
            told.append(f"<p><strong>{escape(entry.title)}</strong></p>")
        told.append(_paragraphs(entry.text))
        if entry.lines:
            told.append(f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in entry.lines)}</ul>")
    return "".join(told)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
