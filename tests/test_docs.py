"""What is written down is so: picture, contract, folders, commands, settings, dependencies."""

import argparse
import ast
import importlib
import importlib.util
import json
import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest

from leerkring.site.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "leerkring"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def layers(lines: list[str]) -> list[list[str]]:
    return [sorted(room.strip() for room in line.split("|")) for line in lines]


def picture() -> dict[str, list[list[str]]]:
    """Per floor its layers, from the first drawing in ARCHITECTURE.md."""
    floors: dict[str, list[str]] = {}
    floor = ""
    for line in read("ARCHITECTURE.md").split("```")[1].strip("\n").splitlines():
        name, rooms = line[:13].strip(), line[13:].strip()
        floor = name or floor
        floors.setdefault(floor, [])
        if rooms:
            floors[floor].append(rooms)
    return {floor: layers(lines) for floor, lines in floors.items()}


def rooms() -> list[str]:
    return [
        f"{floor}.{room}" for floor, lines in picture().items() for line in lines for room in line
    ]


def contract_of(container: str) -> list[str]:
    for contract in CONTRACTS:
        if contract["containers"] == [container]:
            lines: list[str] = contract["layers"]
            return lines
    return []


def test_the_picture_is_the_contract() -> None:
    drawn = picture()
    assert list(drawn) == contract_of("leerkring")
    held = {floor: layers(contract_of(f"leerkring.{floor}")) for floor in drawn}
    assert drawn == held


def test_the_picture_is_the_folders() -> None:
    for floor, lines in picture().items():
        if floor == "site":
            continue
        found = sorted(path.parent.name for path in (HOUSE / floor).glob("*/__init__.py"))
        assert found == sorted(room for line in lines for room in line), floor


def test_every_room_keeps_the_order_inside() -> None:
    order = next(c for c in CONTRACTS if c["name"] == "Order inside a room")
    assert sorted(order["containers"]) == sorted(f"leerkring.{room}" for room in rooms())


def test_every_room_has_a_sentence_and_a_docstring() -> None:
    table = read("ARCHITECTURE.md").split("## The way of the data")[0]
    told = set(re.findall(r"^\| `(\w+)` \| ", table, re.M))
    assert told == {"site", *(room.split(".")[1] for room in rooms())}
    for room in rooms():
        source = (HOUSE / room.replace(".", "/") / "__init__.py").read_text(encoding="utf-8")
        assert ast.get_docstring(ast.parse(source)), room


def test_every_step_of_the_data_exists() -> None:
    way = read("ARCHITECTURE.md").split("## The way of the data")[1].split("\n## ")[0]
    full = {room.split(".")[1]: f"leerkring.{room}" for room in rooms()}
    full["site"] = "leerkring.site"
    named = re.findall(r"`(\w+)\.([\w.]+)`", way)
    assert len(named) > 10
    for room, rest in named:
        module, _, function = rest.partition(".")
        found = importlib.import_module(f"{full[room]}.{module}")
        assert not function or hasattr(found, function), f"{room}.{rest}"


def commands() -> dict[str, set[str]]:
    """Per command its long options."""
    subparsers = argparse.ArgumentParser().add_subparsers()
    for command in COMMANDS:
        command.add_parser(subparsers)
    return {
        name: {word for word in parser._option_string_actions if word.startswith("--")} - {"--help"}
        for name, parser in subparsers.choices.items()
    }


def test_every_command_and_option_is_described() -> None:
    sections = re.split(r"^## `leerkring (\w+)`$", read("docs/commands.md"), flags=re.M)
    told = {
        name: set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))
        for name, text in zip(sections[1::2], sections[2::2], strict=True)
    }
    elsewhere = {"--instrument"}  # `leerkring instrument` refers to an option of `loop`
    assert sorted(sections[1::2]) == sorted(commands())
    for name, options in commands().items():
        assert options <= told[name], name
        assert told[name] - options <= elsewhere, name


def settings_read() -> set[str]:
    """Every LEERKRING_… that the code asks the environment for."""
    found = set()
    for path in [*HOUSE.rglob("*.py"), *(ROOT / "tools").glob("*.py"), ROOT / "tests/settings.py"]:
        if "tests" in path.relative_to(ROOT).parts[:-1] and path.name != "settings.py":
            continue
        source = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"[\"'](LEERKRING_[A-Z_]+)[\"']", source))
        found |= {
            f"LEERKRING_{name}"
            for name in re.findall(r"environment\.(?:text|flag|listed)\(\s*\"([A-Z_]+)\"", source)
        }
    return found


def test_every_setting_is_described() -> None:
    told = re.findall(r"^\| `(LEERKRING_[A-Z_]+)` \|", read("docs/settings.md"), re.M)
    assert len(told) == len(set(told))
    assert set(told) == settings_read()


def dependencies() -> set[str]:
    project = PROJECT["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    return {re.split(r"[\[<>=~! ]", line)[0] for line in wanted}


def test_every_dependency_has_a_reason() -> None:
    told = re.findall(r"^\| `([\w.-]+)` \| (.+) \|$", read("docs/dependencies.md"), re.M)
    assert sorted(name for name, _ in told) == sorted(dependencies())
    assert all(len(reason) > 20 for _, reason in told)


def test_every_dependency_is_locked() -> None:
    assert dependencies() <= set(locked("bench"))


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.M))


def test_every_make_target_is_described_and_exists() -> None:
    told = {
        word
        for page in PAGES
        for word in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.M)
    }
    assert told == make_targets()


def test_decisions_are_numbered_and_indexed() -> None:
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("0*.md"))
    assert [name[:4] for name in files] == [f"{n:04}" for n in range(1, len(files) + 1)]
    index = re.findall(
        r"^\| \[(\d{4})\]\((.+?)\) \| (.+) \|$", read("docs/decisions/README.md"), re.M
    )
    assert [name for _, name, _ in index] == files
    for number, name, title in index:
        first = (folder / name).read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(f"# {number} "), name
        assert title.split(":")[0].casefold() in first.casefold(), name


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_run", ROOT / "bench" / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_figures_come_from_the_bench() -> None:
    run = bench()
    results = json.loads(run.RESULTS.read_text(encoding="utf-8"))
    block = read("README.md").split(run.START)[1].split(run.END)[0]
    assert block.strip() == run.readme_table(results)
    assert read("docs/bench.md") == run.report(results)
    assert set(results["modules"]) == set(run.modules())


def test_no_other_figure_stands_in_the_readme() -> None:
    run = bench()
    before, rest = read("README.md").split(run.START)
    text = before + rest.split(run.END)[1]
    measure = r"\d[\d.,]*\s?(?:ms|s|sec\w*|minutes?|hours?|MB|GB|%|×|x|times)\b"
    assert re.findall(measure, text) == []


def links() -> Iterator[tuple[Path, str]]:
    for page in PAGES:
        text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if "://" not in target and not target.startswith("#"):
                yield page, target.split("#")[0]


def test_every_link_leads_somewhere() -> None:
    broken = [f"{page.name}: {to}" for page, to in links() if not (page.parent / to).exists()]
    assert broken == []


def test_the_version_is_the_same_everywhere() -> None:
    version = PROJECT["project"]["version"]
    assert f"\n## [{version}]" in read("CHANGELOG.md")
    assert f'softwareVersion: "{version}"' in read("publiccode.yaml")


def test_the_licence_is_whole() -> None:
    text = read("LICENSE")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert [int(n) for n in re.findall(r"^(\d+)\.", text, re.M)] == list(range(1, 16))
    assert "‘Compatible Licences’ according to Article 5 EUPL are:" in text
    assert text.strip().endswith("require the production of a new EUPL version.")


def locked(level: str) -> dict[str, set[str]]:
    """Per package the versions in a lock: more than one where it depends on the Python."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", read(f"requirements/{level}.lock"), re.M):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("level", ["installer", "run", "test", "bench"])
def test_locks_hold_hashes_and_no_addresses(level: str) -> None:
    text = read(f"requirements/{level}.lock")
    assert "://" not in text
    assert not re.search(r"^-|file:|\.whl|@ ", text, re.M)
    packages = re.split(r"^(?=\S+==)", text, flags=re.M)[1:]
    assert packages
    assert all("--hash=sha256:" in package for package in packages)


def test_each_lock_holds_the_one_before() -> None:
    run, test, bench_ = locked("run"), locked("test"), locked("bench")
    assert run.items() <= test.items()
    assert test.items() <= bench_.items()
