"""Who may be named in a text: rooms that know people say which names those are.

A provider gives names as people write them, whole and in the parts that point at somebody by
themselves («Sam de Vries», «Sam»). It is asked once for every text that is checked.
"""

from collections.abc import Callable, Iterable

NameProvider = Callable[[], Iterable[str]]

_providers: list[NameProvider] = []


def register_names(provider: NameProvider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def names() -> frozenset[str]:
    """All names of all providers; empty ones left out."""
    return frozenset(name for provider in _providers for name in provider() if name)
