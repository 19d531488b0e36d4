"""After handing in, for who wants to: what somebody knows about, apart from their answers."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.practice.answering.actions import TooLate
from leerkring.practice.answering.forms import said_in
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.knowledge_actions import tell_knowledge
from leerkring.practice.answering.models import Link
from leerkring.practice.answering.own_lines import has_told
from leerkring.practice.answering.views.gate import behind_link
from leerkring.practice.scans.coverage import DOMAINS, FEWEST, Knowledge

NOTHING = "Kies bij minstens één onderwerp, of sla deze vraag over."


@behind_link
def tell(request: HttpRequest, secret: Secret, link: Link) -> HttpResponse:
    told = has_told(secret)
    if told is None or link.round.is_closed:
        raise TooLate
    if told:
        return redirect("answering:result", secret.link)
    said = said_in(request.POST) if request.method == "POST" else bytes(len(DOMAINS))
    if any(said):
        tell_knowledge(secret, said)
        return redirect("answering:result", secret.link)
    context = {
        "door": secret.link,
        "link": link,
        "domains": DOMAINS,
        "steps": [step for step in reversed(Knowledge) if step],
        "k": FEWEST,
        "fault": NOTHING if request.method == "POST" else "",
    }
    return render(
        request, "answering/knowledge.html", context, status=422 if context["fault"] else 200
    )
