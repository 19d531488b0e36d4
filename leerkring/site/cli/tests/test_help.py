"""Everything the command line says of itself is Dutch."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from leerkring.site.cli.main import COMMANDS

NAMES = [command.__name__.rsplit(".", 1)[1] for command in COMMANDS]
ENGLISH = re.compile(
    r"\b(usage|options?:|optional|positional|arguments?|show|this|exit|message|error|required|"
    r"default|choose|invalid|the|and|of the|file|value)\b"
)


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_holds_no_english(leerkring: Callable[..., Any], name: str) -> None:
    done = leerkring(*filter(None, [name]), "--help")
    assert done.code == 0
    assert done.out.startswith("gebruik: leerkring")
    assert "toon deze uitleg en stop" in done.out
    assert not ENGLISH.search(done.out.replace("--help", "")), done.out


@pytest.mark.parametrize("name", NAMES)
def test_the_list_of_commands_names_each_with_a_line(
    leerkring: Callable[..., Any], name: str
) -> None:
    assert re.search(rf"^    {name}\b", leerkring("--help").out, re.MULTILINE)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "dit ontbreekt nog: OPDRACHT"),
        (["dansen"], "kan niet; kies uit"),
        (["loop"], "dit ontbreekt nog: --teams, --answers, --out"),
        (["loop", "--teams"], "hier hoort één waarde achter"),
        (["loop", "--o", "x"], "kan van alles zijn"),
        (["serve", "--port", "acht"], "'acht' is geen geldige waarde"),
        (["serve", "--demo=ja"], "hier hoort geen waarde achter"),
        (["setup", "nog wat"], "dit ken ik niet: nog wat"),
    ],
)
def test_a_mistyped_command_is_explained_in_dutch(
    leerkring: Callable[..., Any], words: list[str], says: str
) -> None:
    done = leerkring(*words)
    assert (done.code, done.out) == (2, "")
    assert says in done.err
    assert not ENGLISH.search(done.err), done.err
