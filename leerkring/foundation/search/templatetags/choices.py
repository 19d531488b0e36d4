"""What can be chosen on the search page. Kinds, themes and somebody's circles are nearly always as
they were, so their markup is made once."""

from collections.abc import Collection
from functools import lru_cache

from django import template
from django.forms import BoundField
from django.utils.html import format_html_join

register = template.Library()

Choices = tuple[tuple[object, str], ...]


@register.filter
def as_boxes(field: BoundField, ticked: Collection[str]) -> str:
    return _boxes(field.html_name, field.auto_id, tuple(field.field.choices), frozenset(ticked))


@register.filter
def as_options(field: BoundField) -> str:
    choices = tuple((value or "", label) for value, label in field.field.choices)
    return _options(choices, field.value() or "")


@lru_cache(maxsize=64)
def _boxes(name: str, auto_id: str, choices: Choices, ticked: frozenset[str]) -> str:
    box = '<input type="checkbox" name="{0}" value="{3}" id="{1}_{2}"{4}>'
    one = f'<div><label for="{{1}}_{{2}}">{box} {{5}}</label></div>'
    rows = (
        (name, auto_id, number, value, " checked" if value in ticked else "", label)
        for number, (value, label) in enumerate(choices)
    )
    return format_html_join("", one, rows)


@lru_cache(maxsize=512)
def _options(choices: Choices, chosen: str) -> str:
    rows = ((value, " selected" if str(value) == chosen else "", label) for value, label in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
