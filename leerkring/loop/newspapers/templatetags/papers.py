"""A paper as the template of the page reads it."""

from typing import Any

from django import template

from leerkring.loop.newspapers.paper import Paper
from leerkring.loop.newspapers.reading import page

register = template.Library()


@register.simple_tag
def laid_out(paper: Paper) -> dict[str, Any]:
    """{% laid_out paper as krant %}"""
    return page(paper)
