"""A crowd that answers through its links and does not give up: what it was told is kept, it counts.

Each person has a sheet of answers of their own. An answer is sent until the server says that it is
kept, and never again after that, so that one that is lost stays lost. People change their minds,
press twice, and hand in from two tabs at once.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from queue import Empty, SimpleQueue
from threading import Event, Thread

ITEMS, OPTIONS, DONT_KNOW = 36, 5, 255
CSRF = "a" * 32  # the site compares a cookie with a header, and both are ours
HEADERS = {
    "Accept": "application/json",
    "Content-Type": "application/x-www-form-urlencoded",
    "Cookie": f"csrftoken={CSRF}",
    "X-CSRFToken": CSRF,
}
# Seconds before trying again: longer each time, so that who is starting up gets the processor.
PATIENCE, MOST_PATIENCE = 0.05, 0.4


@dataclass
class Somebody:
    """`kept`: what the server said it kept, one byte an item; `is_in`: that answers are in."""

    team: str
    link: str
    kept: bytearray = field(default_factory=lambda: bytearray(ITEMS))
    is_in: bool = False

    def steps(self, chance: random.Random) -> Iterator[tuple[int, int]]:
        """(item, value) in the order of answering; some come twice, many leave the rest open."""
        for item in range(chance.choice((3, 9, ITEMS))):
            if chance.random() < 0.1:
                yield item, chance.randint(1, OPTIONS)
            value = DONT_KNOW if chance.random() < 0.05 else chance.randint(1, OPTIONS)
            yield item, value
            if chance.random() < 0.1:
                yield item, value


@dataclass
class Crowd:
    """`at_work` people answer at the same time; nobody new begins after `enough`.

    `broken`: nobody waits any longer for a server that does not come back.
    """

    port: int
    people: SimpleQueue[Somebody]
    seed: int
    at_work: int = 8
    enough: Event = field(default_factory=Event)
    broken: Event = field(default_factory=Event)
    began: list[Somebody] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    answers: int = 0
    tries: int = 0

    def start(self) -> list[Thread]:
        threads = [Thread(target=self._work, args=(n,), daemon=True) for n in range(self.at_work)]
        for thread in threads:
            thread.start()
        return threads

    def _work(self, number: int) -> None:
        chance = random.Random(self.seed * 1000 + number)  # noqa: S311  (repeatable)
        while not self.enough.is_set():
            try:
                somebody = self.people.get_nowait()
            except Empty:
                return
            self.began.append(somebody)
            self._answer(somebody, chance)

    def _answer(self, somebody: Somebody, chance: random.Random) -> None:
        for item, value in somebody.steps(chance):
            where = f"/v/{somebody.link}/{item + 1}/antwoord/"
            if self._until_told(where, f"value={value}", 200):
                somebody.kept[item] = value
                self.answers += 1
        if chance.random() < 0.8:
            self._hand_in(somebody)

    def _hand_in(self, somebody: Somebody) -> None:
        """From two tabs at once."""
        where = f"/v/{somebody.link}/inleveren/"
        told: list[bool] = []
        tabs = [Thread(target=lambda: told.append(self._until_told(where, "", 302)))
                for _ in range(2)]  # fmt: skip
        for tab in tabs:
            tab.start()
        for tab in tabs:
            tab.join()
        somebody.is_in = any(told)

    def _until_told(self, where: str, body: str, expected: int) -> bool:
        """Whether the server said yes; a server that is not there is asked again."""
        patience = PATIENCE
        while not self.broken.is_set():
            self.tries += 1
            status = ask(self.port, where, body)
            if status == expected:
                return True
            if status is not None and status < 500:
                self.faults.append(f"{status} on {where}")
                return False
            Event().wait(patience)
            patience = min(patience * 2, MOST_PATIENCE)
        return False


def ask(port: int, where: str, body: str) -> int | None:
    """The status of one POST, or None when no whole answer came."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("POST", where, body, HEADERS)
        response = connection.getresponse()
        response.read()
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    return response.status
