from pathlib import Path

import pytest

from tests import architecture

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize(
    "rule",
    [
        architecture.forbidden_imports,
        architecture.mentions_of_learning,
        architecture.impure_domain_code,
        architecture.oversized,
        architecture.nameless_modules,
        architecture.inline_code,
        architecture.machine_paths,
    ],
    ids=lambda rule: rule.__name__,
)
def test_the_project_keeps_its_own_rules(rule):
    assert rule(ROOT) == []


@pytest.fixture
def tree(tmp_path):
    """A function that writes one file of a small project and returns the project's folder."""

    def write(path: str, text: str) -> Path:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("sandbox/views.py", "import learning.events"),
        ("sandbox/attempts.py", "from tutorials.models import GuidePage"),
        ("tutorials/views.py", "from learning import progress"),
        ("tutorials/models/guides.py", "from sandbox.models import Attempt"),
        ("tutorials/starter.py", "from sandbox import attempts"),
        ("learning/reports.py", "from tutorials.views import step"),
        ("learning/reports.py", "from sandbox import forms"),
        ("learning/reports.py", "from tutorials.domain.markdown import render"),
        ("learning/domain/method/stuck.py", "from learning.models import Event"),
        ("sandbox/domain/flow.py", "from sandbox.models import Attempt"),
        ("tutorials/domain/text.py", "from sandbox.domain.nik import parse_nik"),
    ],
)
def test_an_import_against_the_direction_is_found(tree, path, line):
    root = tree(path, f"def late():\n    {line}\n")

    assert len(architecture.forbidden_imports(root)) == 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("tutorials/models/guides.py", "from sandbox.catalogue import published_flows"),
        ("tutorials/views.py", "from sandbox import catalogue"),
        ("learning/recorder.py", "from sandbox import signals"),
        ("learning/views.py", "from sandbox.attempts import of_learner"),
        ("learning/middleware.py", "from sandbox.domain.realnumbers import holds_real_number"),
        ("learning/domain/events.py", "from sandbox.domain.realnumbers import holds_real_number"),
        ("sandbox/views.py", "from sandbox.domain.flow import Flow"),
        ("sandbox/domain/flow.py", "from sandbox.domain.fields import Field"),
    ],
)
def test_an_import_in_the_right_direction_is_free(tree, path, line):
    root = tree(path, f"{line}\n")

    assert architecture.forbidden_imports(root) == []


def test_learning_is_not_reached_by_its_name_in_a_string_either(tree):
    root = tree("tutorials/views.py", 'from django.apps import apps\nEvent = apps.get_model("learning", "Event")\n')

    assert architecture.mentions_of_learning(root) == ["tutorials/views.py:2: 'learning'"]


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("from django.utils import timezone", "sandbox/domain/a.py:1: django.utils.timezone"),
        ("import secrets", "sandbox/domain/a.py:1: secrets"),
        ("import datetime\nnow = datetime.datetime.now()", "sandbox/domain/a.py:2: now()"),
    ],
)
def test_a_domain_module_that_is_not_pure_is_found(tree, code, place):
    root = tree("sandbox/domain/a.py", f"{code}\n")

    assert architecture.impure_domain_code(root) == [place]


def test_a_module_of_251_lines_and_a_function_of_41_are_found(tree):
    tree("sandbox/long.py", "x = 1\n" * 251)
    root = tree("sandbox/deep.py", "def f():\n" + "    x = 1\n" * 40)

    assert architecture.oversized(root) == ["sandbox/deep.py:1: f has 41 lines", "sandbox/long.py: 251 lines"]


def test_a_module_of_250_lines_and_a_function_of_40_are_not(tree):
    tree("sandbox/long.py", "x = 1\n" * 250)
    root = tree("sandbox/deep.py", "def f():\n" + "    x = 1\n" * 39)

    assert architecture.oversized(root) == []


def test_a_module_named_after_nothing_is_found(tree):
    root = tree("learning/utils.py", "")

    assert architecture.nameless_modules(root) == ["learning/utils.py"]


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<p class="a"\n style="color: red">', "style attribute"),
        ("<style>p {}</style>", "style element"),
        ("<script>alert(1)</script>", "inline script"),
        ('<button onclick="go()">', "event attribute"),
    ],
)
def test_code_inside_a_template_is_found(tree, html, name):
    root = tree("templates/sandbox/screen.html", html)

    assert architecture.inline_code(root) == [f"templates/sandbox/screen.html:1: {name}"]


def test_a_script_with_an_address_is_not_inline(tree):
    root = tree("templates/base.html", '<script src="/static/js/a.js" defer></script>')

    assert architecture.inline_code(root) == []


def test_the_path_of_one_machine_is_found(tree):
    home = "/".join(["", "home", "melati", ""])
    root = tree("docs/settings.md", f"Put it in {home}tuntun\n")

    assert architecture.machine_paths(root) == [f"docs/settings.md:1: Put it in {home}tuntun"]
