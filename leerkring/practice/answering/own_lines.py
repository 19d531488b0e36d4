"""A person's own results over rounds: kept under a name and a lock that only their key gives.

The key is drawn when the answers are handed in; nothing else leads to it. In particular not the
link: whoever keeps the mail that it came in (an employer's mail server does) must not be able to
see the result for ever after. As long as the round is open the key lies locked behind the link, so
that nobody loses it by closing a page; when the round closes that copy is gone.
"""

import json

from django.db import transaction

from leerkring.practice.answering.keys import Secret, WrongKey
from leerkring.practice.answering.models import Draft, OwnLine
from leerkring.practice.answering.own_scores import OwnResult

KEEP_YEARS = 5


def lock_key(secret: Secret, key: Secret) -> bytes:
    """The key to a person's own result, for behind the link until the round closes."""
    return secret.lock("own key", key.raw)


def key_behind(secret: Secret) -> Secret | None:
    """The key of who handed in behind this link; None before that, and after the round."""
    draft = Draft.objects.filter(pk=secret.name("draft"), is_in=True).first()
    return Secret(secret.unlock("own key", bytes(draft.answers))) if draft else None


def has_told(secret: Secret) -> bool | None:
    """Whether who handed in behind this link said what they know about; None before handing in,
    and after the round."""
    draft = Draft.objects.filter(pk=secret.name("draft"), is_in=True)
    return draft.values_list("has_told", flat=True).first()


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
    hold_lines(older, newer)
    first, second = own_line(older), own_line(newer)
    if first is None or second is None or older == newer:
        return False
    write_line(older, sorted([*first, *second], key=lambda result: result.month))
    OwnLine.objects.filter(pk=newer.name("line")).delete()
    return True


def hold_lines(*keys: Secret) -> None:
    """Nobody else writes these lines until the end of the transaction."""
    names = [key.name("line") for key in keys]
    list(OwnLine.objects.select_for_update().filter(pk__in=names).order_by("pk"))


@transaction.atomic
def forget_line(key: Secret) -> bool:
    """Throw a person's own results away."""
    deleted, _ = OwnLine.objects.filter(pk=key.name("line")).delete()
    return bool(deleted)


def forget_old_lines(year: int) -> int:
    """Throw away what got no new result for `KEEP_YEARS` before `year`. Returns how many."""
    deleted, _ = OwnLine.objects.filter(year__lt=year - KEEP_YEARS).delete()
    return deleted


def write_line(key: Secret, results: list[OwnResult]) -> None:
    """`results` from old to new; whatever this key opened before is gone."""
    content = json.dumps([result.as_json() for result in results]).encode()
    year = int(results[-1].month.partition("-")[0])
    line = OwnLine(pk=key.name("line"), content=key.lock("line", content), year=year)
    OwnLine.objects.bulk_create(
        [line], update_conflicts=True, unique_fields=["name"], update_fields=["content", "year"]
    )
