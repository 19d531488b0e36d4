"""What a browser is called, and which domains say something of who somebody works for."""

import pytest

from leerkring.network.entrance.devices import device_of
from leerkring.network.entrance.mail_domains import domain_of, read_domain

MOZILLA = "Mozilla/5.0 "


@pytest.mark.parametrize(
    ("user_agent", "device"),
    [
        ("(Windows NT 10.0; Win64; rv:140.0) Gecko/2010 Firefox/140.0", "Firefox op Windows"),
        ("(Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge op Windows"),
        ("(Macintosh; Intel Mac OS X 10_15) Version/18 Safari/605", "Safari op een Mac"),
        ("(iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604", "Safari op een iPhone"),
        ("(Linux; Android 15) Chrome/140.0 Mobile Safari/537", "Chrome op Android"),
        ("(X11; CrOS x86_64) Chrome/140.0 Safari/537.36", "Chrome op een Chromebook"),
        ("(X11; Linux x86_64) iets anders", "Een browser op Linux"),
    ],
)
def test_a_browser_is_called_by_its_kind(user_agent: str, device: str) -> None:
    assert device_of(MOZILLA + user_agent) == device


@pytest.mark.parametrize("user_agent", ["", "curl/8", "<script>", "x" * 10_000])
def test_what_a_browser_says_of_itself_is_never_kept(user_agent: str) -> None:
    assert device_of(user_agent) == "Een onbekend apparaat"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("a@b.example", "b.example"),
        ("A@B.Example", "b.example"),
        ('"x@goed.example"@kwaad.example', "kwaad.example"),
        ("geen adres", ""),
    ],
)
def test_the_domain_is_what_stands_behind_the_last_at(address: str, domain: str) -> None:
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    ("written", "domain"),
    [
        ("maasbrug.example", "maasbrug.example"),
        ("  @Maasbrug.Example. ", "maasbrug.example"),
        ("noor@maasbrug.example", "maasbrug.example"),
        ("coöperatie.example", "xn--coperatie-17a.example"),
    ],
)
def test_a_domain_may_be_written_in_many_ways(written: str, domain: str) -> None:
    assert read_domain(written) == domain


@pytest.mark.parametrize(
    "written", ["", "nl", ".nl", "a..nl", "-a.nl", "a b.nl", "*.nl", "a" * 300]
)
def test_what_is_no_domain_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="Vul een domein in"):
        read_domain(written)


def test_a_domain_where_anybody_gets_an_address_is_refused() -> None:
    with pytest.raises(ValueError, match=r"gmail\.com"):
        read_domain("GMAIL.com")
