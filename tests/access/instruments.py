"""Who gets what at the addresses of `practice/instruments`.

Everybody who signed in reads versions; the coordinator begins programmes, so may edit.
"""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from leerkring.network.people.slugs import slug_of
from leerkring.practice.scans.instrument_files import built_in, write_instrument

ROWS = """\
GET  instruments:list                     -              200  200  200  200  200  200  200  200  in
GET  instruments:built_in                 -              302  302  302  302  302  302  302  302  in
POST instruments:built_in_copy            -              404  404  404  404  302  404  404  404  in
GET  instruments:built_in_copy            -              404  404  404  404  405  404  404  404  in
GET  instruments:built_in_file            i csv          200  200  200  200  200  200  200  200  in
GET  instruments:built_in_file            i no file      404  404  404  404  404  404  404  404  in
GET  instruments:show                     i used         200  200  200  200  200  200  200  200  in
GET  instruments:show                     i second       200  200  200  200  200  200  200  200  in
GET  instruments:show                     i retired      200  200  200  200  200  200  200  200  in
GET  instruments:show                     i wrong slug   301  301  301  301  301  301  301  301  in
GET  instruments:file                     i xlsform      200  200  200  200  200  200  200  200  in
GET  instruments:file                     i limesurvey   200  200  200  200  200  200  200  200  in
GET  instruments:file                     i ddi          200  200  200  200  200  200  200  200  in
GET  instruments:file                     i other file   404  404  404  404  404  404  404  404  in
GET  instruments:difference               i difference   200  200  200  200  200  200  200  200  in
GET  instruments:difference               i strangers    404  404  404  404  404  404  404  404  in
POST instruments:copy                     i second       404  404  404  404  302  404  404  404  in
GET  instruments:copy                     i second       404  404  404  404  405  404  404  404  in
GET  instruments:translation              i second       404  404  404  404  200  404  404  404  in
POST instruments:translation              i second       404  404  404  404  302  404  404  404  in
GET  instruments:retirement               i second       404  404  404  404  200  404  404  404  in
POST instruments:retirement               i second       404  404  404  404  302  404  404  404  in
GET  instruments:retirement               i retired      404  404  404  404  404  404  404  404  in
GET  instruments:import                   -              404  404  404  404  200  404  404  404  in
POST instruments:import                   -              404  404  404  404  302  404  404  404  in
GET  instruments:import_preview           i import       404  404  404  404  200  404  404  404  in
POST instruments:import_preview           i import       404  404  404  404  302  404  404  404  in
GET  instruments:drafts                   -              404  404  404  404  200  404  404  404  in
GET  instruments:new                      -              404  404  404  404  200  404  404  404  in
POST instruments:new                      -              404  404  404  404  302  404  404  404  in
GET  instruments:draft                    i draft        404  404  404  404  200  404  404  404  in
POST instruments:draft                    i draft        404  404  404  404  302  404  404  404  in
POST instruments:check                    i draft        404  404  404  404  200  404  404  404  in
GET  instruments:check                    i draft        404  404  404  404  405  404  404  404  in
GET  instruments:try_out                  i draft        404  404  404  404  200  404  404  404  in
GET  instruments:draft_file               i draft csv    404  404  404  404  200  404  404  404  in
GET  instruments:publication              i draft        404  404  404  404  200  404  404  404  in
POST instruments:publication              i draft        404  404  404  404  302  404  404  404  in
POST instruments:discard                  i draft        404  404  404  404  302  404  404  404  in
GET  instruments:discard                  i draft        404  404  404  404  405  404  404  404  in
"""
VERSIONS = ("first", "second", "retired", "used")


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    things = {name: world.things[f"instruments {name}"] for name in (*VERSIONS, "draft", "import")}
    pages = {name: {"pk": things[name].pk, "slug": slug_of(things[name].name)} for name in VERSIONS}
    second = pages["second"]
    return {
        **{f"i {name}": page for name, page in pages.items()},
        "i wrong slug": {**second, "slug": "anders"},
        "i csv": {"form": "csv"},
        "i no file": {"form": "zip"},
        "i other file": {**second, "form": "zip"},
        **{f"i {form}": {**second, "form": form} for form in ("xlsform", "limesurvey", "ddi")},
        "i difference": {**second, "other": things["first"].pk},
        "i strangers": {**second, "other": things["retired"].pk},
        "i draft": {"pk": things["draft"].pk},
        "i draft csv": {"pk": things["draft"].pk, "form": "csv"},
        "i import": {"pk": things["import"].pk},
    }


BODIES: dict[str, dict[str, Any]] = {
    "instruments:new": {"name": "Een scan", "language": "nl"},
    "instruments:draft": {"do": "bewaren", "base": "0", "name": "Een andere naam"},
    "instruments:check": {"name": "Een andere naam"},
    "instruments:translation": {"language": "en"},
    "instruments:retirement": {"reason": "Er is een kortere."},
    "instruments:import": {
        "file": lambda: SimpleUploadedFile("scan.csv", write_instrument(built_in()).encode())
    },
}
