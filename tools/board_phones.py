"""Phones on a board, many in one process: each looks every few seconds and answers what is asked.

As the script on a phone does: an answer is sent until the server says that it has it, and never
again after that; a phone without a connection keeps it until it has one.
"""

import asyncio
import random
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

PACE, JITTER = 2.0, 0.6  # seconds, as in static/boards/phone.js
AGAIN = 0.2  # seconds before a broken connection is tried anew
BROKEN = (OSError, asyncio.IncompleteReadError)


class Refused(Exception):
    """The server answered, and not as it should."""


@dataclass
class Answer:
    status: int
    head: str
    body: str

    def header(self, name: str) -> str:
        found = re.search(rf"^{name}: *(.*?)\r?$", self.head, re.IGNORECASE | re.MULTILINE)
        return found[1] if found else ""


@dataclass
class Phone:
    """`kept`: cards that the server said it has; `waiting`: not yet; `seen`: when which question
    was on the screen (time.monotonic); `away`: from when until when it had no connection."""

    port: int
    code: str
    chance: random.Random
    seen: dict[str, float] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)
    away: tuple[float, float] = (0.0, 0.0)
    looks: int = 0
    cookie: str = ""
    token: str = ""
    revision: str = "0"
    _line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def join(self) -> None:
        answer = await self.ask("GET", f"/b/{self.code}/")
        cookies = dict(re.findall(r"set-cookie: *(\w+)=([^;]+)", answer.head, re.IGNORECASE))
        if answer.status != 200 or set(cookies) != {"bord", "csrftoken"}:
            raise Refused(f"{answer.status} on joining")
        self.cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self.token = cookies["csrftoken"]

    async def look(self) -> None:
        """Is there anything new? A question that was not there before is answered soon."""
        self.looks += 1
        answer = await self.ask("GET", f"/b/{self.code}/stand/?na={self.revision}")
        if answer.status == 204:
            return
        if answer.status != 200:
            raise Refused(f"{answer.status} on looking")
        self.revision = answer.header("X-Bord")
        found = re.search(r'data-question="(\d+)"', answer.body)
        if found and found[1] not in self.seen:
            self.seen[found[1]] = time.monotonic()
            self.waiting[str(uuid.UUID(int=self.chance.getrandbits(128)))] = found[1]

    async def send(self, key: str, fields: str) -> None:
        """Raises Refused when the server does not take it."""
        answer = await self.ask("POST", f"/b/{self.code}/antwoord/", fields)
        if answer.status != 200:
            raise Refused(f"{answer.status} on sending {key}: {answer.body[:80]}")

    async def empty_outbox(self) -> None:
        for key, question in list(self.waiting.items()):
            await self.send(key, f"question={question}&phase=1&id={key}&text=Kaart+{key[:4]}")
            self.kept[key] = self.waiting.pop(key)

    async def until_told(self, work: Callable[[], object], patience: float = 240.0) -> None:
        """Try again as long as the connection breaks, or the server is not itself (5xx)."""
        end = time.monotonic() + patience
        while True:
            try:
                await work()  # type: ignore[misc]
                return
            except BROKEN:
                self.hang_up()
            except Refused as fault:
                if not str(fault).startswith("5"):
                    raise
            if time.monotonic() > end:
                raise Refused("nobody answers")
            await asyncio.sleep(AGAIN * (0.5 + self.chance.random()))

    async def ask(self, method: str, path: str, body: str = "") -> Answer:
        if self._line is None:
            self._line = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._line
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {self.cookie}\r\n"
        if method == "POST":
            head += (
                "Accept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            )
            head += f"X-CSRFToken: {self.token}\r\nContent-Length: {len(body)}\r\n"
        writer.write(f"{head}\r\n{body}".encode())
        told = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        answer = Answer(int(told.split(" ", 2)[1]), told, "")
        if "chunked" in answer.header("transfer-encoding"):
            answer.body = (await reader.readuntil(b"0\r\n\r\n")).decode()
        elif length := answer.header("content-length"):
            answer.body = (await reader.readexactly(int(length))).decode()
        return answer

    def hang_up(self) -> None:
        if self._line:
            self._line[1].close()
        self._line = None


async def take_part(phone: Phone, until: float) -> None:
    """Join at some moment in the first seconds, look and answer; `away` is without a connection."""
    await asyncio.sleep(phone.chance.random() * 5)
    await phone.until_told(phone.join)
    send_at = float("inf")
    while time.monotonic() < until or phone.waiting:
        now = time.monotonic()
        if phone.away[0] <= now < phone.away[1]:
            phone.hang_up()
            await asyncio.sleep(phone.away[1] - now)
            continue
        before = len(phone.seen)
        await phone.until_told(phone.look)
        if len(phone.seen) > before:
            send_at = time.monotonic() + phone.chance.uniform(1.0, 6.0)
        if time.monotonic() >= min(send_at, until):
            await phone.until_told(phone.empty_outbox)
            send_at = float("inf")
        await asyncio.sleep(PACE + phone.chance.random() * JITTER)
    phone.hang_up()
