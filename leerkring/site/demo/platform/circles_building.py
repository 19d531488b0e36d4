"""The circles of the demo begin through their own action; members join in bulk."""

from collections import Counter
from datetime import date, datetime, timedelta

from leerkring.network.circles.actions import Settings, close, start_circle
from leerkring.network.circles.models import Circle, Closing, Membership, Role
from leerkring.network.people.models import Organisation, Person
from leerkring.network.profiles.models import Profile
from leerkring.network.themes.models import Theme
from leerkring.site.demo.platform.groups import Group, groups
from leerkring.site.demo.platform.moments import moment


def start_circles(
    people: dict[str, Person], themes: dict[str, Theme], today: date
) -> dict[str, Circle]:
    """All circles with who is in them, by key."""
    found = {}
    work = {profile.person_id: profile.organisation for profile in _profiles()}
    for key, group in groups().items():
        began = moment(today, group.begins, key)
        owner = people[group.owner]
        circle = start_circle(group.kind, _settings(group, themes, today), by=owner)
        Circle.objects.filter(pk=circle.pk).update(created_at=began)
        circle.memberships.update(since=began, agreed_at=began)
        Membership.objects.bulk_create(_members(group, circle, people, work, began, today))
        if group.closed is not None:
            close(circle, by=owner, reason=group.closing)
            Closing.objects.update(at=moment(today, group.closed, key))
        circle.created_at = began
        found[key] = circle
    return found


def _profiles() -> list[Profile]:
    return list(Profile.objects.select_related("organisation"))


def _settings(group: Group, themes: dict[str, Theme], today: date) -> Settings:
    chosen = {"joining": group.joining, "visibility": group.visibility}
    return Settings.usual_for(
        group.kind,
        group.name,
        group.purpose,
        house_rules=group.house_rules,
        starts_on=today - timedelta(days=group.begins),
        ends_on=None if group.ends is None else today - timedelta(days=group.ends),
        seats_per_organisation=group.seats,
        themes=[themes[name] for name in group.themes],
        **{name: choice for name, choice in chosen.items() if choice},
    )


def _members(
    group: Group,
    circle: Circle,
    people: dict[str, Person],
    work: dict[int, Organisation | None],
    began: datetime,
    today: date,
) -> list[Membership]:
    """Facilitators first; each member on the next seat of their organisation."""
    taken: Counter[int] = Counter()
    rows = []
    guides = [(people[key], Role.FACILITATOR) for key in group.facilitators]
    members = [(people[member.key], Role.MEMBER) for member in group.all_members()]
    for place, (person, role) in enumerate([*guides, *members]):
        organisation = work[person.pk]
        seat = None
        if role == Role.MEMBER and group.seats is not None and organisation is not None:
            taken[organisation.pk] += 1
            seat = taken[organisation.pk]
        # whoever writes was there from the start; the others came along one by one
        late = max(0, place - len(guides) - len(group.members) + 1)
        since = min(began + timedelta(days=9 * late), moment(today, 1, person.email))
        rows.append(
            Membership(
                circle=circle,
                person=person,
                role=role,
                organisation=organisation,
                seat=seat,
                seats=group.seats,
                agreed_at=since if group.house_rules else None,
                since=since,
            )
        )
    return rows
