"""The texts of one form: what is found in them, under which key, and what becomes of them."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from leerkring.foundation.language.decisions import Answer, Decision
from leerkring.foundation.language.html_text import HtmlText, text_of
from leerkring.foundation.language.identifiers import find
from leerkring.foundation.language.sentences import begins_sentence
from leerkring.foundation.language.stems import fold
from leerkring.foundation.language.traces import Trace, TraceKind


@dataclass(frozen=True)
class Part:
    """A piece of a text as it is shown; `kind` is None where nothing was found."""

    text: str
    kind: TraceKind | None = None


@dataclass(frozen=True)
class Along:
    """A text that goes out with a form but was written elsewhere: its words cannot be changed here.

    `meant` are kinds of traces that it is there to tell.
    """

    label: str
    text: str
    meant: Collection[TraceKind] = ()


@dataclass(frozen=True)
class CheckedText:
    """One text of a form, with what people call it and the names that are looked for in it."""

    source: str
    names: Collection[str]
    html: bool = False
    label: str = ""
    places: Collection[str] = ()
    meant: Collection[TraceKind] = ()  # what this text is there to tell
    fixed: bool = False  # its words cannot be changed here

    @cached_property
    def _rich(self) -> HtmlText:
        return text_of(self.source)

    @cached_property
    def plain(self) -> str:
        return self._rich.plain if self.html else self.source

    @cached_property
    def traces(self) -> tuple[Trace, ...]:
        found = find(self.plain, self.names, self.places)
        return tuple(trace for trace in found if trace.kind not in self.meant)

    def key_of(self, trace: Trace) -> str:
        """The same for the same thing said twice, in this text or in another."""
        said = "".join(fold(self.plain[trace.start : trace.end]).split())
        return hashlib.sha256(f"{trace.kind.value}:{said}".encode()).hexdigest()[:16]

    def parts(self, asked: Collection[str]) -> Iterator[Part]:
        """The text in pieces, to show with what is asked about marked."""
        at = len(self.plain) - len(self.plain.lstrip())
        for trace in self.traces:
            if self.key_of(trace) in asked:
                yield Part(self.plain[at : trace.start])
                yield Part(self.plain[trace.start : trace.end], trace.kind)
                at = trace.end
        yield Part(self.plain[at:].rstrip())

    def answered(self, answers: Mapping[str, Answer]) -> str:
        """The source with what must be replaced replaced; a capital where a sentence begins."""
        edits = []
        for trace in self.traces:
            answer = answers.get(self.key_of(trace))
            if answer and answer.decision is Decision.REPLACED:
                edits.append((trace.start, trace.end, self._fitting(trace, answer.instead)))
        if self.html:
            return self._rich.replaced(edits)
        pieces, at = [], 0
        for start, end, new in edits:
            pieces += [self.source[at:start], new]
            at = end
        return "".join([*pieces, self.source[at:]])

    def _fitting(self, trace: Trace, word: str) -> str:
        at_start = begins_sentence(self.plain, trace.start)
        return word[:1].upper() + word[1:] if at_start and word[:1].isalpha() else word


def fingerprint_of(texts: Mapping[str, CheckedText]) -> str:
    """Changes with every word of the texts; not with how a browser sends the end of a line."""
    digest = hashlib.sha256()
    for name in sorted(texts):
        plain = " ".join(texts[name].plain.split())
        digest.update(f"{name}\0{len(plain)}\0{plain}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def keys_in(texts: Mapping[str, CheckedText]) -> dict[str, list[tuple[TraceKind, str]]]:
    """Every key with the traces that bear it: kind and words, in the order of the texts."""
    found: dict[str, list[tuple[TraceKind, str]]] = {}
    for text in texts.values():
        for trace in text.traces:
            said = (trace.kind, text.plain[trace.start : trace.end])
            found.setdefault(text.key_of(trace), []).append(said)
    return found
