"""The pages that every other page rests on."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import Context, Template
from django.template.loader import get_template, render_to_string
from django.template.loader_tags import ExtendsNode
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler

from leerkring.foundation.design import views
from leerkring.foundation.design.forms import ExampleForm


@pytest.fixture(autouse=True)
def files_as_they_are(settings) -> None:
    """Static files without the fingerprints that set-up gives them."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def request_of_a_visitor() -> HttpRequest:
    request = RequestFactory().get("/bouwstenen/")
    request.user = AnonymousUser()
    return request


stands_alone = pytest.mark.urls("leerkring.foundation.design.urls")


def rendered(source: str, **context: object) -> str:
    """A line of template, read as cotton reads a file."""
    return Template(CottonCompiler().process(source)).render(Context(context))


@stands_alone
def test_a_page_says_its_language_and_offers_a_way_past_the_head() -> None:
    page = render_to_string("design/base.html")
    assert '<html lang="nl">' in page
    link = page.index('<a class="skip-link" href="#inhoud">')
    assert link < page.index('class="masthead"') < page.index('id="inhoud" tabindex="-1"')


@stands_alone
def test_the_main_navigation_marks_where_you_are() -> None:
    doors = [("Programma's", "/programmas/", True), ("Wijkkranten", "/kranten/", False)]
    page = render_to_string("design/base.html", {"navigation": [("", doors)]})
    assert '<a class="navigation__link" href="/programmas/" aria-current="page">' in page
    assert '<a class="navigation__link" href="/kranten/">Wijkkranten</a>' in page
    assert """Menu <span class="fold__here">· Programma's</span></summary>""" in page.replace(
        "&#x27;", "'"
    )  # beside the button that a phone has instead


@stands_alone
@pytest.mark.parametrize("name", ["500.html", "400.html"])
def test_a_page_for_faults_needs_no_context_at_all(name: str) -> None:
    page = get_template(name).template.render(Context())
    assert page.count("<h1>") == 1
    assert '<a class="button button--primary" href="/">' in page


@stands_alone
@pytest.mark.parametrize("name", ["404.html", "403.html"])
def test_a_closed_door_has_one_heading_and_a_way_back(name: str) -> None:
    page = render_to_string(name)
    assert page.count("<h1>") == 1
    assert 'href="/"' in page


def test_the_gallery_renders_with_one_main_heading(request_of_a_visitor: HttpRequest) -> None:
    page = views.gallery(request_of_a_visitor).content.decode()
    assert page.count("<h1>") == 1
    assert not re.search(r"<c-|{%|{{", page)


@stands_alone
def test_what_a_person_typed_is_escaped_on_its_way_through_a_component() -> None:
    typed = '"><script>alert(1)</script>'
    page = rendered('<c-card title="{{ typed }}" :kicker="typed">{{ typed }}</c-card>', typed=typed)
    assert "<script>" not in page
    assert page.count("&quot;&gt;&lt;script&gt;") == 3


@stands_alone
def test_a_field_ties_its_hint_and_error_to_the_input() -> None:
    form = ExampleForm({"name": ""})
    field = rendered('<c-field :field="field" />', field=form["name"])
    assert 'aria-describedby="id_name_helptext id_name_error"' in field
    assert 'id="id_name_helptext"' in field
    assert 'id="id_name_error"' in field
    assert 'for="id_name"' in field


@stands_alone
def test_a_group_of_choices_is_a_fieldset_with_a_legend() -> None:
    field = rendered('<c-field :field="field" />', field=ExampleForm()["emphasis"])
    assert 'aria-describedby="id_emphasis_helptext"' in field
    assert re.search(r"<legend[^>]*>Waar begint het gesprek\?", field)


@stands_alone
def test_a_message_becomes_a_notice() -> None:
    class Message:
        level_tag = "success"

        def __str__(self) -> str:
            return "Bewaard."

    page = render_to_string("design/base.html", {"messages": [Message()]})
    assert 'class="notice notice--success" role="status"' in page
    assert "Bewaard." in page


@pytest.mark.parametrize(
    "name", ["account/login.html", "account/logout.html", "mfa/authenticate.html"]
)
def test_the_pages_of_allauth_stand_on_our_page(name: str) -> None:
    template = get_template(name).template
    chain = [template.name]
    while parents := template.nodelist.get_nodes_by_type(ExtendsNode):
        template = parents[0].get_parent(_bound(template))
        chain.append(template.name)
    assert chain[-1] == "design/document.html"


def _bound(template: Template) -> Context:
    context = Context()
    context.template = template
    return context
