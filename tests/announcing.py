"""Everything that can be announced, in every visibility, each with words that stand nowhere else.

`Announcements(world)` makes it by the same actions that people use; `happen` then closes, redacts
and narrows some of it, before any mail is written. Boards and plans tell nobody by themselves: of
those there is nothing here; of newspapers only what is said below them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone

from leerkring.exchange.posts.actions import begin, draft_of, save_draft
from leerkring.exchange.posts.announcing_actions import tell_editors
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BLOG, EXAMPLE, INTERVIEW, PIN, UPDATE, Kind
from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.publishing_actions import hand_in, publish, retract
from leerkring.exchange.posts.redaction_actions import redact
from leerkring.exchange.questions.actions import Asked, ask, change, take_answer_back, take_back
from leerkring.exchange.questions.answering_actions import answer
from leerkring.exchange.questions.redacting_actions import redact_answer, redact_question
from leerkring.foundation.moderation.registry import flaggable
from leerkring.foundation.remarks.actions import edit, remark_on
from leerkring.foundation.remarks.registry import remarkable
from leerkring.network.circles.actions import Settings, hide, start_circle
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.entry_actions import invite, settle
from leerkring.network.circles.membership_actions import end_membership, let_in
from leerkring.practice.agreements.actions import Promised, promise
from leerkring.practice.attendance.invite_actions import invite_people
from leerkring.practice.commitments.actions import make_commitment
from leerkring.practice.dilemmas.actions import Put, put_dilemma
from leerkring.practice.meetings import actions as meetings
from leerkring.practice.meetings import bringing_actions as bringing
from leerkring.practice.meetings.models import Audience as Seen
from leerkring.practice.meetings.models import Meeting
from leerkring.practice.meetings.people_actions import give_role
from leerkring.practice.reports import actions as reports
from tests.announcing_guests import promised_by_guests
from tests.announcing_talk import talk_below_papers, talk_below_what_changes
from tests.cast import SIGNED_IN, World
from tests.furnishing.reports import SPRING

EVERYBODY = frozenset(SIGNED_IN)
INSIDE = frozenset({"coordinator", "facilitator", "professional", "adviser"})
NOBODY: frozenset[str] = frozenset()
SOON = timezone.now() + timedelta(days=30)
KINDS = (BLOG, UPDATE, INTERVIEW, EXAMPLE, PIN)


@dataclass(frozen=True)
class Thing:
    """`word` stands in it and nowhere else; `pages` are where it is read, by who may; `hears` are
    those who want to hear of it, as far as they may. `again` words stand in more mails than one."""

    what: str
    word: str
    pages: tuple[str, ...]
    hears: frozenset[str] = NOBODY
    again: bool = False


class Announcements:
    """`things` were announced; `undo` is what happens to some of it before the mail goes."""

    def __init__(self, world: World) -> None:
        self.people, self.of, self.world = world.people, world.things, world
        self.things: list[Thing] = []
        self.undo: list[Callable[[], Any]] = []
        for make in (
            self._posts,
            self._questions,
            self._talk,
            self._meetings,
            self._brought,
            self._reports,
            self._dilemmas,
            partial(talk_below_what_changes, self),
            partial(talk_below_papers, self),
            self._promises,
            partial(promised_by_guests, self),
            self._circles,
        ):
            make()

    def happen(self) -> None:
        for step in self.undo:
            step()

    def word(self) -> str:
        return f"kiem{len(self.things):03}zx"

    def add(self, what: str, page: Any, hears: Iterable[str] = NOBODY, **more: Any) -> None:
        pages = (page,) if isinstance(page, str) else tuple(page)
        bare = tuple(one.partition("#")[0] for one in pages)
        self.things.append(Thing(what, self.word(), bare, frozenset(hears), **more))

    # Posts

    def _write(
        self, kind: Kind, audience: str, circle: Any = None, *, by: str, **more: Any
    ) -> Post:
        """Its word stands in the title alone, so that it is in a mail once."""
        post = begin(kind, title=more.pop("title", self.word()), by=self.people[by])
        texts = {section.key: "<p>Koffie.</p>" for section in kind.sections}
        facts = {"rung": "idee", "wants": "vraag", "expires_on": "2100-01-01"}
        content = Content(
            post.draft.says.title, texts, facts, themes=(self.of["themes school"].pk,),
            audience=Audience(audience), circle=circle.pk if circle else None,
        )  # fmt: skip
        save_draft(post, content, base=draft_of(post).saves)
        if more.get("out", True):
            publish(post, by=self.people[by])
        return Post.objects.get(pk=post.pk)

    def _posts(self) -> None:
        for number, (audience, circle, by, hears) in enumerate(self._places()):
            post = self._write(KINDS[number % 5], audience, circle, by=by)
            self.add(f"{post.kind} {audience} {circle}", post.get_absolute_url(), hears - {by})
        changed = self._write(UPDATE, "openbaar", by="professional")
        self.undo.append(partial(self._say_again, changed, title="Toch anders"))
        self.add("rewritten", changed.get_absolute_url())
        for kind, to in zip(
            KINDS, ("retracted", "redacted", "narrowed", "hidden", "left"), strict=True
        ):
            circle = self._circle(to) if to in ("hidden", "left") else None
            audience = "kring" if circle else "openbaar"
            post = self._write(kind, audience, circle, by="professional")
            self.undo.append(self._end(to, post, self.word()))
            hears = {"hidden": {"team_mate"}, "left": NOBODY}.get(to, EVERYBODY)
            self.add(f"{kind.key} {to}", post.get_absolute_url(), hears - {"professional"})
        draft = self._write(BLOG, "openbaar", by="professional", out=False)
        self.add("draft", (draft.get_absolute_url(), reverse("posts:desk", args=[draft.pk])))
        for circle, hears in ((None, {"coordinator"}), (self.of["circles hidden"], INSIDE)):
            audience = "kring" if circle else "openbaar"
            post = self._write(EXAMPLE, audience, circle, by="professional", out=False)
            hand_in(post)
            tell_editors(post)
            page = reverse("posts:review", args=[post.pk])
            self.add(f"handed in {circle}", page, hears & {"coordinator", "facilitator"})

    def _places(self) -> list[tuple[str, Any, str, frozenset[str]]]:
        """Audience, circle, who writes, who hears: of everything that stands somewhere."""
        own = "professional"
        circles = {name: self.of[f"circles {name}"] for name in ("open", "in", "members", "hidden")}
        return [
            ("openbaar", None, own, EVERYBODY),
            ("ingelogd", None, own, EVERYBODY),
            ("openbaar", circles["hidden"], own, EVERYBODY),
            ("ingelogd", circles["members"], own, EVERYBODY),
            *(("kring", circle, own, INSIDE) for circle in circles.values()),
            *(("kring", self.of[f"circles {name}"], "facilitator", NOBODY)
              for name in ("apart", "secret")),
        ]  # fmt: skip

    def _circle(self, name: str, **more: Any) -> Any:
        """The professional and the team mate are in it."""
        usual = Settings.usual_for("werkgroep", name, "Doel.", **{"visibility": "ingelogd", **more})
        circle = start_circle("werkgroep", usual, by=self.people["professional"])
        let_in(circle, person=self.people["team_mate"])
        self.of[f"mails {name}"] = circle
        return circle

    def _end(self, to: str, post: Post, word: str) -> Callable[[], Any]:
        """What happens to a post of the professional after it was announced."""
        by = self.people["professional"]
        if to == "retracted":
            return partial(retract, post, by=by)
        if to == "redacted":
            return partial(redact, post, word, by=by, reason="Te persoonlijk.")
        if to == "narrowed":
            hidden = self.of["circles hidden"].pk
            return partial(self._say_again, post, audience=Audience.CIRCLE, circle=hidden)
        if to == "hidden":
            return partial(hide, post.circle, by=by)
        mate = post.circle.memberships.get(person=self.people["team_mate"])
        return partial(end_membership, mate, by=by)

    def _say_again(self, post: Post, **changes: Any) -> None:
        says = replace(post.said, **changes)
        save_draft(post, says, base=draft_of(post).saves)
        publish(post, by=self.people["professional"])

    # Questions and what is said below things

    def _asked(
        self, title: str, audience: str, circle: Any = None, *, by: str, text: str = ""
    ) -> Any:
        asked = Asked(title, text, (self.of["themes school"],), audience, circle)
        return ask(asked, by=self.people[by])

    def _questions(self) -> None:
        for audience, circle, by, hears in self._places():
            question = self._asked(self.word(), audience, circle, by=by)
            # Whoever asked hears of the question with its answer.
            self.add(f"question {audience} {circle}", question.get_absolute_url(), hears | {by})
            made = answer(question, text=self.word(), by=self.people["coordinator"])
            self.add(f"answer {audience} {circle}", made.get_absolute_url(), {by})
        asker = self.people["professional"]
        hidden, theme = self.of["circles hidden"], self.of["themes school"]
        for to, hears in (("taken back", NOBODY), ("redacted", NOBODY), ("narrowed", INSIDE)):
            word = self.word()
            question = self._asked(word, "openbaar", by="professional")
            self.add(f"question {to}", question.get_absolute_url(), hears - {"professional"})
            ends: dict[str, Callable[[], Any]] = {
                "taken back": partial(take_back, question, by=asker),
                "redacted": partial(redact_question, question, word),
                "narrowed": partial(
                    change, question, Asked(word, "", [theme], "kring", hidden), note="", by=asker
                ),
            }
            self.undo.append(ends[to])
        for to in ("taken back", "redacted"):
            word = self.word()
            question = self._asked("Wie weet dit?", "openbaar", by="professional")
            made = answer(question, text=word, by=self.people["facilitator"])
            self.add(f"answer {to}", made.get_absolute_url())
            back = partial(take_answer_back, made, by=asker)
            self.undo.append(back if to == "taken back" else partial(redact_answer, made, word))

    def say(self, row: Any, what: str, hears: Iterable[str], by: str = "professional") -> Any:
        """A remark that calls everybody by name."""
        entry = remarkable(row._meta.label_lower)
        assert entry
        called = " ".join(f"@{person.name}," for person in self.people.values())
        text = f"{self.word()} {called}"
        made = remark_on(row, entry, text=text, by=self.people[by])
        self.add(f"remark on {what}", row.get_absolute_url(), set(hears) - {by})
        return made

    def _talk(self) -> None:
        for audience, circle, by, _ in self._places():
            post = self._write(BLOG, audience, circle, by=by, title="Waar men praat")
            open_to = {"in": EVERYBODY, "open": EVERYBODY}.get(self._key(circle), INSIDE)
            hears = open_to if audience == "kring" else EVERYBODY
            self.say(post, f"{audience} {circle}", hears if by != "facilitator" else {by}, by)
        removed = self._write(BLOG, "openbaar", by="professional", title="Waar men zwijgt")
        made = self.say(removed, "what was redacted", NOBODY)
        self.undo.append(partial(self.redact, made, self.things[-1].word))
        made = self.say(removed, "what was changed", NOBODY)
        self.undo.append(partial(edit, made, text="Niets.", by=self.people["professional"]))
        # What is said below something repeats its title, and is not told any more.
        post = self._write(BLOG, "openbaar", by="professional")
        word = self.word()
        self.add("a title below which people talked", post.get_absolute_url(), again=True)
        by = self.people["professional"]
        self.undo.append(partial(redact, post, word, by=by, reason="Te persoonlijk."))
        self.say(post, "a redacted title", NOBODY)

    def _key(self, circle: Any) -> str:
        return next((name for name in ("open", "in", "members", "hidden", "apart", "secret")
                     if self.of[f"circles {name}"] == circle), "")  # fmt: skip

    # Meetings, what is brought to them and what stays of them

    def meeting(self, title: str, audience: str, circle: Any = None, *, at: Any = SOON) -> Meeting:
        plan = meetings.Plan(
            title, at, circle=circle, audience=audience, themes=[self.of["themes school"]]
        )
        return meetings.make_meeting(plan, by=self.people["coordinator"])

    def _meetings(self) -> None:
        by, hidden = self.people["coordinator"], self.of["circles hidden"]
        for audience, circle, hears in (
            (Seen.PUBLIC, None, EVERYBODY),
            (Seen.SIGNED_IN, hidden, EVERYBODY),
            (Seen.CIRCLE, self.of["circles in"], INSIDE),
            (Seen.CIRCLE, hidden, INSIDE | {"other_team"}),
            (Seen.INVITED, None, {"other_team"}),
        ):
            meeting = self.meeting(self.word(), audience, circle)
            if "other_team" in hears and hears != EVERYBODY:
                invite_people(meeting, [self.people["other_team"]], by=by)
            meetings.announce(meeting, by=by)
            what = f"meeting {audience.value} {circle}"
            self.add(what, meeting.get_absolute_url(), hears - {"coordinator"})
        draft = self.meeting(self.word(), Seen.PUBLIC)
        give_role(draft, person=self.people["facilitator"], kind="chair", by=by)
        self.add("draft meeting", draft.get_absolute_url(), {"facilitator"})
        for to in ("withdrawn", "narrowed", "cancelled"):
            word = self.word()
            meeting = self.meeting("Weg" if to == "cancelled" else word, Seen.SIGNED_IN)
            meetings.announce(meeting, by=by)
            hears = EVERYBODY if to == "cancelled" else NOBODY
            self.add(f"meeting {to}", meeting.get_absolute_url(), hears - {"coordinator"})
            closed = meetings.Plan(word, SOON, audience=Seen.INVITED)
            ends: dict[str, Callable[[], Any]] = {
                "withdrawn": partial(meetings.withdraw_announcement, meeting, by=by),
                "narrowed": partial(meetings.change, meeting, closed, by=by),
                "cancelled": partial(meetings.cancel, meeting, word, by=by),
            }
            self.undo.append(ends[to])

    def _brought(self) -> None:
        by = self.people["professional"]
        for name in ("open", "circle"):
            meeting = self.of[f"meetings {name}"]
            page = f"{meeting.get_absolute_url()}vragen/"
            leads = {"coordinator", "facilitator"} if name == "circle" else {"coordinator"}
            question = bringing.put_question(meeting, text=self.word(), by=by)
            self.add(f"brought to {name}", page, leads)
            bringing.answer_question(question, self.word(), by=self.people["coordinator"])
            self.add(f"answered at {name}", page, {"professional"})
            for to in ("hidden", "taken back", "redacted"):
                word = self.word()
                question = bringing.put_question(meeting, text=word, by=by)
                self.add(f"brought, then {to}", page)
                ends: dict[str, Callable[[], Any]] = {
                    "hidden": partial(bringing.hide_question, question, by=by),
                    "taken back": partial(bringing.take_back, question),
                    "redacted": partial(self.redact, question, word),
                }
                self.undo.append(ends[to])

    def redact(self, row: Any, word: str) -> None:
        """As a moderator does after a flag."""
        entry = flaggable(row._meta.label_lower)
        assert entry and entry.redact and entry.redact(row, word)

    def _reports(self) -> None:
        by = self.people["coordinator"]
        for to, circle in (("", None), ("hidden", self.of["circles hidden"]), ("back", None)):
            audience = Seen.CIRCLE if circle else Seen.SIGNED_IN
            meeting = self.meeting("Voorbij", audience, circle, at=SPRING)
            give_role(meeting, person=self.people["other_team"], kind="chair", by=by)
            meetings.announce(meeting, by=by)
            report = reports.begin_report(meeting, by=by)
            reports.write(report, lead=self.word(), parts={}, by=by)
            reports.agree(report, by=self.people["other_team"])
            reports.bring_out(report, by=by)
            if to == "back":
                self.undo.append(partial(reports.take_back, report, by=by))
            hears = {"": {"other_team"}, "hidden": INSIDE | {"other_team"}}.get(to, NOBODY)
            self.add(f"report {to}", report.get_absolute_url(), hears - {"coordinator"})
            readers = {"": EVERYBODY, "hidden": INSIDE | {"other_team"}}.get(to, NOBODY)
            self.say(report, f"report {to}", readers, by="coordinator")

    def _dilemmas(self) -> None:
        for audience, circle in (("openbaar", None), ("kring", self.of["circles hidden"])):
            put = Put(self.word(), "Wachten.", "Doen.", audience=audience, circle=circle)
            dilemma = put_dilemma(put, by=self.people["professional"])
            hears = INSIDE if circle else EVERYBODY
            self.add(f"dilemma {audience}", dilemma.get_absolute_url(), hears - {"professional"})
            self.say(dilemma, f"dilemma {audience}", hears)

    # What people promise, and circles themselves

    def _promises(self) -> None:
        people, hidden = self.people, self.of["circles hidden"]
        for whose, sight in (
            ("manager", "zelf"),
            ("professional", "kring"),
            ("outsider", "openbaar"),
        ):
            made = make_commitment(
                text=self.word(), person=people[whose], by=people[whose],
                sight=sight, circle=hidden if sight == "kring" else None,
                look_back_on=timezone.localdate(),
            )  # fmt: skip
            self.add(f"commitment {sight}", made.get_absolute_url(), {whose})
        one, other = (team.team.organisation for team in
                      (self.world.teams["own"], self.world.teams["theirs"]))  # fmt: skip
        for shared in (True, False):
            words = Promised(self.word(), "Een belletje.", circle=hidden, is_for_circle=shared)
            made = promise(
                words, promiser=one, receiver=other, by=people["manager"],
                promising=[people["other_team"]], receiving=[people["manager"]],
            )  # fmt: skip
            self.add(f"agreement {shared}", made.get_absolute_url(), {"other_team"})

    def _circles(self) -> None:
        for to in ("asked in", "asked in, and not any more"):
            circle = self._circle(self.word(), visibility="verborgen", joining="uitnodiging")
            asked = invite(circle, person=self.people["outsider"], by=self.people["professional"])
            hears = {"outsider"} if to == "asked in" else NOBODY
            page = f"{circle.get_absolute_url()}meedoen/"
            self.add(to, (page, circle.get_absolute_url()), hears, again=True)
            if not hears:
                self.undo.append(partial(settle, asked))
