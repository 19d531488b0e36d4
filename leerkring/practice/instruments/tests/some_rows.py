"""Statements of a short scan without faults."""

from leerkring.practice.instruments.sheets import Row
from leerkring.practice.scans.dimensions import Dimension

ROWS = (
    Row(0, "IK01", Dimension.SELF, "luisteren", "Ik luister eerst."),
    Row(0, "IK02", Dimension.SELF, "luisteren", "Ik praat te snel.", reversed=True),
    Row(0, "WIJ01", Dimension.TEAM, "leren", "Wij vragen elkaar om hulp."),
)
