"""`{% answer_card sheet %}`: one answer, as it stands on the page of its question up to twenty
times."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.defaultfilters import linebreaks_filter
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from leerkring.exchange.questions.templatetags.question_lines import byline, foot, talk
from leerkring.foundation.design.templatetags.dutch import datum

register = template.Library()

NOTHING = ""
CARD = '<article class="answer" id="antwoord-{pk}">'
BEST_CARD = (
    '<article class="answer answer--best" id="antwoord-{pk}">'
    '<p class="answer__best">Dit antwoord hielp</p>'
)
NAMED = '<span id="dank"></span>'  # where the address leads
REST = (
    '<header class="answer__by">{by}<span class="quiet small">{on}</span></header>'
    '<div class="answer__text">{text}</div>{changes}'
    '<div class="sheet-foot">{foot}{acceptance}{own}</div>{talk}</article>'
)
CHANGED = '<p class="quiet small">{} aangepast{}</p>'
ACCEPT = (
    '<button class="{look}" form="doen" formaction="{to}" name="antwoord" value="{pk}">'
    "{said}</button>"
)
NOT_THIS = (
    '<button class="plain-button" form="doen" formaction="{to}" name="terug" value="1">'
    "Toch niet dit</button>"
)


@register.simple_tag(takes_context=True)
def answer_card(context: Mapping[str, Any], sheet: Any, best: bool = False) -> str:
    row, form = sheet.row, BEST_CARD if best else CARD
    return format_html(
        form + (NAMED if sheet.pointed_at else "") + REST,
        pk=row.pk,
        by=byline(sheet.by),
        on=datum(row.at),
        text=linebreaks_filter(row.text, autoescape=True),
        changes=_changes(sheet) if sheet.changes else NOTHING,
        foot=foot(context, sheet),
        acceptance=_acceptance(context, row, best) if context["may_accept"] else NOTHING,
        own=_own(row, sheet.mine) if sheet.mine or context["keeps_order"] else NOTHING,
        talk=talk(context, sheet),
    )


def _changes(sheet: Any) -> str:
    told = ((datum(one.at), f": {one.note}" if one.note else "") for one in sheet.changes)
    return format_html_join("", CHANGED, told)


def _acceptance(context: Mapping[str, Any], row: Any, best: bool) -> str:
    """Who asked says which answer helped, or helped more."""
    to = context["ways"]["accept"]
    if best:
        return format_html(NOT_THIS, to=to)
    again = context["page"].best
    look = "plain-button" if again else "button button--primary button--small"
    said = "Dit hielp mij meer" if again else "Dit hielp mij"
    return format_html(ACCEPT, said=said, look=look, to=to, pk=row.pk)


def _own(row: Any, mine: bool) -> str:
    ways = [("questions:answer_retraction", "Weghalen")]
    if mine:
        ways.insert(0, ("questions:edit_answer", "Bewerken"))
    links = ((reverse(way, args=[row.pk]), word) for way, word in ways)
    return format_html_join("", '<a href="{}">{}</a>', links)
