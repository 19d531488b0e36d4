"""Files as a coordinator hands them over, and the command that reads them."""

import contextlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from leerkring.practice.scans.instrument_files import built_in
from leerkring.site.cli.main import main

HEADER = "team,organisatie,wijk,gemeente,leden"
CODES = built_in().codes


@dataclass(frozen=True)
class Done:
    """What a command gave back."""

    code: int | str | None
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


def command(*words: object) -> Done:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code: int | str | None = main([str(word) for word in words])
        except SystemExit as end:
            code = end.code
    return Done(code, out.getvalue(), err.getvalue())


@dataclass
class Handed:
    """Two files in a folder, and the way to hand them over."""

    folder: Path
    answer_rows: list[list[str]] = field(default_factory=list)

    @property
    def teams(self) -> Path:
        return self.folder / "teams.csv"

    @property
    def answers(self) -> Path:
        return self.folder / "antwoorden.csv"

    @property
    def out(self) -> Path:
        return self.folder / "uit"

    def write_answers(self, header: Sequence[str] = ("team", *CODES), *, sign: str = ",") -> None:
        lines = [sign.join(row) for row in (header, *self.answer_rows)]
        self.answers.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def loop(self, *extra: object) -> Done:
        return command(
            "loop", "--teams", self.teams, "--answers", self.answers, "--out", self.out, *extra
        )


def hand_over(
    folder: Path,
    teams: Sequence[tuple[str, int]],
    *,
    members: Sequence[int | str] | None = None,
    organisation: str = "De Maasbrug",
    options: int = 5,
    low: int = 1,
    codes: Sequence[str] = CODES,
) -> Handed:
    """Teams with how many of each answered; the answers are drawn, the same every time."""
    folder.mkdir(parents=True, exist_ok=True)
    handed = Handed(folder)
    rows = [HEADER]
    random = np.random.default_rng(7)
    for place, (name, answered) in enumerate(teams):
        size = (members or [answered + 1 for _, answered in teams])[place]
        rows.append(f"{name},{organisation},WK0599{place:02},Rotterdam,{size}")
        centre = random.uniform(0.45, 0.75) * (options - 1)
        drawn = random.normal(centre, options / 6, (answered, len(codes)))
        for person in np.clip(np.rint(drawn), 0, options - 1).astype(int) + low:
            handed.answer_rows.append([name, *map(str, person)])
    handed.teams.write_text("\n".join(rows) + "\n", encoding="utf-8")
    handed.write_answers(("team", *codes))
    return handed


@pytest.fixture(scope="session")
def leerkring() -> Callable[..., Done]:
    """`leerkring("loop", "--help")` runs the command in this process."""
    return command


@pytest.fixture(scope="session")
def handing() -> Callable[..., Handed]:
    """`handing(folder, [("Noord", 8)])` writes the two files and gives them back."""
    return hand_over


@pytest.fixture
def handed(tmp_path: Path) -> Handed:
    """Two teams that can be shown and one that cannot."""
    return hand_over(tmp_path, [("Wijkteam Noord", 8), ("Wijkteam Zuid", 7), ("Wijkteam Oost", 2)])
