"""Mail addresses and the domains they are at."""

import re

# Anybody gets an address here, so such a domain says nothing of who somebody works for.
FOR_ANYBODY = frozenset(
    [
        "gmail.com",
        "googlemail.com",
        "hotmail.com",
        "hotmail.nl",
        "hotmail.be",
        "live.nl",
        "live.be",
        "live.com",
        "outlook.com",
        "outlook.be",
        "outlook.nl",
        "msn.com",
        "yahoo.com",
        "yahoo.nl",
        "icloud.com",
        "me.com",
        "proton.me",
        "protonmail.com",
        "gmx.com",
        "gmx.net",
        "mail.com",
        "ziggo.nl",
        "kpnmail.nl",
        "planet.nl",
        "hetnet.nl",
        "xs4all.nl",
        "home.nl",
        "upcmail.nl",
        "casema.nl",
        "chello.nl",
        "telfort.nl",
        "online.nl",
        "quicknet.nl",
        "solcon.nl",
        "freedom.nl",
        "tele2.nl",
        "telenet.be",
        "skynet.be",
        "proximus.be",
        "scarlet.be",
        "voo.be",
    ]
)
LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


def domain_of(address: str) -> str:
    """What stands behind the last @, in small letters; '' where there is none."""
    return address.rpartition("@")[2].strip().lower() if "@" in address else ""


def read_domain(text: str) -> str:
    """The domain that somebody wrote, perhaps with an @ or as an address of theirs.

    Raises ValueError with a Dutch sentence: not a domain, or one at which anybody gets an address.
    """
    written = text.strip().lower().rpartition("@")[2].rstrip(".")
    try:
        domain = written.encode("idna").decode("ascii")
    except UnicodeError:
        domain = ""
    labels = domain.split(".")
    if len(labels) < 2 or len(domain) > 253 or not all(map(LABEL.fullmatch, labels)):
        raise ValueError("Vul een domein in, zoals «maasbrug.example».")
    if domain in FOR_ANYBODY:
        raise ValueError(f"Bij «{domain}» krijgt iedereen een adres. Dat zegt niet wie iemand is.")
    return domain
