"""Forty-two newspapers of an invented city, from the harvest of a session to a PDF.

Beside Typst with copyfitting stands WeasyPrint, which sets the same paper from our own page: the
same words, drawings and photo, without finding the type size and without a promise of four pages.
Our page uses grid and flexbox, at which WeasyPrint is slow; a page made for it alone is faster.
"""

import os
import random
import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image

from leerkring.foundation.design.typesetting import SHARPEST
from leerkring.loop.newspapers.composing import compose_team_paper
from leerkring.loop.newspapers.paper import FigureLine, Paper
from leerkring.loop.newspapers.typesetting import typeset
from leerkring.practice.gatherings.harvest import QUESTIONS, Harvest, Picture, Promise, Quote
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.results import ScaleResult, UnitKind, UnitResult

TEAMS = 42
FONTS = re.compile(r"@font-face\{[^}]*\}")
WORDS = re.findall(
    r"\w+",
    "we willen dat ieder gezin één vast gezicht heeft en dat school huisarts buurthuis en wijkteam "
    "elkaar vinden voordat het misgaat ook als de agenda vol is want ouders weten zelf het beste "
    "wat helpt en wij durven vaker te vragen wachten luisteren en terug te kijken op wat er "
    "gebeurde rond een kind de wijkverpleegkundige de jeugdgezondheidszorg de bewoners",
)


def city(seed: int = 1) -> list[Paper]:
    """Papers of all lengths; one in three has a photo, one in seven hardly anything."""
    chance = random.Random(seed)
    return [team_paper(index, chance) for index in range(TEAMS)]


def team_paper(index: int, chance: random.Random) -> Paper:
    length = chance.choice((40, 60, 80, 110, 150)) if index % 7 else 8
    notes = {q.key: prose(chance, length) for q in QUESTIONS}
    photo = Picture(noise(index), "Een muur vol briefjes") if index % 3 == 0 else None
    return compose_team_paper(
        team=f"Wijkteam {WORDS[index % len(WORDS)].capitalize()} {index + 1}",
        district=f"Wijk {index + 1}",
        municipality="Merestad",
        organisation="Stichting Dichtbij",
        date=date(2026, 11, 21),
        number=1,
        harvest=Harvest(
            notes=notes,
            quotes=tuple(Quote(prose(chance, 14), "gezinswerker") for _ in range(index % 5)),
            promises=tuple(Promise(prose(chance, 12), "iedereen") for _ in range(index % 7)),
            picture=photo,
        ),
        result=UnitResult(
            f"team-{index}", f"Team {index}", UnitKind.TEAM, 9, 12,
            {d: ScaleResult(3.4, 0.2, 3.7, chance.random(), 0.3) for d in Dimension},
        ),
        minutes=dict(zip(Dimension, (40, 70, 50), strict=True)),
        why="Op Wij is de afstand tot het doel het grootst.",
        script=[f"{minutes} min Werkvorm {at}" for at, minutes in enumerate((20, 30, 45, 15, 40))],
        figures=[FigureLine("Inwoners", f"{index + 3}.480", "2024", "CBS")] * 4,
    )  # fmt: skip


def prose(chance: random.Random, length: int) -> str:
    sentences = []
    while length > 0:
        words = [chance.choice(WORDS) for _ in range(min(length, chance.randint(6, 18)))]
        sentences.append(" ".join(words).capitalize() + ".")
        length -= len(words)
    return " ".join(sentences)


def noise(seed: int) -> bytes:
    """A photo of 12 megapixels, as telephones make them."""
    small = np.random.default_rng(seed).integers(0, 255, (12, 16, 3), dtype=np.uint8)
    written = BytesIO()
    Image.fromarray(small).resize((4000, 3000)).save(written, "JPEG", quality=85)
    return written.getvalue()


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_small_photo(paper: Paper) -> Paper:
    if paper.picture is None:
        return paper
    picture = Image.open(BytesIO(paper.picture.jpeg))
    picture.thumbnail((SHARPEST, SHARPEST))
    written = BytesIO()
    picture.save(written, "JPEG", quality=82)
    return replace(paper, picture=replace(paper.picture, jpeg=written.getvalue()))


def weasyprint_seconds(papers: list[Paper]) -> float:
    """Median time per paper, its page already made."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django
    import weasyprint

    django.setup()
    from leerkring.loop.newspapers.standalone import standalone

    # In its favour: no letters to unpack, and a photo that is already as small as print needs.
    pages = [FONTS.sub("", standalone(with_small_photo(paper))) for paper in papers]
    weasyprint.HTML(string=pages[0]).write_pdf(pdf_variant="pdf/ua-1")
    times = [
        seconds(lambda page=page: weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))
        for page in pages
    ]
    return float(np.median(times))


def measure() -> dict[str, Any]:
    """All 42 from data; one, warm, with another text each time; and WeasyPrint on six of them."""
    typeset(city(seed=9)[1])
    papers = city()
    all_seconds = seconds(lambda: [typeset(paper) for paper in papers])
    others = city(seed=2)[: TEAMS // 2]
    singles = [seconds(lambda paper=paper: typeset(paper)) for paper in others]
    beside = others[1:7]
    ours = float(np.median([singles[others.index(paper)] for paper in beside]))
    theirs = weasyprint_seconds(beside)
    return {
        "papers": TEAMS,
        "all_seconds": all_seconds,
        "one_warm_seconds": float(np.median(singles)),
        "one_warm_worst_seconds": max(singles),
        "weasyprint_one_seconds": theirs,
        "weasyprint_ratio": theirs / ours,
        "always_two_or_four_pages": all(typeset(p).pages in {2, 4} for p in papers),
    }


if __name__ == "__main__":
    print(measure())
