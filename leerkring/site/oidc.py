"""Reading LEERKRING_OIDC: which organisations may sign people in (docs/settings.md)."""

import json
from typing import Any

REQUIRED = ("id", "name", "issuer", "client_id", "secret")
OPTIONAL = ("domains",)


def providers(text: str) -> list[dict[str, Any]]:
    """The providers in a JSON list, in the form that allauth wants them.

    Raises ValueError with a Dutch sentence that names what is wrong.
    """
    if not text.strip():
        return []
    try:
        entries = json.loads(text)
    except ValueError as fault:
        raise ValueError(f"LEERKRING_OIDC is geen JSON: {fault}") from fault
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError("LEERKRING_OIDC moet een lijst van aanbieders zijn: [{…}, {…}].")
    found = [_provider(entry) for entry in entries]
    if len({one["provider_id"] for one in found}) < len(found):
        raise ValueError("LEERKRING_OIDC: elke aanbieder heeft een eigen «id».")
    return found


def _provider(entry: dict[str, Any]) -> dict[str, Any]:
    missing = [key for key in REQUIRED if not entry.get(key)]
    unknown = sorted(set(entry) - {*REQUIRED, *OPTIONAL})
    if missing:
        raise ValueError(f"LEERKRING_OIDC: bij een aanbieder ontbreekt «{missing[0]}».")
    if unknown:
        raise ValueError(f"LEERKRING_OIDC: «{unknown[0]}» ken ik niet.")
    return {
        "provider_id": entry["id"],
        "name": entry["name"],
        "client_id": entry["client_id"],
        "secret": entry["secret"],
        "settings": {
            "server_url": entry["issuer"].rstrip("/"),
            "domains": [str(domain).lower() for domain in entry.get("domains", [])],
        },
    }


def is_vouched(address: str, claim: Any, domains: list[str]) -> bool:
    """Whether we take a provider's word that this mail address is the person's.

    claim    `email_verified`; some providers send it as text, many do not send it at all
    domains  those whose addresses the provider gives out itself; where they are named, its word
             counts for no other, and a missing claim is no objection
    """
    if domains:
        at_home = address.rpartition("@")[2].lower() in domains
        return at_home and claim in (None, True, "true")
    return claim in (True, "true")
