"""Addresses of this room; what people type over from a screen is short."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leerkring.practice.boards.views import cards, leading, phones, screens

either = require_http_methods(["GET", "HEAD", "POST"])

app_name = "boards"
urlpatterns = [
    path("b/<slug:code>/stand/", require_safe(phones.state), name="state"),
    path("b/<slug:code>/antwoord/", require_POST(phones.answer), name="answer"),
    path("b/<slug:code>/", require_safe(phones.phone), name="phone"),
    path("bord/", either(phones.join), name="join"),
    path("borden/nieuw/<slug:about>/<int:number>/", either(leading.make), name="make"),
    path("borden/<int:pk>/", require_safe(leading.lead), name="lead"),
    path("borden/<int:pk>/stand/", require_safe(leading.lead_state), name="lead_state"),
    path("borden/<int:pk>/scherm/", require_safe(screens.screen), name="screen"),
    path("borden/<int:pk>/scherm/stand/", require_safe(screens.screen_state), name="screen_state"),
    path("borden/<int:pk>/kaarten/", require_safe(screens.sheets), name="sheets"),
    path("borden/<int:pk>/uitvoer.csv", require_safe(screens.export), name="export"),
    path("borden/<int:pk>/cijfers/", either(screens.figures), name="figures"),
    path("borden/<int:pk>/openen/", leading.opening, name="opening"),
    path("borden/<int:pk>/sluiten/", leading.closing, name="closing"),
    path("borden/<int:pk>/welkom/", leading.welcome, name="welcome"),
    path("borden/<int:pk>/vragen/", leading.add, name="add"),
    path("borden/<int:pk>/vragen/<int:number>/aan/", leading.ask, name="ask"),
    path("borden/<int:pk>/vragen/<int:number>/tonen/", leading.revealing, name="reveal"),
    path("borden/<int:pk>/vragen/<int:number>/later/", leading.later, name="later"),
    path("borden/<int:pk>/vragen/<int:number>/weg/", leading.removal, name="removal"),
    path("borden/<int:pk>/vragen/<int:number>/thema/", cards.themes, name="themes"),
    path("borden/<int:pk>/vragen/<int:number>/overtypen/", cards.typing, name="typing"),
    path("borden/<int:pk>/vragen/<int:number>/voornemens/", cards.commitments, name="commitments"),
    path("borden/<int:pk>/kaart/<uuid:card>/verbergen/", cards.hide, name="hide"),
    path("borden/<int:pk>/kaart/<uuid:card>/terug/", cards.unhide, name="unhide"),
]
