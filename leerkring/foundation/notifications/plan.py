"""What becomes of an event for one person: on the site or not, and when by mail."""

from collections.abc import Collection
from dataclasses import dataclass

from leerkring.foundation.notifications.frequency import Frequency, Loudness
from leerkring.foundation.notifications.registry import Event


@dataclass(frozen=True)
class Plan:
    site: bool
    mail: Frequency

    @property
    def is_nothing(self) -> bool:
        return not self.site and self.mail is Frequency.NEVER


NOTHING = Plan(site=False, mail=Frequency.NEVER)


def plan(
    event: Event,
    chosen: Plan | None = None,
    loudness: Loudness = Loudness.NORMAL,
    stopped: Collection[Frequency] = (),
) -> Plan:
    """`chosen` for this event, or else its defaults; louder or quieter by the circle.

    A silent circle lets through what is meant for this person alone, on the site only. From a loud
    one everything comes at once, except what this person never wants by mail. `stopped` are the
    digests that this person unsubscribed from.
    """
    wanted = chosen or Plan(event.site, event.mail)
    if loudness is Loudness.SILENT:
        return Plan(site=True, mail=Frequency.NEVER) if event.personal else NOTHING
    mail = wanted.mail
    if loudness is Loudness.ALL and mail is not Frequency.NEVER:
        mail = Frequency.DIRECT
    if mail in stopped:
        mail = Frequency.NEVER
    return Plan(wanted.site, mail)
