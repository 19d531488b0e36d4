"""No more mail about this round, for who asks so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from leerkring.practice.answering.actions import stop_mail
from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link, Sending
from leerkring.practice.answering.views.gate import behind_link


@behind_link
def no_mail(request: HttpRequest, secret: Secret, link: Link) -> HttpResponse:
    if request.method == "POST":
        stop_mail(link)
    is_off = not Sending.objects.waiting().filter(invitee=link.invitee_id).exists()
    return render(request, "answering/no_mail.html", {"door": secret.link, "is_off": is_off})
