"""What an author is asked about the traces in the texts of a form, and what the answers do.

One round: the texts come in with the answers that were sent along. Answers count only when they
were given to these very texts (`guard`); otherwise the questions are put anew, filled in.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial

from leerkring.foundation.language.checked_texts import CheckedText, Part, fingerprint_of, keys_in
from leerkring.foundation.language.decisions import Answer, Decision, answer_of, choices_for
from leerkring.foundation.language.traces import TraceKind

GUARD = "traces-guard"
_ANSWER = "traces-"

Texts = Mapping[str, CheckedText]
Said = dict[str, list[tuple[TraceKind, str]]]
Counts = dict[tuple[TraceKind, Decision], int]


@dataclass(frozen=True)
class Question:
    """What is asked about one thing that was found, however often it stands there.

    name     of the field of the answer;  chosen  the value that was sent, or ""
    choices  groups of (value, label)
    """

    name: str
    kind: TraceKind
    said: str
    times: int
    choices: list[tuple[str, list[tuple[str, str]]]]
    chosen: str


@dataclass(frozen=True)
class Passage:
    """One text of the form, in pieces, with what is asked about marked by its kind."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class TracePanel:
    """All that a page needs to put the questions."""

    passages: tuple[Passage, ...]
    questions: tuple[Question, ...]
    guard: str
    changed: bool
    read_along: bool
    fixed: bool  # nothing of it can be replaced here

    @property
    def complete(self) -> bool:
        return not self.changed and all(question.chosen for question in self.questions)


@dataclass(frozen=True)
class Outcome:
    """`texts` as they are after the answers; `panel` is None when nothing is left to ask."""

    texts: Texts
    panel: TracePanel | None
    counts: Counts

    @property
    def needs_second_reader(self) -> bool:
        return any(decision is Decision.SECOND_READER for _, decision in self.counts)


def put(
    texts: Texts,
    sent: Callable[[str], str],
    *,
    accepted: Collection[str] = (),
    agreed: Callable[[str], bool] | None = None,
    final: bool = True,
    read_along: bool = True,
) -> Outcome:
    """One round. `sent(name)` gives what was sent for a field; `accepted` are keys not asked about;
    `agreed(fingerprint)` tells whether a second reader agreed with these texts. When it is not
    `final`, because something else is wrong, the answers are shown again and nothing is replaced.
    `read_along`: there is somebody who can read the texts first. What stands in a text that is
    fixed too is kept with a reason, or not at all.
    """
    guard = fingerprint_of(texts)
    asked = _asked(texts, accepted)
    if not asked or (agreed is not None and agreed(guard)):
        return Outcome(texts, None, {})
    put_to = partial(_panel, sent=sent, read_along=read_along)
    answers = _answers(texts, asked, sent, read_along)
    if not final or sent(GUARD) != guard or asked.keys() != answers.keys():
        changed = bool(sent(GUARD)) and sent(GUARD) != guard
        return Outcome(texts, put_to(texts, asked, changed=changed), {})
    replaced = {name: replace(text, source=text.answered(answers)) for name, text in texts.items()}
    kept = [key for key, answer in answers.items() if answer.decision is not Decision.REPLACED]
    if _asked(replaced, {*accepted, *kept}):  # what was replaced hid another
        asked = _asked(replaced, accepted)
        return Outcome(replaced, put_to(replaced, asked, changed=True), {})
    return Outcome(replaced, None, _counts(asked, answers))


def _asked(texts: Texts, accepted: Collection[str]) -> Said:
    return {key: said for key, said in keys_in(texts).items() if key not in accepted}


def _fixed(texts: Texts) -> set[str]:
    return {*keys_in({name: text for name, text in texts.items() if text.fixed})}


def _answers(
    texts: Texts, asked: Said, sent: Callable[[str], str], read_along: bool
) -> dict[str, Answer]:
    fixed, given = _fixed(texts), {}
    for key, said in asked.items():
        how = {"read_along": read_along, "replace": key not in fixed}
        given[key] = answer_of(said[0][0], sent(_ANSWER + key), **how)
    return {key: answer for key, answer in given.items() if answer is not None}


def _panel(
    texts: Texts, asked: Said, sent: Callable[[str], str], *, changed: bool, read_along: bool
) -> TracePanel:
    answers, fixed = _answers(texts, asked, sent, read_along), _fixed(texts)
    return TracePanel(
        passages=tuple(
            Passage(text.label, tuple(text.parts(asked)))
            for text in texts.values()
            if any(text.key_of(trace) in asked for trace in text.traces)
        ),
        questions=tuple(
            Question(
                name=_ANSWER + key,
                kind=said[0][0],
                said=said[0][1],
                times=len(said),
                choices=choices_for(said[0][0], read_along=read_along, replace=key not in fixed),
                chosen=sent(_ANSWER + key) if key in answers else "",
            )
            for key, said in asked.items()
        ),
        guard=fingerprint_of(texts),
        changed=changed,
        read_along=read_along,
        fixed=asked.keys() <= fixed,
    )


def _counts(asked: Said, answers: Mapping[str, Answer]) -> Counts:
    """How often each decision was taken about each kind: all that is kept of it."""
    counts: Counts = {}
    for key, said in asked.items():
        which = said[0][0], answers[key].decision
        counts[which] = counts.get(which, 0) + len(said)
    return counts
