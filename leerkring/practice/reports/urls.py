"""Addresses of the report of a meeting, below the meeting itself."""

from django.urls import include, path
from django.views.decorators.http import require_http_methods, require_safe

from leerkring.practice.reports.views import desk, invited, pages

app_name = "reports"
of_one = [
    path("", require_safe(pages.show), name="show"),
    path("pdf/", require_safe(pages.pdf), name="pdf"),
    path("foto/<uuid:number>/", require_safe(pages.photo), name="photo"),
    path("maken/", require_http_methods(["GET", "HEAD", "POST"])(desk.show), name="desk"),
    path("maken/foto/", desk.add_photo, name="photo_new"),
    path("maken/foto/<int:photo_id>/einde/", desk.remove_photo, name="photo_end"),
    path("maken/akkoord/", desk.agree, name="approval"),
    path("maken/uit/", desk.bring_out, name="publication"),
    path("maken/terug/", desk.take_back, name="retraction"),
    path("maken/stuk/<slug:kind>/", desk.begin_post, name="post"),
]
invited_to_one = [
    path("", require_safe(invited.show), name="invited"),
    path("pdf/", require_safe(invited.pdf), name="invited_pdf"),
    path("foto/<uuid:number>/", require_safe(invited.photo), name="invited_photo"),
]
urlpatterns = [
    path("bijeenkomsten/<int:pk>-<slug:slug>/verslag/", include(of_one)),
    path("komen/<str:token>/verslag/", include(invited_to_one)),
]
