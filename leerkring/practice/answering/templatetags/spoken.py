"""`instrument|spoken`: the language in which an instrument is asked; `|dont_know` in that one."""

from django import template

from leerkring.practice.instruments.answer_words import dont_know_in
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import LANGUAGES, Language

register = template.Library()


@register.filter
def spoken(instrument: Instrument) -> Language:
    return LANGUAGES[instrument.language]


@register.filter
def dont_know(instrument: Instrument) -> str:
    return dont_know_in(instrument)
