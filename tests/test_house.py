"""The rules of the house (ARCHITECTURE.md) that need no database."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import grimp
import pytest
from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.forms import CharField, ModelForm
from importlinter.cli import lint_imports

HOUSE = Path(__file__).parent.parent
OURS = ("leerkring", "tests", "bench", "tools", "docs")
PACKAGE = HOUSE / "leerkring"

LONGEST = {".py": 200, ".css": 200, ".js": 200, ".typ": 200, ".html": 150}
LONGEST_TEST = 400
LONGEST_VIEW = 25

FLOORS = ("loop", "practice", "exchange", "network", "foundation")
MAY_KNOW_DJANGO = {
    "urls", "views", "forms", "actions", "queries", "rules", "models", "apps", "personal_data",
    "migrations", "templatetags", "tests", "search", "notices", "tasks", "checks", "registry",
    "flaggable", "remarkable", "serving", "dates", "statements",
}  # fmt: skip
MAY_KNOW_BY_ENDING = ("_actions", "_queries", "_forms")
EXCUSED = {
    "leerkring.foundation.files.checking": "takes what a form was sent, and refuses as a form does",
    "leerkring.foundation.files.vault": "keeps files where the settings say",
    "leerkring.loop.advice.setting": "writes numbers on paper with the filters of the pages",
    "leerkring.loop.newspapers.standalone": "renders the templates of the site to a file",
    "leerkring.practice.answering.mailing": "writes mails and sends them",
    "leerkring.practice.answering.own_lines": "reads and keeps rows that one person can open",
    "leerkring.practice.answering.people_files": "knows a mail address as the site's forms do",
}
JUNK_DRAWERS = {"common", "utils", "util", "helpers", "helper", "core", "misc", "services"}


def files(*suffixes: str) -> Iterator[Path]:
    """Every file of ours with one of these endings."""
    for folder in OURS:
        for path in sorted((HOUSE / folder).rglob("*")):
            if path.suffix in suffixes and "__pycache__" not in path.parts:
                yield path


def is_test(path: Path) -> bool:
    return "tests" in path.parts


@cache
def trees() -> list[tuple[Path, ast.Module]]:
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in files(".py")]


def where(path: Path, line: int | None = None) -> str:
    return str(path.relative_to(HOUSE)) + (f":{line}" if line else "")


def test_no_file_is_longer_than_a_person_reads_in_one_go() -> None:
    long = []
    for path in files(*LONGEST):
        if "migrations" in path.parts:  # written by Django
            continue
        lines = len(path.read_text(encoding="utf-8").splitlines())
        most = LONGEST_TEST if is_test(path) else LONGEST[path.suffix]
        if lines > most:
            long.append(f"{where(path)}: {lines} lines, at most {most}; which two is it?")
    assert long == []


def test_a_view_is_a_screenful_at_most() -> None:
    long = [
        f"{where(path, node.lineno)} {node.name}"
        for path, tree in trees()
        if ("views" in path.parts or path.name == "views.py") and "HttpRequest" in path.read_text()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_VIEW
    ]
    assert long == []


def test_nothing_listens_to_models_and_saving_does_nothing_else() -> None:
    listening = ("django.dispatch", "django.db.models.signals", "django.core.signals")
    found = []
    for path, tree in trees():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            if any(name.startswith(listening) for name in names):
                found.append(where(path, node.lineno))
            in_models = "models" in {*path.parts, path.stem}
            if in_models and isinstance(node, ast.FunctionDef):
                found += [where(path, node.lineno)] * (node.name in {"save", "delete"})
    assert found == []


def test_generic_foreign_keys_stay_in_the_foundation() -> None:
    generic = [
        model._meta.label
        for model in apps.get_models()
        if model.__module__.startswith("leerkring")
        and not model.__module__.startswith("leerkring.foundation")
        and any(isinstance(f, GenericForeignKey) for f in model._meta.private_fields)
    ]
    assert generic == []


def test_every_module_is_called_after_what_it_holds() -> None:
    drawers = [
        where(path)
        for path in files(".py")
        if JUNK_DRAWERS & {part.removesuffix(".py") for part in path.relative_to(HOUSE).parts}
    ]
    assert drawers == []


def test_floors_siblings_and_the_order_inside_a_room_hold() -> None:
    assert lint_imports(config_filename=str(HOUSE / "pyproject.toml"), no_cache=True) == 0


@pytest.fixture
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("leerkring", include_external_packages=True, cache_dir=None)


def test_calculations_know_no_django(graph: grimp.ImportGraph) -> None:
    """Neither themselves nor through a module they import; so they run and test without it."""
    needless = [name for name in EXCUSED if not graph.find_shortest_chain(name, "django")]
    assert needless == []
    for excused in EXCUSED:
        graph.remove_module(excused)
    calculations = sorted(filter(is_calculation, graph.modules))
    chains = [graph.find_shortest_chain(module, "django") for module in calculations]
    assert [chain for chain in chains if chain] == []


def is_calculation(module: str) -> bool:
    """`leerkring.<floor>.<room>.<noun>`, where the noun is not one of Django's."""
    parts = module.split(".")
    inside = len(parts) > 3 and parts[1] in FLOORS
    return inside and not MAY_KNOW_DJANGO & set(parts) and not module.endswith(MAY_KNOW_BY_ENDING)


TEMPLATES = [path for path in files(".html") if "templates" in path.parts]


def test_nothing_reaches_a_page_unescaped() -> None:
    """Only the help text of a field, which comes from our own forms."""
    raw = re.compile(r"{{[^}]*\|\s*safe(?:seq)?\b[^}]*}}|{%\s*autoescape\s+off")
    found = {
        where(path): set(raw.findall(path.read_text(encoding="utf-8")))
        for path in TEMPLATES
        if raw.search(path.read_text(encoding="utf-8"))
    }
    field = "leerkring/foundation/design/templates/cotton/field.html"
    assert found == {field: {"{{ field.help_text|safe }}"}}


def test_no_code_marks_a_text_as_safe() -> None:
    marks = ("mark_safe", "SafeString", "SafeText", "is_safe=True", "needs_autoescape")
    found = [
        f"{where(path)}: {mark}"
        for path in files(".py")
        if not is_test(path)
        for mark in marks
        if mark in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_every_form_that_posts_carries_a_token() -> None:
    bare = [
        where(path)
        for path in TEMPLATES
        for form in re.findall(
            r'<form\b[^>]*method="post".*?</form>', path.read_text(encoding="utf-8"), re.DOTALL
        )
        if "{% csrf_token %}" not in form
    ]
    assert bare == []


UNFINISHED = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "Not" + "Implemented")))
ELSEWHERE = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|tm" + r"p|ho" + r"me)/",
            r"pythonhosted" + r"\.org",
            r"pypi\.org/" + r"simple",
            r"--(?:extra-)?index" + r"-url",
            r"arti" + r"factory|/ne" + r"xus/",
        )
    )
)


@pytest.mark.parametrize("pattern", [UNFINISHED, ELSEWHERE], ids=["unfinished", "elsewhere"])
def test_no_file_holds_a_promise_or_an_address_of_one_machine(pattern: re.Pattern[str]) -> None:
    texts = [*files(".py", ".html", ".css", ".js", ".typ", ".md", ".toml", ".csv", ".yaml")]
    texts += [path for path in HOUSE.iterdir() if path.is_file()]
    texts += (HOUSE / "requirements").glob("*")
    found = [
        f"{where(path, number)}: {line.strip()[:80]}"
        for path in texts
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


# Fields with the plain CharField of Django, and why: everywhere else people write in a LineField or
# a TextField, which leave out signs that control or that turn a text around.
PLAIN = {
    "foundation/design/forms.py": "the gallery: nothing is kept, and this room lies below language",
    "foundation/moderation/forms.py passage": "looked up in a text, sign by sign",
    "exchange/questions/handing_forms.py key": "a key, compared",
    "loop/programmes/week_forms.py lines": "a pasted file, read as one",
    "network/entrance/forms.py code": "a code, compared",
    "practice/answering/forms.py key": "a key, compared",
    "practice/meetings/join_forms.py code": "a code, compared",
    "practice/pulses/answer_forms.py mark": "a mark of the page, compared",
    "practice/pulses/answer_forms.py seen": "a fingerprint, compared",
}


def test_what_people_write_comes_in_through_fields_that_clean_it() -> None:
    found = {}
    for path, tree in trees():
        room = path.relative_to(HOUSE / "leerkring").as_posix() if "leerkring" in path.parts else ""
        if not room or is_test(path) or room == "foundation/language/forms.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and is_plain(node.value):
                name = getattr(node.targets[0], "id", "")
                found[f"{room} {name}"] = where(path, node.lineno)
            elif isinstance(node, ast.ClassDef) and any(is_plain_name(base) for base in node.bases):
                found[f"{room} {node.name}"] = where(path, node.lineno)
    known = {key for key in found if key in PLAIN or key.partition(" ")[0] in PLAIN}
    known |= {"exchange/posts/field_forms.py RichField"}  # cleaned by nh3
    assert set(found) - known == set()


def test_fields_that_come_from_a_model_clean_what_people_write_too() -> None:
    for path, _ in trees():
        if "leerkring" in path.parts and path.stem.endswith("forms") and not is_test(path):
            import_module(".".join(path.relative_to(HOUSE).with_suffix("").parts))
    plain = [
        f"{form.__module__}.{form.__name__} {name}"
        for form in all_below(ModelForm)
        if form.__module__.startswith("leerkring")
        for name, field in form.base_fields.items()
        if type(field) is CharField
    ]
    assert plain == []


def all_below(kind: type) -> Iterator[type]:
    for one in kind.__subclasses__():
        yield one
        yield from all_below(one)


def is_plain(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and is_plain_name(node.func)


def is_plain_name(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "CharField"
        and isinstance(node.value, ast.Name)
        and node.value.id == "forms"
    )
