"""Who gets what at the addresses of one's own data: everybody their own, and nobody another's."""

from typing import Any
from uuid import UUID

from leerkring.foundation.privacy.registry import registered

ROWS = """\
GET  own_data                             -              200  200  200  200  200  200  200  200  in
GET  own_data_export                      -              405  405  405  405  405  405  405  405  in
POST own_data_export                      -              302  302  302  302  302  302  302  302  in
GET  own_data_file                        own package    200  404  404  404  404  404  404  404  in
GET  own_data_file                        late package   404  404  404  404  404  404  404  404  in
GET  own_data_file                        no package     404  404  404  404  404  404  404  404  in
GET  own_data_leaving                     -              200  200  200  200  200  200  200  200  in
POST own_data_leaving                     -              302  302  302  302  302  302  302  302  in
GET  own_data_code                        -              302  302  302  302  302  302  302  302  in
POST own_data_code                        -              302  302  302  302  302  302  302  302  in
GET  own_data_staying                     -              405  405  405  405  405  405  405  405  in
POST own_data_staying                     -              302  302  302  302  302  302  302  302  in
"""


def addresses(world: Any) -> dict[str, dict[str, Any]]:
    """One package that the professional may fetch, and one of the manager that lay too long."""
    return {
        "own package": {"number": world.things["dossier ready"].file_id},
        "late package": {"number": world.things["dossier late"].file_id},
        "no package": {"number": UUID(int=7)},
    }


BODIES: dict[str, dict[str, Any]] = {
    "own_data_leaving": {
        entry.key.replace(".", "-"): entry.on_erasure.value
        for entry in registered()
        if entry.choices
    },
}
