"""How the site is set: what a browser may do, who gets in, and when it refuses to start."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.access_table import addresses
from tests.cast import World

HOUSE = Path(__file__).parent.parent
AsMember = Callable[[str], Client]

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
PAGES = [
    ("home", "-"), ("about", "-"), ("privacy", "-"), ("accessibility", "-"),
    ("design:gallery", "-"), ("demo:cast", "-"), ("account_email", "-"),
    ("programmes:list", "-"), ("programmes:new", "-"), ("programmes:intake", "waiting"),
    ("programmes:intake_preview", "waiting draft"), ("programme", "programme"),
    ("city", "programme"), ("team", "team own"), ("programmes:plan", "team own"),
    ("newspapers:list", "-"), ("newspapers:paper", "paper own"), ("newspapers:pdf", "paper own"),
    ("newspapers:photo", "photo own"), ("newspapers:desk", "desk led"),
    ("newspapers:proof", "desk led"), ("advice:show", "programme"), ("advice:pdf", "programme"),
    ("advice:csv", "programme"), ("gatherings:forms", "-"), ("gatherings:form", "form"),
    ("gatherings:form", "no form"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "about"), PAGES)
def test_every_page_type_carries_the_strict_policy(
    page: str, about: str, world: World, as_member: AsMember
) -> None:
    response = as_member("coordinator").get(reverse(page, kwargs=addresses(world)[about]))
    policy = {part.strip() for part in response["Content-Security-Policy"].split(";")}
    assert policy == POLICY
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"


def test_what_only_one_person_may_see_is_kept_by_no_cache_in_between(
    world: World, as_member: AsMember
) -> None:
    about = addresses(world)
    for page, name in (("newspapers:photo", "photo own"), ("gatherings:photo_file", "session own")):
        response = as_member("professional").get(reverse(page, kwargs=about[name]))
        assert "private" in response["Cache-Control"]


def ids_of_faults() -> set[str]:
    """What the site objects to; a server as database is an objection that tests may overrule."""
    ids = {fault.id for fault in run_checks(tags=["security"])}
    overruled = set() if connection.vendor == "sqlite" else {"leerkring.E003"}
    return {id_ for id_ in ids if id_.startswith("leerkring")} - overruled


def test_the_demo_is_content_on_this_machine_alone(settings: Settings) -> None:
    assert ids_of_faults() == set()


@pytest.mark.parametrize("hosts", [["leerkring.example"], ["*"], ["localhost", "10.0.0.5"]])
def test_the_demo_refuses_any_other_name(settings: Settings, hosts: list[str]) -> None:
    settings.ALLOWED_HOSTS = hosts
    assert ids_of_faults() == {"leerkring.E002"}


def test_the_demo_refuses_to_be_there_outside_demo_mode(settings: Settings) -> None:
    settings.DEMO = False
    assert ids_of_faults() == {"leerkring.E001"}


def outside_the_demo(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python in a process of its own, with these settings and no others."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("LEERKRING_")}
    own |= {f"LEERKRING_{name}": value for name, value in environment.items()}
    own |= {"DJANGO_SETTINGS_MODULE": "leerkring.site.settings", "PYTHONPATH": str(HOUSE)}
    own |= {"LEERKRING_DATABASE": "sqlite:///:memory:"}
    return subprocess.run(
        [sys.executable, "-c", code],
        env=own,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_secret_key_it_starts_only_as_a_demo() -> None:
    refused = outside_the_demo("from leerkring.site.cli.starting import wake\nwake()")
    assert "LEERKRING_SECRET_KEY ontbreekt" in refused.stderr
    assert settings.SECRET_KEY  # tests run in demo mode, and are given none


def test_outside_the_demo_there_is_no_one_click_sign_in_and_cookies_stay_on_https() -> None:
    done = outside_the_demo(
        "import django; django.setup()\n"
        "from django.conf import settings as s\n"
        "from django.urls import get_resolver\n"
        "print('demo' in get_resolver().namespace_dict)\n"
        "print('leerkring.site.demo' in s.INSTALLED_APPS)\n"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT)\n"
        "print(s.SECURE_HSTS_SECONDS > 0)",
        SECRET_KEY="not-a-secret-at-all",
        HTTPS="1",
    )
    assert done.stdout.split() == ["False", "False", "True", "True", "True", "True"], done.stderr


def test_sign_in_has_no_second_door() -> None:
    assert settings.AUTHENTICATION_BACKENDS == [
        "allauth.account.auth_backends.AuthenticationBackend"
    ]
    assert settings.ACCOUNT_PREVENT_ENUMERATION is True
