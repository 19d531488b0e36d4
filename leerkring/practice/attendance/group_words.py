"""What is good and bad about groups, and what nobody can do better, in Dutch sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from leerkring.practice.planning.groups import Guest, Mixed


def told(mixed: Mixed, guests: Sequence[Guest], names: Mapping[str, str]) -> list[str]:
    """One sentence for each thing that was minded; `names` of guests by their key."""
    tables, rounds = len(mixed.rounds[0]), len(mixed.rounds)
    sentences = [_colleagues(mixed, guests, tables, rounds)]
    if rounds > 1:
        sentences.append(_again(mixed))
    sentences.append(
        "Niemand zit met iemand die hij of zij al kende van een eerdere bijeenkomst, groep of team."
        if not mixed.met
        else f"{_pairs(mixed.met)} {_have(mixed.met)} elkaar eerder ontmoet: in groepen van een "
        "andere bijeenkomst, in een werkgroep of in hun team."
    )
    if mixed.apart:
        sentences.append(
            f"{_pairs(mixed.apart)} die niet samen mochten, {_sit(mixed.apart)} toch samen."
        )
    for pair in mixed.unfulfilled:
        one, other = sorted(names.get(key, key) for key in pair)
        sentences.append(f"{one} en {other} wilden samen aan een tafel. Dat lukte niet.")
    return sentences


def _colleagues(mixed: Mixed, guests: Sequence[Guest], tables: int, rounds: int) -> str:
    if not mixed.colleagues:
        return "Niemand zit met iemand van de eigen organisatie."
    why = _largest(guests, tables)
    total = f", over {rounds} rondes samen" if rounds > 1 else ""
    least = mixed.least_colleagues
    if mixed.colleagues == least:
        return (
            f"{_pairs(least)} van dezelfde organisatie {_are(least)} onvermijdelijk{total}{why}. "
            "Beter kan niet."
        )
    told = f"{_pairs(mixed.colleagues)} van dezelfde organisatie {_sit(mixed.colleagues)} samen"
    if not least:
        return f"{told}. Dat komt door wensen en vaste plaatsen."
    return f"{told}; {least} daarvan {_are(least)} onvermijdelijk{total}{why}."


def _largest(guests: Sequence[Guest], tables: int) -> str:
    counts = Counter(guest.organisation for guest in guests if guest.organisation)
    name, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if count <= tables:
        return ""
    at = "1 tafel" if tables == 1 else f"{tables} tafels"
    return f": van {name} komen er {count} van de {len(guests)} mensen, en er zijn {at}"


def _again(mixed: Mixed) -> str:
    if not mixed.again:
        return "Niemand zit twee keer bij dezelfde persoon."
    if mixed.again == mixed.least_again:
        return (
            f"{_pairs(mixed.again)} {_sit(mixed.again)} nog een keer samen. "
            "Met zo veel rondes kan dat niet anders."
        )
    return f"{_pairs(mixed.again)} {_sit(mixed.again)} nog een keer samen."


def _pairs(number: int) -> str:
    return "1 paar" if number == 1 else f"{number} paren"


def _are(number: int) -> str:
    return "is" if number == 1 else "zijn"


def _sit(number: int) -> str:
    return "zit" if number == 1 else "zitten"


def _have(number: int) -> str:
    return "heeft" if number == 1 else "hebben"
