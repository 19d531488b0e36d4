"""Addresses of this room: below a meeting, and the short ones in mails and on badges."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from leerkring.practice.attendance.views import groups, inviting, presence, replying

either = require_http_methods(["GET", "HEAD", "POST"])
AT = "bijeenkomsten/<int:pk>-<slug:slug>/"

app_name = "attendance"
urlpatterns = [
    path("komen/<str:token>/", either(replying.reply), name="reply"),
    path("binnen/<str:token>/", require_safe(presence.badge), name="badge"),
    path(f"{AT}ik-kom/", either(replying.reply_here), name="reply_here"),
    path(f"{AT}uitnodigen/", require_safe(inviting.index), name="inviting"),
    path(f"{AT}uitnodigen/lijst/", inviting.from_list, name="from_list"),
    path(f"{AT}uitnodigen/groep/", inviting.from_circle, name="from_circle"),
    path(f"{AT}uitnodigen/iemand/", inviting.from_people, name="from_people"),
    path(f"{AT}uitnodigen/plaatsen/", inviting.places, name="places"),
    path(f"{AT}uitnodigen/<uuid:invitation>/weg/", inviting.take_off, name="take_off"),
    path(f"{AT}uitnodigen/<uuid:invitation>/mail/", inviting.mail_again, name="mail_again"),
    path(f"{AT}aanwezig/", require_safe(presence.desk), name="desk"),
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
