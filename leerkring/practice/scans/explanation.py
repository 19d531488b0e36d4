"""How a snapshot was made, in words for the colophon."""

from collections.abc import Iterable

from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.scale_figures import Figures
from leerkring.practice.scans.statistics.shrinkage import FEWEST_GROUPS


def how_it_was_made(instrument: Instrument, k: int, found: Iterable[Figures]) -> str:
    """One paragraph in Dutch. `found`: what was worked out per scale."""
    filled = [each for each in found if each.results]
    sentences = [_instrument(instrument), _release(k)]
    if filled:
        sentences += [_teams(filled), *_boundaries(filled), _words()]
    return " ".join(sentences)


def _instrument(instrument: Instrument) -> str:
    checked = "" if instrument.validated else " Deze vragenlijst is niet gevalideerd."
    return (
        f"Vragenlijst: {instrument.name}, versie {instrument.version}.{checked} Een score is het "
        "gemiddelde van de stellingen die iemand heeft beantwoord; omgekeerde stellingen zijn "
        "teruggedraaid. Wie minder dan twee derde beantwoordde, telt bij dat onderdeel niet mee."
    )


def _release(k: int) -> str:
    return (
        f"Je ziet alleen cijfers over groepen van {k} of meer mensen. Ook wie alle cijfers optelt "
        f"en aftrekt, vindt geen groep van minder dan {k}. Daarom staan ook sommige cijfers over "
        "grotere groepen er niet bij."
    )


def _teams(filled: list[Figures]) -> str:
    if all(each.shrunk for each in filled):
        return (
            "Bij een klein team zegt een gemiddelde minder. Daarom is het cijfer van een team "
            "dichter naar het gemiddelde van alle teams gelegd, hoe kleiner het team hoe meer. "
            "Alleen teams die we tonen, tellen daarin mee."
        )
    if any(each.shrunk for each in filled):
        return (
            f"Waar we {FEWEST_GROUPS} of meer teams tonen, is het cijfer van een team dichter naar "
            "het gemiddelde van alle teams gelegd. Waar het er minder zijn, is het zijn eigen "
            "gemiddelde, met een ruime onzekerheid."
        )
    return (
        f"We tonen minder dan {FEWEST_GROUPS} teams. Daarom is het cijfer van een team zijn eigen "
        "gemiddelde, met een ruime onzekerheid."
    )


def _boundaries(filled: list[Figures]) -> list[str]:
    names = [_name(each) for each in filled if each.boundary]
    if not names:
        return []
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
    return [
        f"Bij {listed} is tussen de teams geen verschil gevonden dat meer is dan toeval; daar "
        "krijgt elk team hetzelfde cijfer."
    ]


def _name(each: Figures) -> str:
    name = each.scale.competence
    return f"«{name}»" if name is not None else Dimension(each.scale.dimension).label


def _words() -> str:
    return (
        "Een gemiddelde dicht bij het einde van de schaal staat er als «of hoger» of «of lager». "
        "Hoe eens een team het is, zeggen we in drie stappen: eensgezind, deels eens of verdeeld."
    )
