"""What posts keep of people. What was published stays for its readers without a name, or goes."""

from leerkring.exchange.posts.forgetting_actions import forget_posts_of, loosen_posts_of
from leerkring.exchange.posts.models import (
    Draft,
    Post,
    Redaction,
    Retraction,
    Review,
    Trial,
    Version,
)
from leerkring.foundation.privacy.registry import OnErasure, PersonalData, register

LOOSE = OnErasure.ANONYMISE
EITHER = (LOOSE, OnErasure.DELETE)
for entry in (
    PersonalData(
        model=Post,
        path="author",
        label="Wat je schreef",
        fields=("kind", "title", "content", "published_at"),
        on_erasure=LOOSE,
        why="Zodat anderen kunnen lezen wat je deelde.",
        choices=EITHER,
        forget=forget_posts_of,
        loosen=loosen_posts_of,
    ),
    PersonalData(
        model=Draft,
        path="post__author",
        label="Wat je nog aan het schrijven bent",
        fields=("content", "saved_at"),
        on_erasure=OnErasure.DELETE,
        why="Zodat je verder kunt schrijven.",
    ),
    PersonalData(
        model=Trial,
        path="by",
        label="Wat je vertelde over een voorbeeld dat je probeerde",
        fields=("at", "outcome", "where", "changed", "came_of_it"),
        on_erasure=LOOSE,
        why="Zodat anderen weten hoe het elders ging.",
        choices=EITHER,
    ),
    PersonalData(
        model=Version,
        path="by",
        label="Versies die je uitbracht",
        fields=("at", "number"),
        on_erasure=LOOSE,
        why="Zodat te zien is hoe een stuk veranderde.",
    ),
    PersonalData(
        model=Review,
        path="by",
        label="Voorbeelden die je als redactie bekeek",
        fields=("decided_at", "outcome", "remark"),
        on_erasure=LOOSE,
        why="Zodat de schrijver weet wat de redactie vond.",
    ),
    PersonalData(
        model=Retraction,
        path="by",
        label="Stukken die je introk",
        fields=("at", "reason"),
        on_erasure=LOOSE,
        why="Zodat te zien is waarom een stuk er niet meer staat.",
    ),
    PersonalData(
        model=Redaction,
        path="by",
        label="Passages die je weghaalde",
        fields=("at", "reason", "places"),
        on_erasure=LOOSE,
        why="Zodat te zien is dat en waarom er iets is weggehaald.",
    ),
):
    register(entry)
