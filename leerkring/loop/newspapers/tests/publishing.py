"""A paper on its way out, as far as a test needs it."""

from typing import Any

from leerkring.loop.newspapers.actions import approve, publish
from leerkring.loop.newspapers.models import Edition, Publication


def bring_out(edition: Edition, audience: str, by: Any = None) -> Publication:
    """Agreed with and published, for one audience."""
    approve(edition, audience=audience, by=None)
    return publish(edition, audience=audience, by=by)
