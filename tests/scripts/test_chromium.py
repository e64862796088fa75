import pytest

from scripts import chromium


@pytest.fixture
def on_path(tmp_path, monkeypatch):
    """A function that puts a program on an otherwise empty PATH; it answers --version with the given exit code."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))
    monkeypatch.delenv("CHROMIUM", raising=False)

    def put(name: str, *, exit_code: int = 0) -> str:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\nexit {exit_code}\n")
        file.chmod(0o755)
        return str(file)

    return put


def test_a_chromium_on_the_path_is_found(on_path):
    path = on_path("chromium-browser")

    assert chromium.find() == path


def test_the_one_that_was_chosen_comes_before_the_path(on_path, monkeypatch):
    on_path("chromium")
    monkeypatch.setenv("CHROMIUM", on_path("milik-saya"))

    assert chromium.find().endswith("/milik-saya")


def test_a_chosen_one_that_is_not_there_is_not_replaced_in_silence(on_path, monkeypatch):
    on_path("chromium")
    monkeypatch.setenv("CHROMIUM", "tidak-ada")

    assert chromium.find() is None
    with pytest.raises(SystemExit, match="CHROMIUM=tidak-ada"):
        chromium.main()


def test_a_package_that_only_points_to_a_snap_does_not_count(on_path):
    on_path("chromium-browser", exit_code=1)
    path = on_path("google-chrome")

    assert chromium.find() == path


def test_the_one_that_playwright_installed_is_found(on_path):
    path = on_path("playwright/chromium-1234/chrome-linux/chrome")

    assert chromium.find() == path


def test_nothing_is_found_where_nothing_is(on_path):
    assert chromium.find() is None
