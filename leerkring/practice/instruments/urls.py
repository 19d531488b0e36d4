"""Addresses of this room."""

from django.urls import path

from leerkring.practice.instruments.views import drafts, files, imports, publishing, versions

app_name = "instruments"

HERE = "vragenlijsten/<int:pk>-<slug:slug>/"
DESK = "vragenlijsten/concepten/"

urlpatterns = [
    path("vragenlijsten/", versions.index, name="list"),
    path("vragenlijsten/ingebouwd/", versions.show_built_in, name="built_in"),
    path("vragenlijsten/ingebouwd/kopie/", versions.copy_of_built_in, name="built_in_copy"),
    path("vragenlijsten/ingebouwd/bestand/<slug:form>/", files.built_in_file, name="built_in_file"),
    path("vragenlijsten/inlezen/", imports.upload, name="import"),
    path("vragenlijsten/inlezen/<int:pk>/", imports.preview, name="import_preview"),
    path(DESK, drafts.index, name="drafts"),
    path(f"{DESK}nieuw/", drafts.new, name="new"),
    path(f"{DESK}<int:pk>/", drafts.edit, name="draft"),
    path(f"{DESK}<int:pk>/controle/", drafts.check, name="check"),
    path(f"{DESK}<int:pk>/weg/", drafts.discard, name="discard"),
    path(f"{DESK}<int:pk>/proef/", publishing.try_out, name="try_out"),
    path(f"{DESK}<int:pk>/publiceren/", publishing.publication, name="publication"),
    path(f"{DESK}<int:pk>/bestand/<slug:form>/", files.draft_file, name="draft_file"),
    path(HERE, versions.show, name="show"),
    path(f"{HERE}kopie/", versions.copy, name="copy"),
    path(f"{HERE}vertaling/", versions.translate, name="translation"),
    path(f"{HERE}uit-gebruik/", versions.take_out_of_use, name="retirement"),
    path(f"{HERE}bestand/<slug:form>/", files.version_file, name="file"),
    path(f"{HERE}verschil/<int:other>/", versions.compare, name="difference"),
]
