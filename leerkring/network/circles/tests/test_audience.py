"""For whom something is meant, in every room above."""

import pytest

from leerkring.network.circles.audience import is_wider


@pytest.mark.parametrize(
    ("new", "old", "wider"),
    [
        (("openbaar", None), ("ingelogd", None), True),
        (("ingelogd", 1), ("kring", 1), True),
        (("kring", 2), ("kring", 1), True),
        (("kring", 1), ("kring", 1), False),
        (("kring", 1), ("openbaar", 1), False),
        (("kring", 2), ("openbaar", 1), True),
        (("ingelogd", 2), ("ingelogd", 1), False),
    ],
)
def test_which_audience_is_wider(
    new: tuple[str, int | None], old: tuple[str, int | None], wider: bool
) -> None:
    assert is_wider(*new, *old) is wider
