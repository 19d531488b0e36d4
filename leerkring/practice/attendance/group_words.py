"""What is good and bad about groups, and what nobody can do better, in Dutch sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence

from leerkring.practice.planning.group_bounds import unavoidable_repeats
from leerkring.practice.planning.groups import Guest, Mixed

UNKNOWN, UNKNOWN_ONE = "hoeveel daarvan onvermijdelijk is", "of dat onvermijdelijk is"


def told(
    mixed: Mixed, guests: Sequence[Guest], names: Mapping[str, str], known: str = ""
) -> list[str]:
    """A line for each thing that was minded; `names` of guests by their key.

    known  who counts as knowing somebody (`who_know_each_other`)
    """
    tables, rounds = len(mixed.rounds[0]), len(mixed.rounds)
    sentences = [_colleagues(mixed, guests, tables, rounds)]
    if rounds > 1:
        sentences.append(_again(mixed, len(guests), tables, rounds))
    sentences.append(f"{_met(mixed, rounds)} {known}".rstrip())
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


def who_know_each_other(small: int, *, among_members: bool, brought: int) -> str:
    """What was looked at to know who met before, and no more.

    small          people at a meeting where everybody meets everybody
    among_members  the circle of the meeting was left out: everybody is in it
    brought        guests at the tables of whom nothing is known
    """
    told = (
        "Bekenden waren eerder samen: in een team of kring, aan een tafel, in een sessie, of op "
        f"een bijeenkomst met hoogstens {small} aangemelde mensen."
    )
    if among_members:
        told += " De kring van deze bijeenkomst telt niet mee."
    if brought:
        of = "de meegebrachte gast" if brought == 1 else f"de {brought} meegebrachte gasten"
        told += f" Wie {of} {'kent' if brought == 1 else 'kennen'}, weten we niet."
    return told


def _met(mixed: Mixed, rounds: int) -> str:
    count, least = mixed.met, mixed.least_met
    if not count:
        return "Niemand zit met een bekende."
    that = "dat elkaar al kent" if count == 1 else "die elkaar al kennen"
    told = f"{_pairs(count)} {that}, {_sit(count)} samen"
    if not least:
        return f"{told}; {_unknown(count)}, weten we niet."
    so = ""
    if rounds > 1:
        so = ", zolang niemand twee keer bij dezelfde persoon zit"
        if mixed.again:
            so = ", zolang mensen niet vaker dan nu nog eens samen zitten"
    if count == least:
        return f"{told}. Dat is onvermijdelijk{so}. Beter kan niet."
    return (
        f"Van de {_pairs(count)} die elkaar al kennen en samen zitten, "
        f"{_are(least)} er zeker {least} onvermijdelijk{so}."
    )


def _again(mixed: Mixed, people: int, tables: int, rounds: int) -> str:
    count, least = mixed.again, mixed.least_again
    if not count:
        return "Niemand zit twee keer bij dezelfde persoon."
    told = f"{count} keer zit een paar nog eens samen"
    if not least:
        return f"{told}; {_unknown(count)}, weten we niet."
    so = ""
    if least > unavoidable_repeats(people, tables, rounds):
        so = ", zolang er zo weinig mogelijk collega's samen zitten"
    if count == least:
        return f"{told}. Met zo veel rondes kan dat niet anders{so}."
    return (
        f"Van de {count} keer dat een paar nog eens samen zit, "
        f"{_are(least)} er zeker {least} onvermijdelijk{so}."
    )


def _unknown(count: int) -> str:
    return UNKNOWN_ONE if count == 1 else UNKNOWN


def _pairs(number: int) -> str:
    return "1 paar" if number == 1 else f"{number} paren"


def _are(number: int) -> str:
    return "is" if number == 1 else "zijn"


def _sit(number: int) -> str:
    return "zit" if number == 1 else "zitten"
