"""Everything of one's own in one place: profile, texts, notices, sign-in, and what one guards."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from leerkring.network.circles.models import Membership
from leerkring.practice.meetings.models import Meeting

# (title, what one does there, address)
Door = tuple[str, str, str]
OWN = (
    ("Mijn profiel", "Wat anderen van je zien, en wie wat ziet.", "profiles:own"),
    ("Mijn stukken", "Wat je schreef, en wat nog een concept is.", "posts:mine"),
    ("Vragen aan jou", "Waar jij iets van weet.", "questions:routed"),
    ("Voornemens", "Wat je beloofde, en hoe het ging.", "commitments:list"),
    ("Afspraken", "Wat partners elkaar beloven.", "agreements:list"),
    ("Vragenlijsten", "Lezen wat teams gevraagd wordt, of er een maken.", "instruments:list"),
    ("Mijn uitslagen", "Van de quickscan, met de sleutel die jij bewaart.", "answering:line"),
    ("Wat weten wij van jou", "Inzien, meenemen of vertrekken.", "own_data"),
    ("Wat je meldde", "En wat daarvan kwam.", "moderation:own"),
)
SETTINGS = (
    ("Meldingen en mail", "Waarover je hoort, hoe en hoe vaak.", "notifications:settings"),
    ("Kalender op je telefoon", "Wat eraan komt, in je eigen agenda.", "calendar:subscribe"),
    ("E-mailadressen", "Met welk adres je aanmeldt.", "account_email"),
    ("Veilig aanmelden", "Een passkey, een app, een wachtwoord.", "mfa_index"),
    ("Waar je aangemeld bent", "En daar afmelden.", "entrance:sign_ins"),
)
MODERATING = (
    ("Gemeld", "Wat wacht op een besluit.", "moderation:queue"),
    ("Aanvragen en uitnodigingen", "Wie er mee wil doen.", "entrance:requests"),
    ("Vragen zonder naam", "Wat je namens iemand stelt.", "questions:handovers"),
    ("Redactie", "Praktijkvoorbeelden om na te kijken.", "posts:reviews"),
    ("Thema's", "Namen, synoniemen, samenvoegen.", "themes:desk"),
    ("Synoniemen", "Waar zoeken hetzelfde onder verstaat.", "search:synonyms"),
    ("Zonder begeleider", "Groepen die niemand meer begeleidt.", "circles:unguided"),
)
GUIDING = (
    ("Gemeld", "Wat in jouw groepen en bijeenkomsten wacht op een besluit.", "moderation:queue"),
    ("Vragen zonder naam", "Wat je namens iemand stelt.", "questions:handovers"),
    ("Bleef liggen", "Vragen in jouw groepen zonder antwoord.", "questions:routed"),
)


@login_required
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "site/mine.html", {"groups": list(_groups(request.user))})


def _groups(person: Any) -> Iterator[tuple[str, list[Door]]]:
    yield "Je profiel en je werk", _doors(OWN)
    yield "Zo wil je het", _doors(SETTINGS)
    if person.moderates:
        yield "Modereren", _doors(MODERATING)
    elif _guides(person):
        yield "Begeleiden", _doors(GUIDING)


def _guides(person: Any) -> bool:
    """Whether anything can be flagged to this person without being a moderator."""
    guides = Membership.objects.of(person).guiding().exists()
    return guides or Meeting.objects.led_by(person).exists()


def _doors(rows: tuple[Door, ...]) -> list[Door]:
    return [(title, sentence, reverse(name)) for title, sentence, name in rows]
