"""Reading the providers from one setting, and when their word counts."""

import json

import pytest

from leerkring.site.oidc import is_vouched, providers

ONE = {"id": "a", "name": "A", "issuer": "https://a.example/", "client_id": "c", "secret": "s"}


def test_no_setting_is_no_provider() -> None:
    assert providers("") == providers("  ") == []


def test_a_provider_is_read_with_its_domains() -> None:
    found = providers(json.dumps([{**ONE, "domains": ["A.example"]}]))
    assert found[0]["provider_id"] == "a"
    assert found[0]["settings"] == {"server_url": "https://a.example", "domains": ["a.example"]}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "geen JSON"),
        ('{"id": "a"}', "lijst"),
        (json.dumps([{**ONE, "secret": ""}]), "«secret»"),
        (json.dumps([{**ONE, "scope": "x"}]), "«scope»"),
        (json.dumps([ONE, ONE]), "eigen «id»"),
    ],
)
def test_what_is_wrong_is_named(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        providers(text)


@pytest.mark.parametrize(
    ("claim", "domains", "counts"),
    [
        (True, [], True),
        ("true", [], True),
        (None, [], False),
        (False, [], False),
        ("false", [], False),
        (True, ["a.example"], True),
        (None, ["a.example"], True),
        (False, ["a.example"], False),
        (True, ["b.example"], False),
    ],
)
def test_when_the_word_of_a_provider_counts(
    claim: object, domains: list[str], counts: bool
) -> None:
    assert is_vouched("x@A.example", claim, domains) is counts


def test_a_domain_behind_another_at_is_not_that_domain() -> None:
    assert not is_vouched('"x@a.example"@kwaad.example', True, ["a.example"])
