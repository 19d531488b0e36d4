"""Build the small world in a database of its own and write down its addresses, as JSON.

Runs in a process of its own: `python -m tests.journeys.stage`, with `settings.py` beside it.
"""

import json
import sys

PASSWORD = "een-lang-wachtwoord"


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    from leerkring.foundation.design.fonts import font_folder, make_fonts
    from leerkring.network.entrance.actions import confirm_address
    from tests.cast import build_world

    make_fonts(font_folder())
    call_command("migrate", verbosity=0)
    world = build_world()
    professional = world.people["professional"]
    professional.set_password(PASSWORD)
    professional.save()
    confirm_address(professional, professional.email)
    json.dump(addresses(world), sys.stdout)


def addresses(world) -> dict[str, str]:
    """What the journeys begin from, by name."""
    from django.urls import reverse

    programme = [world.programme.pk, world.programme.slug]
    waiting = [world.waiting.pk, world.waiting.slug]
    named = {
        "programme": reverse("programme", args=programme),
        "city": reverse("city", args=programme),
        "advice": reverse("advice:show", args=programme),
        "exports": reverse("programmes:exports", args=programme),
        "roles": reverse("programmes:roles", args=programme),
        "waiting": reverse("programme", args=waiting),
        "intake": reverse("programmes:intake", args=waiting),
        "preview": reverse("programmes:intake_preview", args=[*waiting, world.draft.pk]),
        "online": reverse("programmes:online", args=waiting),
        "rehearsal": reverse("programmes:rehearsal", args=[*waiting, world.draft.pk]),
        "round": reverse("programmes:round", args=[world.asking.pk, world.asking.slug]),
        "poster": reverse("answering:poster", args=[world.poster.link]),
        "welcome": reverse("answering:welcome", args=[world.door.link]),
        "statement": reverse("answering:statement", args=[world.door.link, 1]),
        "overview": reverse("answering:overview", args=[world.door.link]),
        "line": reverse("answering:line"),
    }
    for key, participation in world.teams.items():
        slug = participation.team.slug
        named[f"team {key}"] = reverse("team", args=[*programme, slug])
        named[f"session {key}"] = participation.session.get_absolute_url()
        named[f"emphasis {key}"] = reverse("programmes:emphasis", args=[*programme, slug])
        named[f"plan {key}"] = reverse("programmes:plan", args=[*programme, slug])
    for key, edition in world.editions.items():
        named[f"desk {key}"] = edition.get_absolute_url()
    for key, paper in world.papers.items():
        named[f"paper {key}"] = paper.get_absolute_url()
    return named | platform(world)


def platform(world) -> dict[str, str]:
    """The pages between two meetings: people, circles, and what they tell each other."""
    from django.urls import reverse

    from leerkring.network.people.slugs import slug_of

    things, person = world.things, world.people["facilitator"]
    circle = things["circles members"]
    of_circle = [circle.pk, circle.slug]
    moderated = {"about": "remarks.remark", "about_id": things["remarks public"].pk}
    handover = things["questions handover"].pk
    named = {
        "theme": things["themes school"].get_absolute_url(),
        "person": reverse("profiles:show", args=[person.pk, slug_of(person.name)]),
        "circle people": reverse("circles:people", args=of_circle),
        "circle requests": reverse("circles:requests", args=of_circle),
        "circle invitations": reverse("circles:invitations", args=of_circle),
        "circle settings": reverse("circles:settings", args=of_circle),
        "circle leave": reverse("circles:leave", args=of_circle),
        "draft": reverse("posts:desk", args=[things["posts concept"].pk]),
        "publication": reverse("posts:publication", args=[things["posts concept"].pk]),
        "versions": reverse("posts:versions", args=[things["posts openbaar"].pk]),
        "redaction": reverse("posts:redaction", args=[things["posts openbaar"].pk]),
        "trial": reverse("posts:trial", args=[things["posts voorbeeld"].pk]),
        "review": reverse("posts:review", args=[things["posts redactie"].pk]),
        "handover": reverse("questions:handover", args=[handover]),
        "flag": reverse("moderation:flag", kwargs=moderated),
        "case": reverse("moderation:case", kwargs=moderated),
        "pulse": reverse("pulses:answer", args=[things["pulses open"].code]),
        "pulse done": reverse("pulses:show", args=[things["pulses closed"].pk]),
        "invitation": reverse("entrance:invitation", args=[things["entrance link"].token]),
        "instrument draft": reverse("instruments:draft", args=[things["instruments draft"].pk]),
    }
    for key in ("open", "in", "members", "hidden"):
        of_circle = [things[f"circles {key}"].pk, things[f"circles {key}"].slug]
        named[f"circle {key}"] = reverse("circles:show", args=of_circle)
        named[f"join {key}"] = reverse("circles:join", args=of_circle)
    for key in ("openbaar", "ingelogd", "kring", "voorbeeld", "prikbord"):
        named[f"post {key}"] = things[f"posts {key}"].get_absolute_url()
    for key in ("open", "in", "circle", "done"):
        named[f"question {key}"] = things[f"questions {key}"].get_absolute_url()
    for key in ("first", "second", "retired"):
        version = things[f"instruments {key}"]
        of_version = [version.pk, slug_of(version.name)]
        named[f"instrument {key}"] = reverse("instruments:show", args=of_version)
    return named | meetings(world)


def meetings(world) -> dict[str, str]:
    """The pages of people who meet: before, during and after; all led by the coordinator."""
    from django.urls import reverse

    from leerkring.practice.attendance.link_queries import reply_path

    things = world.things
    held, begun = things["meetings held"], things["reports begun"].meeting
    named = {
        f"meeting {key}": things[f"meetings {key}"].get_absolute_url()
        for key in ("held", "circle", "open", "off")
    }
    for key in ("programme", "questions", "tryouts", "day", "people", "material"):
        of_circle = [things["meetings circle"].pk, things["meetings circle"].slug]
        named[f"meeting {key}"] = reverse(f"meetings:{key}", args=of_circle)
    for key in ("inviting", "desk", "groups", "reply_here"):
        named[f"attendance {key}"] = reverse(f"attendance:{key}", args=[held.pk, held.slug])
    board = things["boards open"]
    for key in ("lead", "screen", "sheets"):
        named[f"board {key}"] = reverse(f"boards:{key}", args=[board.pk])
    for key in ("commitments open", "agreements apart", "dilemmas open"):
        named[key.replace("s ", " ")] = things[key].get_absolute_url()
    return named | {
        "reply": reply_path(things["attendance partner"].pk),
        "board phone": reverse("boards:phone", args=[board.code]),
        "report": things["reports out"].get_absolute_url(),
        "report desk": reverse("reports:desk", args=[begun.pk, begun.slug]),
    }


if __name__ == "__main__":
    main()
