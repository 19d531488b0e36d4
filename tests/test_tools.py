"""The programs around the code: installing once, a database for a moment, what could not run."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "tools"


def tool(name: str, folder: Path = TOOLS) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A copy of what installing reads, to change at will."""
    shutil.copytree(TOOLS, tmp_path / "tools")
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def stamped(folder: Path, level: str) -> ModuleType:
    """As if `level` had been installed there."""
    install = tool("install", folder / "tools")
    home = folder / ".venv"
    (home / install.BIN).mkdir(parents=True)
    (home / install.BIN / "leerkring").touch()
    stamp = {"level": level, "locks": install.locks(level)}
    (home / "leerkring.json").write_text(install.json.dumps(stamp))
    return install


def test_what_is_installed_is_not_installed_again(elsewhere: Path) -> None:
    stamped(elsewhere, "test")
    command = [sys.executable, str(elsewhere / "tools" / "install.py"), "run"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("changed", ["requirements/test.lock", "pyproject.toml"])
def test_a_changed_lock_asks_for_installing(elsewhere: Path, changed: str) -> None:
    install = stamped(elsewhere, "test")
    assert install.installed(elsewhere / ".venv") == "test"
    with (elsewhere / changed).open("a") as file:
        file.write("\n# changed\n")
    assert install.installed(elsewhere / ".venv") is None


def test_half_an_installation_does_not_count(elsewhere: Path) -> None:
    install = stamped(elsewhere, "run")
    (elsewhere / ".venv" / install.BIN / "leerkring").unlink()
    assert install.installed(elsewhere / ".venv") is None


def test_a_level_holds_the_ones_before() -> None:
    install = tool("install")
    assert install.enough("bench", "run")
    assert install.enough("test", "test")
    assert not install.enough("run", "test")
    assert not install.enough(None, "run")


def test_an_unknown_level_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool("install").main(["everything"]) == 2
    assert "everything" in capsys.readouterr().err


def test_installing_needs_only_the_standard_library() -> None:
    tree = ast.parse((TOOLS / "install.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import)
                for alias in node.names}  # fmt: skip
    imported |= {str(n.module) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


needs_postgres = pytest.mark.skipif(
    tool("postgres").server_programs() is None, reason="PostgreSQL's server is not installed"
)


@needs_postgres
def test_a_command_gets_a_database_that_is_gone_afterwards(tmp_path: Path) -> None:
    question = (
        "import os, psycopg, sys; c = psycopg.connect(os.environ['LEERKRING_TEST_DATABASE']);"
        "print(c.execute('show data_directory').fetchone()[0]); sys.exit(7)"
    )
    done = subprocess.run(
        [sys.executable, str(TOOLS / "postgres.py"), sys.executable, "-c", question],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 7, done.stderr
    assert not Path(done.stdout.strip()).parent.exists()


def test_what_cannot_run_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.delenv("LEERKRING_TEST_DATABASE", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    testing = tool("testing")
    found, missing = testing.stages()
    assert "suite on SQLite" in found
    assert "journeys in a browser" not in found
    assert any("chromium" in line for line in missing)


def test_a_given_database_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.setenv("LEERKRING_TEST_DATABASE", "postgresql://somewhere/else")
    testing = tool("testing")
    found, _ = testing.stages()
    assert "suite on LEERKRING_TEST_DATABASE" in found
    assert "suite on PostgreSQL" not in found
    assert "LEERKRING_TEST_DATABASE" not in testing.environment("suite on SQLite")


def test_what_python_compiles_is_kept_for_the_next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in tool("testing").environment("suite on SQLite")
    assert "PYTHONDONTWRITEBYTECODE" not in tool("checking").environment()


def test_the_demo_takes_another_port() -> None:
    done = subprocess.run(
        ["make", "-n", "demo", "PORT=8123"], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert "serve --demo --with-worker --port 8123" in done.stdout


def test_every_make_target_runs_something_that_exists() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    programs = re.findall(r"(?:tools|bench)/\w+\.py", text)
    assert programs
    assert [name for name in programs if not (ROOT / name).exists()] == []


def test_ci_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)
