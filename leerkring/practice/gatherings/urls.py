"""Addresses of sessions and working forms."""

from django.urls import path

from leerkring.practice.gatherings.views import entries, library, notes, photos, wishes

app_name = "gatherings"
urlpatterns = [
    path("werkvormen/", library.index, name="forms"),
    path("werkvormen/<slug:code>/", library.show, name="form"),
    path("sessies/<int:session_id>/notities/<slug:question>/", notes.save, name="note"),
    path("sessies/<int:session_id>/citaten/", entries.quotes, name="quotes"),
    path(
        "sessies/<int:session_id>/citaten/<uuid:entry_id>/weghalen/",
        entries.remove_quote,
        name="quote_removal",
    ),
    path("sessies/<int:session_id>/voornemens/", entries.commitments, name="commitments"),
    path(
        "sessies/<int:session_id>/voornemens/<uuid:entry_id>/weghalen/",
        entries.remove_commitment,
        name="commitment_removal",
    ),
    path("sessies/<int:session_id>/wensen/", wishes.save, name="wishes"),
    path("sessies/<int:session_id>/foto/", photos.save, name="photo"),
    path("sessies/<int:session_id>/foto.jpg", photos.show, name="photo_file"),
]
