"""Addresses of small scans; the link is short, because people type it over from a screen."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from leerkring.practice.pulses.views import answers, harvest, organisers

either = require_http_methods(["GET", "HEAD", "POST"])

app_name = "pulses"
urlpatterns = [
    path("p/<str:code>/", either(answers.answer), name="answer"),
    path("p/<str:code>/dank/", require_safe(answers.thanks), name="thanks"),
    path("vragen-rond/<slug:about>/<int:pk>/<slug:kind>/", either(organisers.ask), name="ask"),
    path("korte-peilingen/<int:pk>/", require_safe(organisers.show), name="show"),
    path("korte-peilingen/<int:pk>/scherm/", require_safe(organisers.screen), name="screen"),
    path("korte-peilingen/<int:pk>/sluiten/", organisers.closing, name="closing"),
    path("korte-peilingen/<int:pk>/weghalen/", organisers.removal, name="removal"),
    path("korte-peilingen/<int:pk>/antwoord/", harvest.reply, name="reply"),
    path("korte-peilingen/<int:pk>/themas/", harvest.themes, name="themes"),
    path("korte-peilingen/<int:pk>/themas/antwoord/", harvest.theme_replies, name="theme_replies"),
]
