"""Everybody may search, and finds what they may see; moderators keep the synonyms."""

from typing import Any

from leerkring.foundation.search.models import SynonymGroup
from tests.cast import World
from tests.furnishing.search import WORDS, furnish

ROWS = """\
GET  search:show                          -              200  200  200  200  200  200  200  200  200
POST search:show                          -              405  405  405  405  405  405  405  405  405
GET  search:synonyms                      -              404  404  404  404  200  404  404  404  in
POST search:synonyms                      -              404  404  404  404  302  404  404  404  in
GET  search:synonym                       synonyms       404  404  404  404  200  404  404  404  in
POST search:synonym                       synonyms       404  404  404  404  302  404  404  404  in
GET  search:synonym                       no synonyms    404  404  404  404  404  404  404  404  in
GET  search:synonym_gone                  synonyms       405  405  405  405  405  405  405  405  in
POST search:synonym_gone                  synonyms       404  404  404  404  302  404  404  404  in
POST search:synonym_gone                  no synonyms    404  404  404  404  404  404  404  404  in
"""


def addresses(world: World) -> dict[str, dict[str, Any]]:
    furnish(world)
    return {
        "synonyms": {"pk": SynonymGroup.objects.get(words=WORDS).pk},
        "no synonyms": {"pk": 999_999},
    }


BODIES: dict[str, dict[str, Any]] = {
    "search:synonyms": {"words": "huisbezoek, thuisbezoek"},
    "search:synonym": {"words": "wijkteam, buurtteam"},
}
