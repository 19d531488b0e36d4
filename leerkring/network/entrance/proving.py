"""Proving a mail address: what a browser's session remembers between the form and the code.

Works on any mapping; a session of Django is one. Nothing of this is in the database before the
code was right, so nobody can lay claim to another's address.
"""

from collections.abc import MutableMapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from leerkring.network.entrance.codes import is_same, new_code

KEY = "entrance"
TRIES = 5
MINUTES = 15
PROVEN_MINUTES = 120

Memory = MutableMapping[str, Any]


@dataclass(frozen=True)
class Proof:
    """An address on its way to be proven, or proven (`code` is then empty).

    until  seconds since 1970 after which it counts no more
    """

    email: str
    name: str
    code: str
    until: float
    tries: int = 0


def begin(memory: Memory, *, email: str, name: str, now: float) -> Proof:
    """Remember who this says to be, with a fresh code; an earlier one no longer counts."""
    return _keep(memory, Proof(email, name, new_code(), now + 60 * MINUTES))


def waiting(memory: Memory, now: float) -> Proof | None:
    """The address for which a code is expected."""
    proof = _kept(memory, now)
    return proof if proof and proof.code else None


def proven(memory: Memory, now: float) -> Proof | None:
    """The address that this browser proved."""
    proof = _kept(memory, now)
    return proof if proof and not proof.code else None


def overdue(memory: Memory, now: float) -> Proof | None:
    """What was typed in this browser shortly before, where the code or the proof counts no more."""
    proof = _remembered(memory)
    late = now - proof.until if proof else 0
    return proof if 0 < late <= 60 * PROVEN_MINUTES else None


def try_code(memory: Memory, typed: str, now: float) -> bool:
    """Whether the code is right. After five wrong ones it counts no more."""
    proof = waiting(memory, now)
    if proof is None:
        return False
    if is_same(typed, proof.code):
        take_as_proven(memory, email=proof.email, name=proof.name, now=now)
        return True
    if proof.tries + 1 >= TRIES:
        _keep(memory, replace(proof, code=new_code(), until=now - 1))  # one that nobody was told
    else:
        _keep(memory, replace(proof, tries=proof.tries + 1))
    return False


def take_as_proven(memory: Memory, *, email: str, name: str, now: float) -> Proof:
    """Somebody we trust vouches for the address: the right code, or a provider that signs in."""
    return _keep(memory, Proof(email, name, "", now + 60 * PROVEN_MINUTES))


def forget(memory: Memory) -> None:
    memory.pop(KEY, None)


def _keep(memory: Memory, proof: Proof) -> Proof:
    memory[KEY] = asdict(proof)
    return proof


def _kept(memory: Memory, now: float) -> Proof | None:
    proof = _remembered(memory)
    return proof if proof and now <= proof.until else None


def _remembered(memory: Memory) -> Proof | None:
    content = memory.get(KEY)
    return Proof(**content) if isinstance(content, dict) else None
