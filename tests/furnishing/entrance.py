"""Ways into the small world: a link, one that was revoked, a domain, a request, a sign-in."""

from typing import Any

from django.utils import timezone

from leerkring.network.entrance.actions import approve_domain, ask_to_join, invite, revoke
from leerkring.network.entrance.models import SignIn


def furnish(world: Any) -> None:
    by = world.people["coordinator"]
    link = invite(by=by, name="Kring Hechting", welcome="Fijn dat je komt.", next="/over/")
    gone = invite(by=by, name="Oude link")
    revoke(gone, by=by)
    world.things["entrance link"] = link
    world.things["entrance gone"] = gone
    world.things["entrance domain"] = approve_domain(
        "maasbrug.example", organisation="De Maasbrug", by=by
    )
    world.things["entrance request"] = ask_to_join(
        email="vraagt@elders.example",
        name="Femke Zandstra",
        organisation="Basisschool De Kade",
        motivation="Ik werk veel met het wijkteam samen.",
    )
    world.things["entrance sign-in"] = SignIn.objects.create(
        person=world.people["professional"],
        session_key="a-session-elsewhere",
        device="Firefox op Windows",
        seen_on=timezone.localdate(),
    )
