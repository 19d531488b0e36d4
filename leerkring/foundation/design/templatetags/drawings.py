"""Shapes for drawings that stand in templates."""

from django import template

from leerkring.foundation.design.ring import Ring, ring

register = template.Library()


@register.simple_tag
def ring_of_steps(current: str = "") -> Ring:
    """{% ring_of_steps "ontmoeten" as ring %}"""
    return ring(current)
