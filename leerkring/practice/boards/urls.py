"""Addresses of this room; what people type over from a screen is short."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leerkring.practice.boards.views import (
    cards,
    closing_round,
    figures,
    leading,
    moving,
    phones,
    promises,
    screens,
    shelf,
)

either = require_http_methods(["GET", "HEAD", "POST"])

app_name = "boards"
urlpatterns = [
    path("b/<slug:code>/stand/", require_safe(phones.state), name="state"),
    path("b/<slug:code>/antwoord/", require_POST(phones.answer), name="answer"),
    path("b/<slug:code>/voornemen/<uuid:card>/", either(promises.claiming), name="claiming"),
    path("b/<slug:code>/", require_safe(phones.phone), name="phone"),
    path("scherm/<slug:code>/<slug:seal>/", require_safe(screens.watch), name="watch"),
    path(
        "scherm/<slug:code>/<slug:seal>/stand/",
        require_safe(screens.watch_state),
        name="watch_state",
    ),
    path("bord/", either(phones.join), name="join"),
    path("borden/nieuw/<slug:about>/<int:number>/", either(leading.make), name="make"),
    path("borden/<int:pk>/", require_safe(leading.lead), name="lead"),
    path("borden/<int:pk>/stand/", require_safe(leading.lead_state), name="lead_state"),
    path("borden/<int:pk>/scherm/", require_safe(screens.screen), name="screen"),
    path("borden/<int:pk>/scherm/stand/", require_safe(screens.screen_state), name="screen_state"),
    path("borden/<int:pk>/kaarten/", require_safe(screens.sheets), name="sheets"),
    path("borden/<int:pk>/uitvoer.csv", require_safe(screens.export), name="export"),
    path("borden/<int:pk>/cijfers/", either(figures.figures), name="figures"),
    path("borden/<int:pk>/voor-wie/", either(moving.moving), name="moving"),
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
    path(
        "borden/<int:pk>/vragen/<int:number>/voornemens/",
        either(promises.commitments),
        name="commitments",
    ),
    path("borden/<int:pk>/vragen/<int:number>/meenemen/", either(promises.harvest), name="harvest"),
    path("borden/<int:pk>/vragen/<int:number>/woord/", cards.hide_word, name="hide_word"),
    path("borden/<int:pk>/vragen/<int:number>/plank/", shelf.shelf, name="shelf"),
    path("borden/<int:pk>/van-de-plank/", shelf.from_shelf, name="from_shelf"),
    path("borden/<int:pk>/terugblik/", closing_round.look_back, name="look_back"),
    path("borden/<int:pk>/cijfers/erbij/", figures.own_figure, name="own_figure"),
    path(
        "borden/<int:pk>/cijfers/<int:figure>/weg/",
        figures.own_figure_removal,
        name="own_figure_removal",
    ),
    path("borden/<int:pk>/kaart/<uuid:card>/verbergen/", cards.hide, name="hide"),
    path("borden/<int:pk>/kaart/<uuid:card>/terug/", cards.unhide, name="unhide"),
]
