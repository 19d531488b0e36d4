"""The sentences under a script: why each block stands there, and what the script adds up to."""

from collections import Counter
from collections.abc import Mapping, Sequence

from leerkring.loop.programmes.selection import MOST_PER_DIMENSION
from leerkring.loop.programmes.wording import listing, number, percent, quoted
from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension

MOST_NAMES = 4
WORTH_SAYING = 0.05  # scale points: an expected shortfall that would be printed as 0,0 is none

FIXED = {
    "opening": "omdat een gesprek beter loopt als iedereen al iets heeft gezegd",
    "pauze": "omdat je na {passed} minuten even wilt bewegen voor je verdergaat",
    "afsluiting": "omdat de opbrengst pas telt als je weet wat je morgen anders doet",
}
TALK = "omdat jullie over {label} verschillend denken: eerst luisteren, dan kiezen"
FOR_SHORTFALL = (
    "omdat er volgens de peiling bij {names} nog ruimte zit",
    "omdat je hier werkt aan {names}, nu nog onder het doel",
    "omdat de peiling aandacht vraagt voor {names}",
    "omdat jullie verder komen als het beter gaat met {names}",
    "omdat er met {names} iets te winnen is",
)
FOR_DIMENSION = (
    "omdat {names} ook aan bod mag komen bij {label}",
    "omdat je in {minutes} minuten samen verder komt met {names}",
    "omdat je bij {label} ook wilt stilstaan bij {names}",
    "omdat dit past bij {names} en bij de tijd voor {label}",
)
ONCE_MORE = (
    "omdat {names} meer vraagt dan één werkvorm",
    "omdat je {label} rustig wilt afronden, met nog eens {names}",
    "omdat herhalen helpt, zeker bij {names}",
)


def blocks(forms: Sequence[WorkingForm], short: Mapping[str, float]) -> list[str]:
    """For each form in its order a clause with "omdat"."""
    said: list[str] = []
    told: set[str] = set()
    used: Counter[tuple[str, ...]] = Counter()
    passed = 0
    for form in forms:
        if form.part in FIXED:
            said.append(FIXED[form.part].format(passed=passed))
        elif form.for_difference and form.dimension:
            said.append(TALK.format(label=form.dimension.label))
        else:
            said.append(_core(form, short, told, used))
            told.update(form.competences)
        passed += form.minutes
    return said


def _core(
    form: WorkingForm,
    short: Mapping[str, float],
    told: set[str],
    used: Counter[tuple[str, ...]],
) -> str:
    """About competences not told before, those that are short first; no sentence twice in a row."""
    fresh = [name for name in form.competences if name not in told]
    lacking = [name for name in fresh if short.get(name.strip().casefold(), 0.0) >= WORTH_SAYING]
    sentences: tuple[str, ...]
    if lacking:
        sentences, names = FOR_SHORTFALL, lacking
    elif fresh:
        sentences, names = FOR_DIMENSION, fresh
    else:
        sentences, names = ONCE_MORE, [form.competences[0]]
    sentence = sentences[used[sentences] % len(sentences)]
    used[sentences] += 1
    label = form.dimension.label if form.dimension else ""
    return sentence.format(names=quoted(names), label=label, minutes=form.minutes)


def summary(
    forms: Sequence[WorkingForm],
    weights: Mapping[Dimension, float],
    spent: Mapping[Dimension, int],
    asked: int,
    short: Mapping[str, float],
) -> list[str]:
    """Lengths, what was wanted and what it became, and which competences have a place."""
    total, core = sum(form.minutes for form in forms), sum(spent.values())
    said = [
        f"De sessie duurt {total} minuten: {core} voor Ik, Wij en Wijk en {total - core} voor "
        "opening, pauze en afsluiting."
    ]
    if total != asked:
        said.append(f"Gevraagd was {asked} minuten; {total} ligt daar het dichtst bij.")
    wanted = {d: number(weights[d] * core, 1).removesuffix(",0") for d in Dimension}
    became = {d: str(spent[d]) for d in Dimension}
    said.append(f"Volgens de verdeling hoort daar {_minutes(wanted)} bij.")
    if wanted == became:
        said.append("Dat komt precies uit.")
    else:
        said.append(
            f"Het is {_minutes(became)} geworden. Met hooguit {MOST_PER_DIMENSION} werkvormen per "
            "onderdeel komt geen combinatie van deze lengte dichterbij."
        )
    return said + _competences(forms, short)


def _competences(forms: Sequence[WorkingForm], short: Mapping[str, float]) -> list[str]:
    """Which competences with an expected shortfall have a place, the largest first."""
    served = {name.strip().casefold() for form in forms for name in form.competences}
    lacking = [name for name, e in short.items() if e >= WORTH_SAYING]
    lacking.sort(key=lambda name: (-short[name], name))
    here = [name for name in lacking if name in served]
    left = [name for name in lacking if name not in served]
    said = []
    if here:
        said.append(f"Van wat nu nog onder het doel ligt, komt {_some(here)} aan bod.")
    if left:
        said.append(f"Binnen deze tijd was er geen plaats voor {_some(left)}.")
    return said


def overruled(weights: Mapping[Dimension, float], reason: str) -> str:
    chosen = listing(f"{d.label} {percent(weights[d])}" for d in Dimension)
    return f"Jullie kozen zelf een andere verdeling: {chosen}. De reden: {reason}"


def other_size(people: int, size: int | None) -> str:
    """Why there are forms made for another group than this one; `size` None: for any group."""
    group = "andere groepen" if size is None else f"groepen van {size}"
    if size is not None and people > size:
        advice = "Verdeel de groep waar dat nodig is."
    else:
        advice = "Pas de stappen aan jullie groep aan."
    return (
        f"Voor {_people(people)} zijn er te weinig werkvormen om uit te kiezen. Daarom staan hier "
        f"ook werkvormen voor {group}. {advice}"
    )


def no_conversation(dimension: Dimension) -> str:
    return (
        f"Voor {dimension.label} is er geen werkvorm om over verschil te praten. Begin daarom zelf "
        "met de vraag waar jullie verschillend over denken."
    )


def impossible(shortest: int, longest: int) -> str:
    return (
        f"Met deze werkvormen is geen sessie van {shortest} tot {longest} minuten te maken. Zorg "
        "voor een opening, een pauze, een afsluiting en genoeg werkvormen voor Ik, Wij en Wijk."
    )


def nobody() -> str:
    return "Vul in hoeveel mensen er meedoen: ten minste 1."


def wrong_length(minutes: int, shortest: int, longest: int) -> str:
    return f"Een sessie duurt {shortest} tot {longest} minuten, geen {minutes}."


def past_midnight(total: int) -> str:
    return f"Deze sessie duurt {total} minuten en loopt door na middernacht. Begin eerder."


def _people(people: int) -> str:
    return "1 persoon" if people == 1 else f"{people} mensen"


def _minutes(each: Mapping[Dimension, str]) -> str:
    return listing(f"{dimension.label} {each[dimension]}" for dimension in Dimension) + " minuten"


def _some(names: Sequence[str]) -> str:
    """The first few; a sentence with twelve names is not read."""
    return ("onder meer " if len(names) > MOST_NAMES else "") + quoted(names[:MOST_NAMES])
