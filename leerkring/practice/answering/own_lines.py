"""A person's own results over rounds: kept under a name and a lock that only their key gives."""

import json

from django.db import transaction

from leerkring.practice.answering.keys import Secret, WrongKey
from leerkring.practice.answering.models import OwnLine
from leerkring.practice.answering.own_scores import OwnResult


def own_key(secret: Secret) -> Secret:
    """The key that belongs to a link: derived, so that finishing twice gives the same one."""
    return Secret(bytes.fromhex(secret.name("own key"))[:16])


def own_line(key: Secret) -> list[OwnResult] | None:
    """A person's results over rounds, oldest first; None when this key opens nothing."""
    line = OwnLine.objects.filter(pk=key.name("line")).first()
    if line is None:
        return None
    try:
        rows = json.loads(key.unlock("line", bytes(line.content)))
    except WrongKey:
        return None
    return [OwnResult.from_json(row) for row in rows]


@transaction.atomic
def join_lines(older: Secret, newer: Secret) -> bool:
    """Put the newer results behind the older key; the newer key then opens nothing any more."""
    first, second = own_line(older), own_line(newer)
    if first is None or second is None or older == newer:
        return False
    write_line(older, [*first, *second])
    OwnLine.objects.filter(pk=newer.name("line")).delete()
    return True


@transaction.atomic
def forget_line(key: Secret) -> bool:
    """Throw a person's own results away."""
    deleted, _ = OwnLine.objects.filter(pk=key.name("line")).delete()
    return bool(deleted)


def write_line(key: Secret, results: list[OwnResult]) -> None:
    content = json.dumps([result.as_json() for result in results]).encode()
    OwnLine.objects.update_or_create(
        pk=key.name("line"), defaults={"content": key.lock("line", content)}
    )
