"""How sign-in behaves here: the entrance lets people in, and providers vouch for addresses."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, _build_apps_from_settings
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.network.entrance.actions import confirm_address
from leerkring.network.entrance.proving import take_as_proven
from leerkring.network.entrance.queries import holds, person_at
from leerkring.network.entrance.sign_in_actions import (
    end_sign_ins,
    forget_sign_in,
    note_sign_in,
    note_visit,
)
from leerkring.network.entrance.views.arriving import let_in, remembered_link
from leerkring.network.people.models import Person
from leerkring.site.oidc import is_vouched

PROVE_FIRST = "{} bevestigt je e-mailadres niet. Laat het één keer zien met een code."


class AccountAdapter(DefaultAccountAdapter):
    """Nobody makes an account by the forms of allauth; where people sign in is kept."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_user_display(self, user: Any) -> str:
        return str(user)

    def pre_login(self, request: HttpRequest, user: Any, **about: Any) -> HttpResponse | None:
        """A code from the mail proves the address, also where the account was just given to it.

        With a passkey somebody was in before, so that the address they were given is theirs.
        """
        if any(
            (step["method"] == "code" and step.get("email", "").lower() == user.email.lower())
            or (step.get("passwordless") and holds(user, user.email))
            for step in get_authentication_records(request, user)
        ):
            confirm_address(user, user.email)
        response: HttpResponse | None = super().pre_login(request, user, **about)
        return response

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        note_sign_in(request)

    def logout(self, request: HttpRequest) -> None:
        forget_sign_in(request.session.session_key)
        super().logout(request)

    def set_password(self, user: Any, password: str) -> None:
        """Whoever was in with the old one has to come in again."""
        super().set_password(user, password)
        here = context.request.session.session_key if context.request else None
        end_sign_ins(user, but=here or "")


class Provider(OpenIDConnectProvider):
    """An organisation that signs people in. Of what it tells we keep the mail address only."""

    def extract_email_addresses(self, data: dict[str, Any]) -> list[EmailAddress]:
        told = data.get("userinfo") or data.get("id_token") or data
        addresses: list[EmailAddress] = super().extract_email_addresses(data)
        for address in addresses:
            domains = self.app.settings.get("domains", [])
            address.verified = is_vouched(address.email, told.get("email_verified"), domains)
        return addresses

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        told = data.get("userinfo") or data.get("id_token") or data
        return {"userinfo": {"email": told.get("email", "")}}

    def redirect(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """By a page instead of a redirect: `form-action 'self'` holds for those as well."""
        answer: HttpResponse = super().redirect(request, *args, **kwargs)
        if answer.status_code != 302:
            return answer
        onward = {"url": answer["Location"], "provider": self}
        return render(request, "socialaccount/onward.html", onward)


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Providers come from the settings alone; people come in by the same three ways as always."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def list_apps(
        self, request: HttpRequest, provider: Any = None, client_id: Any = None
    ) -> list[SocialApp]:
        found = _build_apps_from_settings(provider=provider, client_id=client_id)
        return [app for apps in found.values() for app in apps]

    def get_provider(
        self, request: HttpRequest, provider: Any, client_id: Any = None
    ) -> OpenIDConnectProvider:
        found = super().get_provider(request, provider, client_id)
        return Provider(request, app=found.app)

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:
        person = sociallogin.user
        person.email = str(data.get("email") or "").lower()
        person.name = " ".join(str(data.get("name") or "").split())[:120]
        return person

    def authenticate_by_email(self, sociallogin: SocialLogin) -> Any:
        """Only to an account that surely holds the address; adding it to one's own is no trap."""
        found = super().authenticate_by_email(sociallogin)
        if found is None or not holds(*found):
            return None
        confirm_address(*found)
        return found

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in who is new and has a way in; send the others to the page that helps them on."""
        connecting = sociallogin.state.get("process") == "connect"
        if sociallogin.is_existing or connecting:
            return
        person = _newcomer(request, sociallogin)
        sociallogin.connect(request, person)


def _newcomer(request: HttpRequest, sociallogin: SocialLogin) -> Person:
    """An account for who comes by a provider; raises an answer where that cannot be."""
    vouched = [address.email for address in sociallogin.email_addresses if address.verified]
    name = getattr(sociallogin.user, "name", "")
    if not vouched or person_at(vouched[0]):
        messages.info(request, PROVE_FIRST.format(sociallogin.provider.name))
        raise ImmediateHttpResponse(redirect("entrance:join"))
    person = let_in(remembered_link(request), email=vouched[0], name=name)
    if person is None:
        take_as_proven(request.session, email=vouched[0], name=name, now=time.time())
        raise ImmediateHttpResponse(redirect("entrance:request"))
    return person


def visits(get_response: Callable[[HttpRequest], HttpResponse]) -> Any:
    """Middleware: the day on which a browser was last seen. Loads no session for it."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.session.accessed:
            note_visit(request)
        return response

    return answer
