"""What a LimeSurvey survey has beside statements: told, because we cannot take it over."""

from collections.abc import Iterable, Iterator

from leerkring.practice.scans.formats.limesurvey_tables import Row, Structure

# Attributes that change what somebody is asked; the others only change how it looks.
ASKING = (
    "array_filter", "array_filter_exclude", "em_validation_q", "em_validation_sq",
    "exclude_all_others", "hidden", "random_order", "random_group",
)  # fmt: skip
WHOLE_TABLES = {
    "conditions": "Voorwaarden waaronder een vraag verschijnt",
    "quota": "Quota",
    "assessments": "Beoordelingen op punten",
    "defaultvalues": "Antwoorden die van tevoren zijn ingevuld",
}


def leftovers(structure: Structure) -> Iterator[str]:
    """Dutch sentences, only about what is there."""
    if structure.others:
        yield f"De teksten in andere talen: {', '.join(structure.others)}."
    for table, what in WHOLE_TABLES.items():
        if rows := structure.rows(table):
            yield f"{what} ({len(rows)})."
    questions = [*structure.rows("questions"), *structure.rows("subquestions")]
    asked = [row for row in questions if row.get("title", "").casefold() != "team"]
    yield from _listed("Een voorwaarde bij", (row for row in asked if _has_condition(row)))
    yield from _listed("Verplicht zijn van", (r for r in asked if r.get("mandatory") in ("Y", "S")))
    yield from _listed("«Anders, namelijk» bij", (r for r in asked if r.get("other") == "Y"))
    for group in structure.rows("groups"):
        if group.get("grelevance", "1") not in ("", "1"):
            yield f"De voorwaarde bij de groep «{group.get('group_name')}»."
        if group.get("randomization_group"):
            yield f"De wisselende volgorde van de groep «{group.get('group_name')}»."
    attributes = [row.get("attribute", "") for row in structure.rows("question_attributes")
                  if row.get("value", "") not in ("", "0", "N")]  # fmt: skip
    for attribute in ASKING:
        if attribute in attributes:
            yield f"De instelling «{attribute}» ({attributes.count(attribute)} keer)."
    if any(_texts_around(row) for row in structure.rows("surveys_languagesettings")):
        yield "De teksten aan het begin en het einde."
    if any("<" in row.get("question", "") for row in asked):
        yield "De opmaak van de vragen (vet, kleur, beeld)."


def _has_condition(row: Row) -> bool:
    return row.get("relevance", "1") not in ("", "1")


def _texts_around(row: Row) -> bool:
    columns = ("surveyls_description", "surveyls_welcometext", "surveyls_endtext")
    return any(row.get(column) for column in columns)


def _listed(what: str, rows: Iterable[Row], most: int = 5) -> Iterator[str]:
    titles = [row.get("title", "") for row in rows]
    if titles:
        more = f" en nog {len(titles) - most}" if len(titles) > most else ""
        yield f"{what} {', '.join(titles[:most])}{more}."
