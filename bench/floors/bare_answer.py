"""The least that keeping answers can cost in Django: bare views without middleware, which write the
same rows as the site does and look at nothing on the way.

POST /v/<name of a draft>.<name of a link>/<item>/antwoord/    with a form field `value`
POST /v/<name of a draft>.<name of a link>/inleveren/
"""

import os
import uuid

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import path

from leerkring.site import environment

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": environment.database(os.environ["LEERKRING_DATABASE"])},
    ROOT_URLCONF=__name__,
    SECRET_KEY="floor",
    USE_TZ=True,
)
django.setup()

from django.db import models, transaction  # noqa: E402  (models ask for settings)

SHEET, OWN_LINE = 64, 2048  # bytes, as long as what the site locks: 36 answers, and a result


class Draft(models.Model):
    name = models.CharField(max_length=64, primary_key=True)
    answers = models.BinaryField()
    is_in = models.BooleanField()

    class Meta:
        app_label, managed, db_table = "floor", False, "answering_draft"

    def __str__(self) -> str:
        return self.name


class Link(models.Model):
    name = models.CharField(max_length=64, primary_key=True)
    round_id = models.BigIntegerField()
    team_id = models.BigIntegerField()
    invitee_id = models.BigIntegerField()
    is_used = models.BooleanField()

    class Meta:
        app_label, managed, db_table = "floor", False, "answering_link"

    def __str__(self) -> str:
        return self.name


class Invitee(models.Model):
    id = models.BigIntegerField(primary_key=True)
    is_finished = models.BooleanField()

    class Meta:
        app_label, managed, db_table = "floor", False, "answering_invitee"

    def __str__(self) -> str:
        return str(self.pk)


class Response(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    round_id = models.BigIntegerField()
    team_id = models.BigIntegerField()
    answers = models.BinaryField()

    class Meta:
        app_label, managed, db_table = "floor", False, "scans_response"

    def __str__(self) -> str:
        return str(self.pk)


class OwnLine(models.Model):
    name = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    year = models.PositiveSmallIntegerField()

    class Meta:
        app_label, managed, db_table = "floor", False, "answering_ownline"

    def __str__(self) -> str:
        return self.name


def answer(request: HttpRequest, door: str, number: int) -> JsonResponse:
    sheet = bytes([int(request.POST["value"])]) * SHEET
    Draft.objects.filter(pk=door.partition(".")[0]).update(answers=sheet)
    return JsonResponse({"kept": number})


@transaction.atomic
def hand_in(request: HttpRequest, door: str) -> HttpResponse:
    draft, _, name = door.partition(".")
    link = Link.objects.get(pk=name)
    Response.objects.create(round_id=link.round_id, team_id=link.team_id, answers=bytes(36))
    Draft.objects.filter(pk=draft).update(answers=bytes(44), is_in=True)
    Link.objects.filter(pk=name).update(is_used=True)
    Invitee.objects.filter(pk=link.invitee_id).update(is_finished=True)
    OwnLine.objects.create(name=uuid.uuid4().hex * 2, content=bytes(OWN_LINE), year=2026)
    return HttpResponseRedirect("/")


urlpatterns = [
    path("v/<str:door>/<int:number>/antwoord/", answer),
    path("v/<str:door>/inleveren/", hand_in),
]
application = WSGIHandler()
