"""The least that keeping an answer can cost in Django: one view, no middleware, one row written.

POST /v/<name of a draft>/<item>/antwoord/    with a form field `value`
"""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, JsonResponse
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

from django.db import models  # noqa: E402  (models ask for settings)

SHEET = 64  # bytes, as long as a locked sheet of 36 answers


class Draft(models.Model):
    name = models.CharField(max_length=64, primary_key=True)
    answers = models.BinaryField()

    class Meta:
        app_label = "floor"
        managed = False
        db_table = "answering_draft"

    def __str__(self) -> str:
        return self.name


def answer(request: HttpRequest, name: str, number: int) -> JsonResponse:
    sheet = bytes([int(request.POST["value"])]) * SHEET
    Draft.objects.filter(pk=name).update(answers=sheet)
    return JsonResponse({"kept": number})


urlpatterns = [path("v/<str:name>/<int:number>/antwoord/", answer)]
application = WSGIHandler()
