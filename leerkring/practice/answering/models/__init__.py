"""Who is asked, what is on its way, and answers that are not finished yet."""

from leerkring.practice.answering.models.asking import Invitee, Launch, Link, Poster
from leerkring.practice.answering.models.knowledge import FrozenCoverage, KnowledgeSheet
from leerkring.practice.answering.models.locked import Draft, OwnLine
from leerkring.practice.answering.models.mail import PausedAddress, Sending

__all__ = [
    "Draft",
    "FrozenCoverage",
    "Invitee",
    "KnowledgeSheet",
    "Launch",
    "Link",
    "OwnLine",
    "PausedAddress",
    "Poster",
    "Sending",
]
