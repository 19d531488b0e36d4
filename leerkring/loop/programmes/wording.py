"""Dutch for the numbers and names in a programme's reasons."""

import math
from collections.abc import Iterable


def listing(names: Iterable[str]) -> str:
    """'Ik, Wij en Wijk'."""
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last


def quoted(names: Iterable[str]) -> str:
    """'‘contact’ en ‘eigen regie’'."""
    return listing(f"‘{name}’" for name in names)


def number(value: float, decimals: int) -> str:
    """With a decimal comma; half goes up, as on paper."""
    scale = 10**decimals
    return f"{math.floor(round(value * scale, 6) + 0.5) / scale:.{decimals}f}".replace(".", ",")


def percent(share: float) -> str:
    return f"{number(share * 100, 0)}%"


def chance(probability: float) -> str:
    """In whole percents, never more than it is: .799 is '79%', so that it cannot pass for 80."""
    if probability >= 0.99:
        return "99% of meer"
    return f"{math.floor(round(probability * 100, 6))}%"
