"""What the texts of a country are put together from: the demo's own sentences, names and places,
each with the signs under which it is found, worked out once."""

import random
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from leerkring.foundation.search.lexemes import lexemes_of
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.profiles.names import folded
from leerkring.site.demo.platform.texts import inquiries, pieces

SENTENCES_EACH = 3
PLACES = 20_000
SYLLABLES = (
    "aal", "ber", "dre", "eem", "fla", "gor", "hel", "ijs", "kam", "lin", "mee", "noor", "oos",
    "pol", "rie", "sche", "tol", "uit", "ven", "wou", "zaan", "zij",
)  # fmt: skip
ENDS = (
    "dam", "dijk", "drecht", "hoven", "kerk", "laar", "meer", "rade", "veld", "waard", "wijk",
    "zicht",
)  # fmt: skip
NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)


def fill_pools(seed: int = 1) -> dict[str, int]:
    """Tables bench_text, bench_title, bench_place and bench_name; gives how many each has."""
    chance = random.Random(seed)
    pools: dict[str, tuple[str, list[Sequence[Any]]]] = {
        "text": ("text text, html text, signs text[]", [
            (text, f"<p>{text}</p>", _signs("", text)) for text in paragraphs()
        ]),
        "title": ("text text, slug text, signs text[]", [
            (title, slug_of(title), _signs(title, "")) for title in titles()
        ]),
        "place": ("text text, slug text, signs text[]", [
            (place, place.lower(), _signs("", place)) for place in places(chance)
        ]),
        "name": ("first text, last text, first_sort text, last_sort text, signs text[]", [
            (first, last, folded(first), folded(last).replace(" ", "  "), _signs(name, ""))
            for name in names() for first, _, last in [name.partition(" ")]
        ]),
    }  # fmt: skip
    for name, (columns, rows) in pools.items():
        _keep(f"bench_{name}", columns, rows)
    return {name: len(rows) for name, (_, rows) in pools.items()}


def paragraphs() -> list[str]:
    """Of three sentences each, in the order of the demo's texts."""
    texts = [text for piece in pieces() for text in piece.texts.values()]
    texts += [said.text for piece in pieces() for said in piece.remarks]
    texts += [said.text for inquiry in inquiries() for said in inquiry.answers]
    plain = (re.sub(r"[*_#>`<&-]+", " ", text) for text in texts)
    sentences = [s for text in plain for s in re.split(r"(?<=[.?!])\s+", " ".join(text.split()))]
    whole = [sentence for sentence in sentences if 20 < len(sentence) < 250]
    return [
        " ".join(whole[at : at + SENTENCES_EACH]) for at in range(len(whole) - SENTENCES_EACH + 1)
    ]


def titles() -> list[str]:
    return [one.title for one in (*pieces(), *inquiries())]


def names() -> list[str]:
    found = Person.objects.exclude(name="").order_by("pk").values_list("name", flat=True)
    return [name for name in found if " " in name]


def places(chance: random.Random) -> Iterable[str]:
    """Names of places that are nowhere: what a long tail of rare words is made of."""
    found = {
        "".join([*chance.choices(SYLLABLES, k=chance.randint(1, 3)), chance.choice(ENDS)])
        for _ in range(PLACES)
    }
    return [place.capitalize() for place in sorted(found)]


def _signs(title: str, text: str) -> list[str]:
    found = lexemes_of(title, text, tokens=(), kind="", themes=(), circle=None, at=NO_MOMENT)
    return [sign for sign in found if sign[0] in "wptq" and len(sign) > 1]


def _keep(table: str, columns: str, rows: list[Sequence[Any]]) -> None:
    marks = ", ".join(["%s"] * (1 + len(rows[0])))
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {table}")
        cursor.execute(f"CREATE UNLOGGED TABLE {table} (n int PRIMARY KEY, {columns})")
        cursor.executemany(
            f"INSERT INTO {table} VALUES ({marks})",
            [(number, *row) for number, row in enumerate(rows, start=1)],
        )
        cursor.execute(f"ANALYZE {table}")
