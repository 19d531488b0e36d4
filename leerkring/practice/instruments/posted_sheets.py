"""The sheet that was posted from the page of a draft.

Not a Django form: 36 statements of four fields would cost it ten times what this does, and there
is nothing to refuse: what was typed is kept, and `checking` says what is wrong with it.
"""

from collections.abc import Mapping
from dataclasses import replace

from leerkring.practice.instruments.sheets import Row, Sheet, clean_line
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.languages import LANGUAGES


def posted_sheet(post: Mapping[str, str], known: Sheet) -> Sheet:
    """`known` with what the post says instead; what it does not mention stays as it was."""
    return Sheet(
        name=_line(post, "name", known.name),
        language=_language(post, known),
        low=_line(post, "low", known.low, most=20),
        high=_line(post, "high", known.high, most=20),
        ends=(_line(post, "low_words", known.ends[0]), _line(post, "high_words", known.ends[1])),
        targets={
            dimension: _line(post, f"target_{dimension.value}", target, most=20)
            for dimension in Dimension
            for target in [known.targets.get(dimension, "")]
        },
        rows=tuple(_row(post, row) for row in known.rows),
    )


def posted_translation(post: Mapping[str, str], known: Sheet, competences: list[str]) -> Sheet:
    """Only words: codes, dimensions, scale and targets are those of the source.

    competences  of the source, one for each row; all rows of one get its translation
    """
    places = {name: place for place, name in enumerate(dict.fromkeys(competences))}
    rows = tuple(
        replace(
            row,
            statement=_line(post, f"statement-{row.key}", row.statement),
            competence=_line(post, f"competence_{places[competence]}", row.competence),
        )
        for row, competence in zip(known.rows, competences, strict=True)
    )
    return replace(
        known,
        name=_line(post, "name", known.name),
        ends=(_line(post, "low_words", known.ends[0]), _line(post, "high_words", known.ends[1])),
        rows=rows,
    )


def _row(post: Mapping[str, str], row: Row) -> Row:
    if f"statement-{row.key}" not in post:
        return row
    dimension = post.get(f"dimension-{row.key}", "")
    return Row(
        key=row.key,
        code=_line(post, f"code-{row.key}", row.code),
        dimension=Dimension(dimension) if dimension in set(Dimension) else row.dimension,
        competence=_line(post, f"competence-{row.key}", row.competence),
        statement=_line(post, f"statement-{row.key}", row.statement),
        reversed=f"reversed-{row.key}" in post,  # a box that is not ticked is not sent
    )


def _language(post: Mapping[str, str], known: Sheet) -> str:
    chosen = post.get("language", "")
    return chosen if chosen in LANGUAGES else known.language


def _line(post: Mapping[str, str], name: str, known: str, **limits: int) -> str:
    return clean_line(post[name], **limits) if name in post else known
