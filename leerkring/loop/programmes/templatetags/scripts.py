"""`{% load scripts %}`: a script drawn as one bar, so that its mix is seen at a glance."""

from collections.abc import Iterable
from datetime import datetime

from django import template

from leerkring.foundation.design.charts import emphasis_bar
from leerkring.foundation.design.drawing import Drawing
from leerkring.practice.gatherings.models import Block
from leerkring.practice.scans.dimensions import Dimension

register = template.Library()


@register.simple_tag
def division_of(blocks: Iterable[tuple[datetime | None, Block]]) -> Drawing:
    """The minutes of the blocks on Ik, Wij, Wijk and together, as a drawing of 400 wide."""
    minutes = {dimension.label: 0 for dimension in Dimension} | {"Samen": 0}
    for _, block in blocks:
        minutes[block.get_dimension_display() or "Samen"] += block.minutes
    return emphasis_bar(list(minutes.items()), width=400, size=15, title="Zo is de tijd verdeeld")
