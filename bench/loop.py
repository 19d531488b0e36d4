"""The main job from two files: 42 teams and 600 people, and ten times that.

`leerkring loop` as one types it, in a process of its own: reading, scoring, release, a programme
and a paper (PDF and HTML) per team, the city's paper and the advice. Beside it the floor of any
program that is handed these files and must leave as many: read them and write empty ones.
"""

import csv
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

TEAMS, PEOPLE, LARGER = 42, 600, 10
ORGANISATIONS, CODES = (
    6,
    tuple(f"{start}{number:02}" for start in ("IK", "WIJ", "WK") for number in range(1, 13)),
)
FLOOR = """
import csv, pathlib, sys
teams, answers, out = map(pathlib.Path, sys.argv[1:])
with teams.open(newline="") as file:
    rows = list(csv.reader(file))[1:]
with answers.open(newline="") as file:
    list(csv.reader(file))
for folder in ("programma", "kranten"):
    (out / folder).mkdir(parents=True)
for number in range(len(rows)):
    for name in (f"programma/{number}.json", f"kranten/{number}.pdf", f"kranten/{number}.html"):
        (out / name).write_bytes(b"")
"""


def write_files(folder: Path, times: int, seed: int = 3) -> list[Path]:
    """teams.csv and antwoorden.csv for `times` cities' worth of teams, from four to 24 people."""
    random = np.random.default_rng(seed)
    count = TEAMS * times
    sizes = 4 + random.multinomial(PEOPLE * times - 4 * count, np.full(count, 1 / count))
    teams, answers = folder / "teams.csv", folder / "antwoorden.csv"
    with teams.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("team", "organisatie", "wijk", "gemeente", "leden"))
        for number, size in enumerate(sizes):
            organisation = f"Organisatie {number % (ORGANISATIONS * times)}"
            writer.writerow((f"Wijkteam {number}", organisation, "", "Proefstad", size + 2))
    with answers.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("team", *CODES))
        for number, size in enumerate(sizes):
            centre = random.normal(3.4, 0.4, len(CODES)) + random.normal(0, 0.5, (size, 1))
            drawn = np.clip(np.rint(random.normal(centre, 0.7)), 1, 5).astype(int)
            writer.writerows((f"Wijkteam {number}", *row) for row in drawn.tolist())
    return [teams, answers]


def seconds(command: list[object]) -> float:
    start = time.perf_counter()
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    return time.perf_counter() - start


def run(folder: Path, times: int) -> tuple[float, float]:
    """Wall seconds of the job and of its floor."""
    home = folder / str(times)
    home.mkdir()
    teams, answers = write_files(home, times)
    program = [sys.executable, "-m", "leerkring", "loop", "--teams", teams, "--answers", answers]
    job = seconds([*program, "--out", home / "uit"])
    floor = seconds([sys.executable, "-c", FLOOR, teams, answers, home / "leeg"])
    made = len(list((home / "uit" / "kranten").glob("*.pdf")))
    if made != TEAMS * times:
        raise RuntimeError(f"{made} papers of {TEAMS * times} teams")
    return job, floor


def measure() -> dict[str, float | int]:
    """Wall seconds for a city and for ten, what ten cost beside one, and the floors."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        city, city_floor = run(folder, 1)
        ten, ten_floor = run(folder, LARGER)
    return {
        "teams": TEAMS,
        "people": PEOPLE,
        "city_seconds": city,
        "city_floor_seconds": city_floor,
        "ten_cities_seconds": ten,
        "ten_cities_floor_seconds": ten_floor,
        "growth_ratio": ten / city,
        "floor_ratio": city / city_floor,
    }


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure:28} {value:.4g}")
