"""The mails that a journey caught, in the order in which they went out."""

import email
from email.message import Message
from pathlib import Path

BETWEEN = b"-" * 79 + b"\n"  # what Django puts between two mails in a file


def mails_at(mail: Path, domain: str) -> list[Message]:
    """Those to addresses at this domain."""
    paths = sorted(mail.iterdir(), key=lambda path: (path.stat().st_mtime_ns, path.name))
    texts = b"".join(path.read_bytes() for path in paths).split(BETWEEN)
    found = [email.message_from_bytes(text) for text in texts]
    return [one for one in found if str(one["To"]).endswith(f"@{domain}")]


def part_of(message: Message, kind: str) -> str:
    """What a mail says in this kind, as text/plain; nothing when it has no such part."""
    for part in message.walk():
        if part.get_content_type() == kind:
            return bytes(part.get_payload(decode=True) or b"").decode()
    return ""


def dates_in(message: Message) -> list[dict[str, str]]:
    """The dates that a calendar reads in it: METHOD, and of each UID, SEQUENCE and so on."""
    text = part_of(message, "text/calendar").replace("\r\n ", "").replace("\r\n", "\n")
    head, *events = text.split("BEGIN:VEVENT\n")
    method = head.partition("METHOD:")[2].partition("\n")[0]
    return [
        {"METHOD": method}
        | dict(line.split(":", 1) for line in event.split("BEGIN:")[0].splitlines() if ":" in line)
        for event in events
    ]
