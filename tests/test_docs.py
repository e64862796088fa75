"""The documents say what is there: settings, commands, targets of make and links between the pages."""

import ast
import re
from pathlib import Path

import pytest
from django.core.management import get_commands

from sandbox.domain import vocabulary

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)[^)]*\)")
OURS = {"learning", "sandbox", "tutorials"}


def test_every_setting_is_explained():
    read = {
        node.args[0].value
        for node in ast.walk(ast.parse((ROOT / "learning" / "settings.py").read_text()))
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] == "env"
    }
    explained = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE))

    assert "DATABASE_URL" in read
    assert read - explained == set()


def test_every_command_of_ours_is_among_the_interfaces():
    commands = {name for name, app in get_commands().items() if app in OURS}
    interfaces = (ROOT / "docs" / "interfaces.md").read_text()

    assert "stuck" in commands
    assert {name for name in commands if f"| `{name}" not in interfaces} == set()


def test_every_make_target_that_readme_names_exists():
    named = set(re.findall(r"\bmake ([a-z]+)\b(?=[ `])", (ROOT / "README.md").read_text()))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert {"run", "test", "bench"} <= named
    assert named - targets - {"python"} == set()


def test_ci_runs_nothing_that_readme_does_not_name():
    lines = (ROOT / ".ci" / "run").read_text().splitlines()
    commands = [line for line in lines if line and not line.startswith(("#", "set ", "cd "))]

    assert commands == ["make test", "make postgres POSTGRES_TESTS=tests/learning", "make lint"]


@pytest.mark.parametrize(
    "kind",
    ["FIELD_TYPES", "RULES", "CONDITIONS", "DERIVATIONS", "MODES", "CHANNELS", "WAYS", "DOCUMENT_KINDS"],
)
def test_every_word_of_a_flow_document_is_explained(kind):
    explained = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`]+)`", (ROOT / "docs" / "flows.md").read_text()))))

    assert set(getattr(vocabulary, kind)) - explained == set()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_between_the_documents_leads_somewhere(document):
    targets = LINK.findall(document.read_text())

    assert [target for target in targets if not (document.parent / target).exists()] == []
