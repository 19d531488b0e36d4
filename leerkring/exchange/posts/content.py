"""What a post says: the same in a draft, in a version and on the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from leerkring.exchange.posts.kinds import Kind, Section
from leerkring.exchange.posts.richtext import plain
from leerkring.network.circles.audience import Audience

A_YEAR = 12  # months after which its author is asked whether it still holds


@dataclass(frozen=True)
class Content:
    """A title, texts by section key, facts by name, and for whom it is meant.

    `review_after`: months until its author is asked whether it still holds; 0 for never.
    """

    title: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    keywords: tuple[str, ...] = ()
    themes: tuple[int, ...] = ()
    audience: Audience = Audience.SIGNED_IN
    circle: int | None = None
    review_after: int = A_YEAR

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Reads what `as_json` wrote; what is missing gets its default."""
        return cls(
            title=data.get("title", ""),
            texts=dict(data.get("texts", {})),
            facts=dict(data.get("facts", {})),
            keywords=tuple(data.get("keywords", ())),
            themes=tuple(data.get("themes", ())),
            audience=Audience(data.get("audience", Audience.SIGNED_IN)),
            circle=data.get("circle"),
            review_after=data.get("review_after", A_YEAR),
        )

    def as_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "texts": dict(self.texts),
            "facts": dict(self.facts),
            "keywords": list(self.keywords),
            "themes": list(self.themes),
            "audience": self.audience.value,
            "circle": self.circle,
            "review_after": self.review_after,
        }

    @property
    def expires_on(self) -> date | None:
        return date.fromisoformat(day) if (day := self.facts.get("expires_on")) else None

    def filled(self, kind: Kind) -> Iterator[tuple[Section, str]]:
        """The sections that hold something, in the order of the kind."""
        for section in kind.sections:
            if text := self.texts.get(section.key, ""):
                yield section, text

    def is_empty(self) -> bool:
        return not self.title and not any(self.texts.values())

    def words(self, kind: Kind) -> str:
        """All of it in plain words, a block per line: what is searched and checked."""
        parts = [self.title]
        for section, text in self.filled(kind):
            parts.append(plain(text) if section.rich else text)
        return "\n".join([*parts, ", ".join(self.keywords)]).strip()

    def edited(self, **changes: Any) -> Self:
        return replace(self, **changes)


def missing(content: Content, kind: Kind, today: date) -> dict[str, str]:
    """What keeps this from being published: a Dutch sentence per field."""
    wrong = {} if content.title else {"title": "Geef het een titel."}
    for section in kind.sections:
        if section.required and not content.texts.get(section.key):
            wrong[section.key] = f"Vul «{section.label}» in."
    if content.audience is Audience.CIRCLE and content.circle is None:
        wrong["circle"] = "Kies voor welke werkgroep dit is."
    for name, sentence in (
        ("rung", "Kies hoe ver dit voorbeeld is."),
        ("wants", "Kies of dit een aanbod of een vraag is."),
        ("expires_on", "Kies tot wanneer dit bericht mag hangen."),
    ):
        if name in kind.facts and not content.facts.get(name):
            wrong[name] = sentence
    if kind.expires and content.expires_on and content.expires_on <= today:
        wrong["expires_on"] = "Kies een dag die nog komt."
    return wrong
