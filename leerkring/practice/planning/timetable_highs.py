"""The same model, solved as a mixed integer programme by HiGHS.

For weeks that are too large for CP-SAT: the bound of the linear relaxation is close there, and the
search that starts from it proves in seconds what CP-SAT does not find. HiGHS: Huangfu & Hall,
*Parallelizing the dual revised simplex method*, Math. Prog. Comp. 10 (2018); through SciPy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

Values = NDArray[np.float64]
Row = tuple[list[int], list[int], float, float]  # variables, coefficients, least, most
FAR = 2**53  # what CP-SAT calls no limit is beyond this


@dataclass(frozen=True)
class HighsAnswer:
    """What was found, read in the same way as from CP-SAT."""

    values: Values
    objective_value: float
    best_objective_bound: float

    def boolean_value(self, var: cp_model.IntVar) -> bool:
        return bool(self.values[var.index] > 0.5)


def solve_with_highs(
    model: cp_model.CpModel, terms: Iterable[tuple[int, cp_model.IntVar]], *, seconds: float
) -> HighsAnswer | None:
    """Minimise the terms of a model; None when nothing was found in `seconds` of the clock.

    Raises ValueError for a constraint that is not linear.
    """
    proto = model.proto
    domains = [list(var.domain) for var in proto.variables]
    low, high = (np.array([float(domain[end]) for domain in domains]) for end in (0, -1))
    cost = np.zeros(len(domains))
    for weight, var in terms:
        cost[var.index] += weight
    found = milp(
        cost,
        integrality=np.ones(len(domains)),
        bounds=Bounds(low, high),
        constraints=_matrix([row for one in proto.constraints for row in _rows(one)], len(domains)),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None
    return HighsAnswer(found.x, float(found.fun), float(found.mip_dual_bound))


def _rows(one: Any) -> list[Row]:
    """A constraint of CP-SAT as inequalities; a literal under zero is the denial of one."""
    if one.has_linear():
        domain = list(one.linear.domain)
        low, high = float(domain[0]), float(domain[-1])
        return [(list(one.linear.vars), list(one.linear.coeffs), low, high)]
    if one.has_at_most_one():
        return [_literals(list(one.at_most_one.literals), -np.inf, 1)]
    if one.has_exactly_one():
        return [_literals(list(one.exactly_one.literals), 1, 1)]
    denied = [-literal - 1 for literal in one.enforcement_literal]
    if one.has_bool_and():
        return [_literals([then, *denied], 1, np.inf) for then in one.bool_and.literals]
    if one.has_bool_or():
        return [_literals([*one.bool_or.literals, *denied], 1, np.inf)]
    raise ValueError("a constraint that is not linear")


def _literals(literals: list[int], low: float, high: float) -> Row:
    denied = sum(literal < 0 for literal in literals)
    names = [-literal - 1 if literal < 0 else literal for literal in literals]
    return names, [-1 if literal < 0 else 1 for literal in literals], low - denied, high - denied


def _matrix(rows: list[Row], width: int) -> LinearConstraint:
    names = [name for row in rows for name in row[0]]
    weights = [float(weight) for row in rows for weight in row[1]]
    ends = np.cumsum([0, *(len(row[0]) for row in rows)])
    matrix = csr_array((weights, names, ends), shape=(len(rows), width))
    low, high = (np.array([row[end] for row in rows]) for end in (2, 3))
    return LinearConstraint(
        matrix, np.where(low < -FAR, -np.inf, low), np.where(high > FAR, np.inf, high)
    )
