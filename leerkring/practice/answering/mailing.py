"""The mails of a round. A link is made when its mail is sent and is kept nowhere but in that mail.

A mail is claimed first: it is put off to a later moment, and only then sent. So two workers never
send the same one, and a worker that is killed half-way leaves it to be tried again. Then somebody
may get the mail twice, each with a link that works; a mail is never lost.
"""

from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from leerkring.practice.answering.keys import Secret
from leerkring.practice.answering.models import Link, PausedAddress, Sending

PERMANENT = range(500, 600)  # SMTP replies that say: never


def send_due() -> int:
    """Send every mail that is due. Returns how many went out."""
    due = Sending.objects.due(timezone.now()).order_by("due_at", "pk")
    return sum(_send_one(pk) for pk in list(due.values_list("pk", flat=True)))


def _send_one(pk: int) -> bool:
    sending = _claim(pk)
    if sending is None:
        return False
    if not _is_wanted(sending):
        sending.give_up()
        return False
    invitee, secret = sending.invitee, Secret.new()
    link = Link.objects.create(
        pk=secret.name("link"), round=invitee.round, team=invitee.team, invitee=invitee
    )
    try:
        _message(sending, secret).send()
    except (SMTPException, OSError, ValueError) as fault:
        _failed(sending, link, fault, secret)
        return False
    sending.went()
    _skip_overtaken(sending)
    return True


@transaction.atomic
def _claim(pk: int) -> Sending | None:
    rows = Sending.objects.due(timezone.now()).filter(pk=pk)
    if connection.features.has_select_for_update_skip_locked:
        rows = rows.select_for_update(skip_locked=True, of=("self",))
    sending = rows.select_related(
        "invitee__round__launch", "invitee__round__closing", "invitee__team"
    ).first()
    if sending:
        sending.put_off()
    return sending


def _is_wanted(sending: Sending) -> bool:
    """Not to who has finished, not after the end, not to an address whose mail came back."""
    invitee = sending.invitee
    over = invitee.round.is_closed or timezone.localdate() > invitee.round.launch.until
    paused = PausedAddress.objects.filter(email=invitee.email).exists()
    return not (invitee.email is None or invitee.is_finished or over or paused)


def _skip_overtaken(sent: Sending) -> None:
    """After a time without mail nobody gets an announcement and two reminders in one minute."""
    order = list(Sending.Kind)
    others = Sending.objects.filter(invitee=sent.invitee).waiting()
    earlier = others.filter(kind__in=order[: order.index(Sending.Kind(sent.kind))])
    (earlier | others.due(timezone.now())).update(given_up=True, fault="")


def _failed(sending: Sending, link: Link, fault: Exception, secret: Secret) -> None:
    """An address that is refused for good is paused, and only that one; anything else waits.

    A refused sender or a wrong password is our own fault: that must not pause anybody.
    """
    why = _told(fault, secret)
    if isinstance(fault, SMTPResponseException | SMTPRecipientsRefused):
        link.delete()  # the mail server says that it did not take this mail
    if isinstance(fault, SMTPRecipientsRefused) and _is_for_good(fault):
        PausedAddress.objects.get_or_create(email=sending.invitee.email, defaults={"why": why})
        sending.give_up(why)
    else:
        sending.fail(why)


def _is_for_good(fault: SMTPRecipientsRefused) -> bool:
    """Every reply is a permanent one; "try again later" (4xx) is not."""
    return all(code in PERMANENT for code, _ in fault.recipients.values())


def _told(fault: Exception, secret: Secret) -> str:
    """What the mail server says, without the link: some quote the mail that they refuse."""
    return (str(fault) or type(fault).__name__).replace(secret.link, "…")[:200]


def _message(sending: Sending, secret: Secret) -> EmailMessage:
    invitee = sending.invitee
    context = {
        "kind": sending.kind,
        "round": invitee.round,
        "team": invitee.team,
        "launch": invitee.round.launch,
        "url": settings.SITE_URL + reverse("answering:welcome", args=[secret.link]),
    }
    subject = render_to_string("answering/mail_subject.txt", context).strip()
    body = render_to_string("answering/mail.txt", context)
    return EmailMessage(subject, body, to=[invitee.email])
