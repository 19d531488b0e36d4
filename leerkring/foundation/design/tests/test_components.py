"""Every component is used with the attributes and slots it declares, in every template."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import leerkring

HOUSE = Path(leerkring.__file__).parent
TEMPLATES = sorted(HOUSE.glob("**/templates/**/*.html"))
COMPONENTS = {
    path.stem.replace("_", "-"): path for path in TEMPLATES if path.parent.name == "cotton"
}

DJANGO = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}", re.DOTALL)
VALUE = r"""(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?"""
NAME = r"""[^\s/>"'=]+"""
TAG = re.compile(rf"<(/?)c-([\w.-]+)((?:\s+{NAME}{VALUE})*)\s*(/?)>")
ATTRIBUTE = re.compile(rf"({NAME}){VALUE}")
SLOT_NAME = re.compile(r"name=[\"']([\w-]+)[\"']")


@dataclass
class Use:
    """One place where a component stands, with what is handed to it."""

    component: str
    attributes: list[str]
    slots: list[str] = field(default_factory=list)


def quiet(source: str) -> str:
    return DJANGO.sub("x", source)


def declared(component: str) -> set[str]:
    found = re.search(r"<c-vars\b(.*?)/>", COMPONENTS[component].read_text(), re.DOTALL)
    return set(names(DJANGO.sub("x", found[1]))) if found else set()


def names(attributes: str) -> list[str]:
    return [name.lstrip(":") for name in ATTRIBUTE.findall(attributes)]


def uses(source: str) -> list[Use]:
    found: list[Use] = []
    open_uses: list[Use] = []
    for closing, name, attributes, self_closing in TAG.findall(quiet(source)):
        if name == "vars":
            continue
        if name == "slot":
            if not closing:
                open_uses[-1].slots.append(SLOT_NAME.search(attributes)[1])
        elif closing:
            open_uses.pop()
        else:
            found.append(Use(name, names(attributes)))
            if not self_closing:
                open_uses.append(found[-1])
    assert not open_uses, f"not closed: {open_uses}"
    return found


def faults(source: str) -> list[str]:
    wrong = []
    for use in uses(source):
        if use.component not in COMPONENTS:
            wrong.append(f"c-{use.component} does not exist")
            continue
        known = declared(use.component)
        strange = [name for name in use.attributes + use.slots if name not in known]
        wrong += [f"c-{use.component} does not know «{name}»" for name in strange]
    return wrong


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ('<c-badge colour="red">nieuw</c-badge>', "c-badge does not know «colour»"),
        (
            '<c-card><c-slot name="foot">x</c-slot></c-card>',
            "c-card does not know «foot»",
        ),
        ('<c-button :attrs="all" />', "c-button does not know «attrs»"),
        ("<c-carousel />", "c-carousel does not exist"),
    ],
)
def test_a_strange_attribute_slot_or_component_is_found(source: str, fault: str) -> None:
    assert faults(source) == [fault]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_template_hands_components_only_what_they_declare(path: Path) -> None:
    assert faults(path.read_text()) == []


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_uses_all_it_declares_and_lets_nothing_else_through(component: str) -> None:
    source = COMPONENTS[component].read_text()
    body = source[source.index("/>") :]
    assert declared(component)
    assert "attrs }}" not in body
    unused = [name for name in declared(component) if name not in body]
    assert unused == []


@pytest.mark.parametrize("component", COMPONENTS)
def test_the_gallery_shows_every_component(component: str) -> None:
    gallery = Path(__file__).parent.parent / "templates" / "design"
    shown = "".join(path.read_text() for path in sorted(gallery.glob("*.html")))
    shown += COMPONENTS["fields"].read_text()
    assert f"<c-{component}" in shown


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_every_cell_that_becomes_a_line_on_a_card_names_its_column(path: Path) -> None:
    for table in re.findall(r"<c-table\b.*?</c-table>", quiet(path.read_text()), re.DOTALL):
        if 'layout="scroll"' in table:
            continue
        cells = re.findall(r"<td\b([^>]*)>(?!</td>)", table)
        assert [cell for cell in cells if "data-label=" not in cell] == []


# What goes away as a file or as a mail carries its style with it: no policy of a server rules it.
SERVED = [path for path in TEMPLATES if path.name not in {"standalone.html", "mail.html"}]


@pytest.mark.parametrize("path", SERVED, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_template_holds_script_or_style(path: Path) -> None:
    source = quiet(path.read_text())
    assert re.findall(r"\sstyle\s*=|<style\b|\son[a-z]+\s*=|javascript:", source) == []
    scripts = re.findall(r"<script\b([^>]*)>", source)
    assert [s for s in scripts if "src=" not in s and 'type="application/json"' not in s] == []
