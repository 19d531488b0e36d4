"""Mail in the demo goes nowhere: it is kept in files, to be read in the browser.

A mail is a file named after its address and its Message-ID, and is written in one move. So a mail
that is handed over twice is there once, and none is ever there half.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage as ReadMessage
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

NAME = re.compile(r"[0-9a-f]{16}-[0-9a-f]{32}\Z")
MOST = 50  # shown of one person


class EmailBackend(BaseEmailBackend):
    """Django's way to the postbox."""

    def send_messages(self, messages: Iterable[EmailMessage]) -> int:
        return sum(1 for message in messages if _keep(message))


@dataclass(frozen=True)
class Letter:
    """A mail that was caught; `name` finds it again."""

    name: str
    at: datetime
    subject: str
    sender: str
    to: str
    text: str
    html: str
    headers: tuple[tuple[str, str], ...]


def box_of(email: str) -> str:
    return sha256(email.strip().lower().encode()).hexdigest()[:16]


def letters_to(emails: Collection[str]) -> list[Letter]:
    """The newest mails to these addresses."""
    boxes = {box_of(email) for email in emails}
    return _newest(path for path in _files() if path.name[:16] in boxes)


def letters_to_others(emails: Collection[str]) -> list[Letter]:
    """The newest mails to anybody but these addresses."""
    boxes = {box_of(email) for email in emails}
    return _newest(path for path in _files() if path.name[:16] not in boxes)


def counts() -> dict[str, int]:
    """Box → how many mails there are in it."""
    out: dict[str, int] = {}
    for path in _files():
        out[path.name[:16]] = out.get(path.name[:16], 0) + 1
    return out


def letter(name: str) -> Letter | None:
    path = settings.MAIL_FOLDER / f"{name}.eml"
    return _read(path) if NAME.match(name) and path.is_file() else None


def _keep(message: EmailMessage) -> bool:
    mail = message.message()
    data = mail.as_bytes()
    mark = sha256(str(mail["Message-ID"]).encode()).hexdigest()[:32]
    folder: Path = settings.MAIL_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for address in message.recipients():
        with NamedTemporaryFile(dir=folder, suffix=".new", delete=False) as file:
            file.write(data)
        Path(file.name).replace(folder / f"{box_of(address)}-{mark}.eml")
    return bool(message.recipients())


def _files() -> Iterator[Path]:
    folder: Path = settings.MAIL_FOLDER
    return folder.glob("*.eml") if folder.is_dir() else iter(())


def _newest(paths: Iterable[Path]) -> list[Letter]:
    by_time = sorted(paths, key=lambda path: (-path.stat().st_mtime_ns, path.name))
    return [_read(path) for path in by_time[:MOST]]


def _read(path: Path) -> Letter:
    mail: Any = message_from_bytes(path.read_bytes(), policy=policy.default)
    return Letter(
        name=path.stem,
        at=datetime.fromtimestamp(path.stat().st_mtime, UTC),
        subject=str(mail["Subject"] or "(zonder onderwerp)"),
        sender=str(mail["From"] or ""),
        to=str(mail["To"] or ""),
        text=_part(mail, "plain"),
        html=_part(mail, "html"),
        headers=tuple((name, str(value)) for name, value in mail.items()),
    )


def _part(mail: ReadMessage, kind: str) -> str:
    body = mail.get_body(preferencelist=(kind,))
    return str(body.get_content()) if body else ""
