"""Look for traces of people in what somebody wrote, before others read it; for forms.

A form takes the mixin first and names its texts:

    class PostForm(CheckedTextMixin, forms.ModelForm):
        checked_fields = ("title", "body")      # all texts that are checked
        checked_html_fields = ("body",)         # those of them that hold (cleaned) HTML

        def asks_check(self) -> bool:           # default True; drafts are not checked
            return "publish" in self.data

    form = PostForm(request.POST, instance=post)
    form.accepted_texts = {"title": post.title, "body": post.body}  # only if it is public already
    form.unasked_names = [request.user.name]    # names that need no question
    form.agreed = partial(agreed_on, post)      # what a second reader agreed with (actions)
    form.read_along = False                     # where nobody can read it first; True by default
    if form.is_valid():
        with transaction.atomic():              # in the action
            post = form.save()                  # replaced words are in cleaned_data already
            count_traces(form.decisions)
            if form.needs_second_reader:
                ask_second_reader(post, asked_by=…, fingerprint=form.fingerprint)  # no publication
            else:
                publish(post)

Of a field that is there to tell where something is, or who does it, `meant_kinds` names the kinds
of traces that are no question in it. What goes out with the form but was written elsewhere is in
`goes_along`: it is kept with a reason, or changed there first.

`accepted_texts` are the texts as they stand before the same or a wider audience: what stood in
them is not asked again. Leave it empty when the audience widens. `is_valid()` is False as long as
a trace has no answer; the page then shows the panel inside the same <form>, above its buttons:

    {% include "language/_traces.html" %}                               with `form` in the context
    {% include "language/_plainness.html" with plainness=form.plainness %}
    <link rel="stylesheet" href="{% static 'language/css/language.css' %}">

The answers come back with the same POST and only for the text that was asked about: after a change
they are shown again, filled in, to be confirmed. No field may be called `traces-…`. A text that
holds nothing asks for nothing. **Nothing found is no guarantee**: the panel says so, and before it
one line in its place, unless `tells_of_the_look` is False.

Rooms that know people say so in their `apps.py`: `registry.register_names(provider)`.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from leerkring.foundation.language import registry
from leerkring.foundation.language.checked_texts import (
    Along,
    CheckedText,
    fingerprint_of,
    keys_in,
)
from leerkring.foundation.language.plainness import Plainness, review
from leerkring.foundation.language.questions import Counts, Question, TracePanel, put
from leerkring.foundation.language.stems import fold
from leerkring.foundation.language.traces import TraceKind

_UNANSWERED = "In je tekst staat misschien iets dat naar een mens wijst. Kies wat je daarmee wilt."
_TOO_LONG = "Met de nieuwe woorden is dit te lang: er passen {most} tekens in."


def known_names(text: str | None = None) -> frozenset[str]:
    """Names of people the platform knows, from every room that registered them; with a text only
    those that could stand in it."""
    return registry.names() if text is None else registry.names_for(text)


class CheckedTextMixin:
    """See the top of this module. Mix in before forms.Form or forms.ModelForm.

    After `is_valid()`: `traces()` are the questions without an answer, `decisions` the counts for
    `checking_actions.count_traces`, `needs_second_reader` whether it may not go out yet, and
    `fingerprint` that of the texts as they are saved.
    """

    checked_fields: tuple[str, ...] = ()
    checked_html_fields: tuple[str, ...] = ()
    meant_kinds: Mapping[str, Collection[TraceKind]] = {}
    goes_along: Sequence[Along] = ()
    accepted_texts: Mapping[str, str] = {}
    unasked_names: Collection[str] = ()
    agreed: Callable[[str], bool] | None = None
    read_along = True
    tells_of_the_look = True  # the page says beforehand that we look, and that it is no guarantee
    knows_people = True  # False before strangers: typing a name would tell them who takes part

    trace_panel: TracePanel | None = None
    decisions: Counts = {}
    needs_second_reader = False

    def asks_check(self) -> bool:
        """Whether this submission brings the texts before (more) readers."""
        return True

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]  # the form's own
        if self.asks_check():
            self._check_texts()
        return cleaned

    def traces(self) -> tuple[Question, ...]:
        return self.trace_panel.questions if self.trace_panel else ()

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self._texts(self._values(), ()))

    def plainness(self) -> Plainness:
        """A review of all texts of the form together, as they were sent or as they are saved."""
        form: Any = self
        texts = self._texts({name: form[name].value() for name in self.checked_fields}, ())
        return review("\n".join(text.plain for text in texts.values()))

    def _check_texts(self) -> None:
        form: Any = self
        names = self._names()
        outcome = put(
            self._texts(self._values(), names) | self._texts_along(names),
            lambda name: str(form.data.get(form.add_prefix(name), "")),
            accepted=keys_in(self._texts(self.accepted_texts, names)).keys(),
            agreed=self.agreed,
            final=not form.errors,
            read_along=self.read_along,
        )
        self.trace_panel = outcome.panel
        self.decisions = outcome.counts
        self.needs_second_reader = outcome.needs_second_reader
        if outcome.panel and not outcome.panel.complete:
            form.add_error(None, _UNANSWERED)
        for name, text in outcome.texts.items():
            if not text.fixed:
                self._put_in_place(name, text.source)

    def _put_in_place(self, name: str, text: str) -> None:
        """What was replaced is what is saved, and what stands in the form if it is shown again."""
        form: Any = self
        if text == form.cleaned_data[name]:
            return
        most = getattr(form.fields[name], "max_length", None)
        if most and len(text) > most:
            form.add_error(name, _TOO_LONG.format(most=most))
            return
        form.cleaned_data[name] = text
        form.data = form.data.copy()
        form.data[form.add_prefix(name)] = text

    def _label_of(self, name: str) -> str:
        form: Any = self
        return str(form[name].label)

    def _names(self) -> frozenset[str]:
        unasked = {fold(name) for name in self.unasked_names}
        unasked |= {part for name in unasked for part in name.split()}
        every = [*self._texts(self._values(), ()).values()]
        every += self._texts(self.accepted_texts, ()).values()
        every += self._texts_along(()).values()
        known = known_names("\n".join(text.plain for text in every)) if self.knows_people else ()
        return frozenset(name for name in known if fold(name) not in unasked)

    def _values(self) -> dict[str, Any]:
        cleaned = getattr(self, "cleaned_data", {})
        return {name: cleaned.get(name) for name in self.checked_fields}

    def _texts(self, values: Mapping[str, Any], names: Collection[str]) -> dict[str, CheckedText]:
        return {
            name: CheckedText(
                value,
                names,
                name in self.checked_html_fields,
                self._label_of(name),
                registry.places_for(value),
                self.meant_kinds.get(name, ()),
            )
            for name, value in values.items()
            if name in self.checked_fields and isinstance(value, str) and value
        }

    def _texts_along(self, names: Collection[str]) -> dict[str, CheckedText]:
        return {
            f"along-{number}": CheckedText(
                *(one.text, names, False, one.label),
                places=registry.places_for(one.text),
                meant=one.meant,
                fixed=True,
            )
            for number, one in enumerate(self.goes_along)
            if one.text
        }


class ReadAloneMixin(CheckedTextMixin):
    """For texts that wait for no second reader: they are replaced, or kept with a reason. Most are
    short, several on a page: they are looked over without a word beforehand."""

    read_along = False
    tells_of_the_look = False
