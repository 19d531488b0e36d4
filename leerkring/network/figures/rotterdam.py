"""Rotterdam's districts in 2024: what the demo and the tests stand on.

Source: CBS, Kerncijfers wijken en buurten 2024, table 85984NED (CC BY 4.0), version of 2025-03-27.
"""

from functools import lru_cache
from pathlib import Path

from leerkring.foundation.tables.reading import read_table
from leerkring.network.figures.cbs_files import FigureFile, read_figures

FILE = Path(__file__).parent / "data" / "rotterdam-2024.csv"


@lru_cache(maxsize=1)
def rotterdam_2024() -> FigureFile:
    """Inhabitants, density, dwellings and land of the municipality and its 21 wijken."""
    return read_figures(read_table(FILE, FILE.name))
