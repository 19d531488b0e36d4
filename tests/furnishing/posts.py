"""Blogs of the professional for every audience, a pin, and an example that editors look at."""

from datetime import date
from typing import Any

from leerkring.exchange.posts.actions import NewFile, begin, draft_of, keep_attachments, save_draft
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, PIN, Kind
from leerkring.exchange.posts.models import Post, Trial
from leerkring.exchange.posts.publishing_actions import hand_in, publish, retract
from leerkring.exchange.posts.trying_actions import tell_of_trying
from leerkring.foundation.files.checking import check
from leerkring.network.circles.actions import Settings, start_circle
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.membership_actions import end_membership, let_in
from tests.furnishing.profiles import a_face


def furnish(world: Any) -> None:
    """`posts <name>`: openbaar, ingelogd, kring, concept, ingetrokken, voorbeeld, redactie and
    prikbord; `posts trial` is what the team mate made of the example; `posts verlaten` is for the
    circle too, by somebody of another team, who was taken out of it then.

    The circle has two members: the professional, who writes, and the team mate.
    """
    people = world.people
    author = people["professional"]
    usual = Settings.usual_for("werkgroep", "Koffie op de stoep", "Elkaar buiten spreken.")
    circle = start_circle("werkgroep", usual, by=author)
    let_in(circle, person=people["team_mate"])
    world.things["posts circle"] = circle
    for name in (*Audience, "concept", "ingetrokken"):
        audience = Audience(name) if name in set(Audience) else Audience.PUBLIC
        content = Content(
            title=f"Een stuk: {name}",
            texts={"tekst": "<p>Wij dronken koffie op de stoep.</p>"},
            audience=audience,
            circle=circle.pk if audience is Audience.CIRCLE else None,
        )
        _write(world, str(name), BLOG, content, out=name != "concept")
    retract(world.things["posts ingetrokken"], by=author)
    texts = {section.key: f"<p>{section.label}.</p>" for section in EXAMPLE.sections}
    example = Content("Koffie op de stoep", texts, {"rung": "idee"}, audience=Audience.PUBLIC)
    _write(world, "voorbeeld", EXAMPLE, example)
    told = Trial(where="Zuid", outcome=Trial.Outcome.PARTLY, came_of_it="Meer koffie.")
    tried = world.things["posts voorbeeld"]
    world.things["posts trial"] = tell_of_trying(tried, told, by=people["team_mate"])
    _write(world, "redactie", EXAMPLE, example, out=False)
    hand_in(world.things["posts redactie"])
    far = {"wants": "vraag", "expires_on": date(2100, 1, 1).isoformat()}
    pin = Content("Wie heeft een bakfiets?", {"tekst": "<p>Voor een dag.</p>"}, far)
    _write(world, "prikbord", PIN, pin)
    said = {"tekst": "<p>Wij dronken thee.</p>"}
    left = Content("Een stuk: verlaten", said, audience=Audience.CIRCLE, circle=circle.pk)
    membership = let_in(circle, person=people["other_team"])
    _write(world, "verlaten", BLOG, left, by="other_team")
    end_membership(membership, by=author)


def _write(
    world: Any,
    name: str,
    kind: Kind,
    content: Content,
    *,
    out: bool = True,
    by: str = "professional",
) -> None:
    author = world.people[by]
    post = begin(kind, title=content.title, by=author)
    save_draft(post, content, base=draft_of(post).saves)
    picture = NewFile(check(a_face()), alt="Een bruin vlak.", is_picture=True)
    keep_attachments(post, new=[picture], removed=[], by=author)
    if out:
        publish(post, by=author)
    world.things[f"posts {name}"] = Post.objects.get(pk=post.pk)
