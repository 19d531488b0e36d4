"""An open answer as others read it: what points at a person is covered up."""

from collections.abc import Collection

from leerkring.foundation.language.identifiers import Trace, find

COVER = "▮"
_LENGTH = 3  # always the same: the length of a name helps to guess it


def masked(text: str, names: Collection[str] = ()) -> str:
    """`text` with every trace of a person replaced by a cover. Nothing found is no guarantee."""
    return covered(text, find(text, names))


def covered(text: str, traces: Collection[Trace]) -> str:
    parts, at = [], 0
    for trace in traces:
        parts += [text[at : trace.start], COVER * _LENGTH]
        at = trace.end
    return "".join([*parts, text[at:]])
