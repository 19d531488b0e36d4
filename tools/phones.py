"""A crowd of phones in one process: each over a connection of its own, all at the same time."""

import asyncio
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from soak_crowd import HEADERS, ITEMS

HEAD = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
PATIENCE = 600.0  # seconds: who has to wait longer than this has gone


@dataclass
class Waited:
    """Seconds that each answer took, and each handing in."""

    answering: list[float] = field(default_factory=list)
    handing_in: list[float] = field(default_factory=list)


def crowd(port: int, links: Sequence[str]) -> Waited:
    """Everybody answers all statements as fast as the site takes them, and hands in."""
    return asyncio.run(_all_at_once(port, links))


async def _all_at_once(port: int, links: Sequence[str]) -> Waited:
    waited = Waited()
    people = (_somebody(port, link, waited) for link in links)
    await asyncio.wait_for(asyncio.gather(*people), PATIENCE)
    return waited


async def _somebody(port: int, link: str, waited: Waited) -> None:
    phone = await asyncio.open_connection("127.0.0.1", port)
    for item in range(ITEMS):
        start = time.perf_counter()
        await _post(*phone, f"/v/{link}/{item + 1}/antwoord/", f"value={item % 5 + 1}", b"200")
        waited.answering.append(time.perf_counter() - start)
    start = time.perf_counter()
    await _post(*phone, f"/v/{link}/inleveren/", "", b"302")
    waited.handing_in.append(time.perf_counter() - start)
    phone[1].close()


async def _post(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    path: str,
    body: str,
    expected: bytes,
) -> None:
    writer.write(
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{HEAD}"
        f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
    )
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    if b"transfer-encoding: chunked" in head:
        await reader.readuntil(b"0\r\n\r\n")
    elif length := re.search(rb"content-length: (\d+)", head):
        await reader.readexactly(int(length[1]))
    if head.split(b" ", 2)[1] != expected:
        raise RuntimeError(f"{head[:40]!r} on {path}")
