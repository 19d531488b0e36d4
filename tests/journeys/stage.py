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
    from tests.cast import build_world

    make_fonts(font_folder())
    call_command("migrate", verbosity=0)
    world = build_world()
    world.people["professional"].set_password(PASSWORD)
    world.people["professional"].save()
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
    return named


if __name__ == "__main__":
    main()
