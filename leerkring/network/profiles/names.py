"""Names of people: compared, and shortened."""

import re
import unicodedata

_BETWEEN = frozenset(("van", "de", "der", "den", "het", "ten", "ter", "te", "el", "al", "von"))


def folded(text: str) -> str:
    """As names are compared and ordered: «Zoë van 't Hoff» is «zoe van t hoff»."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    marked = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", marked))


def initials(name: str) -> str:
    """The first letter of the first and the last word that is a name: «Noor de Wit» is NW."""
    words = [word for word in name.split() if word[0].isalnum() and word.lower() not in _BETWEEN]
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in chosen).upper()[:2]
