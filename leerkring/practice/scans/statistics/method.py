"""The method in words, for whoever reads the figures: Dutch, complete, and true to the code."""

from collections.abc import Sequence

from leerkring.practice.scans.statistics.agreement import agreement_limit, uniform_null
from leerkring.practice.scans.statistics.reliability import FEWEST_PERSONS
from leerkring.practice.scans.statistics.shrinkage import FEWEST_GROUPS


def method_text(
    options: int,
    null_variance: float | None,
    skewed: float | None,
    unvaried: Sequence[str] = (),
) -> str:
    """How the figures of a report were made.

    options        number of answers on the scale
    null_variance  given in place of the uniform null, or None
    skewed         the slightly skewed null, or None where none was published
    unvaried       scales on which τ² is estimated at exactly 0
    """
    return " ".join(
        (
            *_MISSING,
            *_nulls(options, null_variance, skewed),
            _deviation(options),
            *_MODEL,
            *map(_no_difference, unvaried),
        )
    )


_MISSING = (
    "Ontbrekende antwoorden en «weet ik niet»: een schaalscore is het gemiddelde van de"
    " beantwoorde stellingen (na omkeren) en telt alleen als ten minste twee derde van de"
    " stellingen is beantwoord; n is het aantal mensen met een schaalscore.",
    "α, ω en overeenstemming (rwg, r*wg, AD) rekenen alleen met mensen die alle stellingen van de"
    " schaal hebben beantwoord.",
    "α met het interval van Feldt (95%); ω uit één factor, geschat met maximum likelihood; onder"
    f" {FEWEST_PERSONS} mensen zeggen α en ω weinig.",
)

_MODEL = (
    "Overeenstemming bestaat vanaf twee mensen.",
    "ICC(1) en ICC(2) uit eenwegs-variantieanalyse, met k het gemiddelde aantal per groep;"
    " icc1_k0 en icc2_k0 met k0 = (N − Σn²/N)/(K − 1). Negatief betekent: geen verschil tussen"
    " groepen.",
    "Variantie tussen en binnen groepen met REML voor ongelijke groepen.",
    "Het gekrompen gemiddelde is λ·groepsgemiddelde + (1 − λ)·algemeen gemiddelde, met"
    " λ = τ²/(τ² + σ²/n).",
    f"Bij minder dan {FEWEST_GROUPS} groepen met een score wordt niet gekrompen: dan is het het"
    " groepsgemiddelde zelf, met als standaardfout de wortel uit de gemiddelde kwadratensom binnen"
    " groepen gedeeld door n; reken dan met een t-interval met n − 1 vrijheidsgraden.",
    "Wat niet bestaat, is null.",
)


def _nulls(options: int, null_variance: float | None, skewed: float | None) -> tuple[str, str]:
    if null_variance is None:
        first = f"de gelijke verdeling ({_decimal(uniform_null(options))})"
    else:
        first = f"de opgegeven nulvariantie ({_decimal(null_variance)})"
    second = (
        f"rwg_skewed met een licht scheve verdeling ({_decimal(skewed)}; LeBreton en Senter, 2008)."
        if skewed is not None
        else f"Voor {options} antwoorden is geen licht scheve nulvariantie gepubliceerd."
    )
    return (
        "Varianties met n − 1; rwg (één stelling), rwg(j) (meer stellingen) en r*wg tegen"
        f" {first}; meer variantie dan dat geeft rwg 0.",
        second,
    )


def _deviation(options: int) -> str:
    return (
        "AD is het gemiddelde over de stellingen van de gemiddelde afstand tot het"
        f" groepsgemiddelde; tot en met {_decimal(agreement_limit(options))}, een zesde van het"
        " aantal antwoorden,"
        " is dat overeenstemming (Burke en Dunlap, 2002)."
    )


def _no_difference(scale: str) -> str:
    return (
        f"Op de schaal «{scale}» is de geschatte variantie tussen groepen 0: deze antwoorden laten"
        " geen verschil tussen groepen zien."
    )


def _decimal(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".").replace(".", ",")
