"""Addresses of this room: below a meeting, and the short ones in mails and on badges."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from leerkring.practice.attendance.views import (
    door,
    groups,
    invited,
    inviting,
    presence,
    promises,
    replying,
    table_sheets,
    tables,
)

either = require_http_methods(["GET", "HEAD", "POST"])
AT = "bijeenkomsten/<int:pk>-<slug:slug>/"

app_name = "attendance"
urlpatterns = [
    path("komen/<str:token>/", either(replying.reply), name="reply"),
    path("komen/<str:token>/vraag/", invited.bring, name="bring"),
    path("komen/<str:token>/vraag/<int:question>/weg/", invited.bring_back, name="bring_back"),
    path(
        "komen/<str:token>/materiaal/<int:material>/<slug:part>/",
        require_safe(invited.material),
        name="invited_file",
    ),
    path("komen/<str:token>/voornemen/", promises.make, name="promise_make"),
    path("komen/<str:token>/voornemen/<int:promise>/", either(promises.show), name="promise"),
    path(
        "komen/<str:token>/voornemen/<int:promise>/anders/",
        promises.change,
        name="promise_change",
    ),
    path(
        "komen/<str:token>/voornemen/<int:promise>/weg/",
        promises.take_away,
        name="promise_end",
    ),
    path("binnen/<str:token>/", require_safe(presence.badge), name="badge"),
    path("tafel/", either(tables.join), name="table_join"),
    path("tafel/<str:token>/", require_safe(tables.show), name="table"),
    path("tafel/<str:token>/stand/", require_safe(tables.state), name="table_state"),
    path("tafel/<str:token>/regel/", tables.write, name="table_line"),
    path("tafel/<str:token>/regel/<uuid:line>/weg/", tables.strike, name="table_line_end"),
    path(f"{AT}tafels/", require_safe(table_sheets.index), name="tables"),
    path(f"{AT}tafels/maken/", table_sheets.make, name="tables_make"),
    path(f"{AT}tafels/sluiten/", table_sheets.close, name="tables_close"),
    path(f"{AT}tafels/regel/<uuid:line>/", table_sheets.hide, name="table_line_hide"),
    path(f"{AT}tafels/vellen.pdf", require_safe(table_sheets.sheets), name="table_sheets"),
    path(f"{AT}ik-kom/", either(replying.reply_here), name="reply_here"),
    path(f"{AT}uitnodigen/", require_safe(inviting.index), name="inviting"),
    path(f"{AT}uitnodigen/lijst/", inviting.from_list, name="from_list"),
    path(f"{AT}uitnodigen/groep/", inviting.from_circle, name="from_circle"),
    path(f"{AT}uitnodigen/iemand/", inviting.from_people, name="from_people"),
    path(f"{AT}uitnodigen/plaatsen/", inviting.places, name="places"),
    path(f"{AT}uitnodigen/<uuid:invitation>/weg/", inviting.take_off, name="take_off"),
    path(f"{AT}uitnodigen/<uuid:invitation>/mail/", inviting.mail_again, name="mail_again"),
    path(f"{AT}aanwezig/", require_safe(presence.desk), name="desk"),
    path(f"{AT}aanwezig/deur.js", require_safe(door.worker), name="desk_worker"),
    path(f"{AT}aanwezig/tik/", presence.taps, name="tap"),
    path(f"{AT}aanwezig/erbij/", presence.walk_ins, name="walk_in"),
    path(f"{AT}groepen/", require_safe(groups.index), name="groups"),
    path(f"{AT}groepen/maken/", groups.make, name="groups_make"),
    path(f"{AT}groepen/bijwerken/", groups.renew, name="groups_renew"),
    path(f"{AT}groepen/tonen/", groups.show, name="groups_show"),
    path(f"{AT}groepen/wensen/", groups.wishes, name="group_wishes"),
    path(f"{AT}groepen/wensen/<int:wish>/weg/", groups.wish_end, name="group_wish_end"),
    path(f"{AT}kaartjes.pdf", require_safe(groups.cards), name="cards"),
]
