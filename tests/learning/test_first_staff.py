import stat
from io import StringIO

import pytest
from django.contrib.auth import get_user, get_user_model
from django.core.management import call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def data_dir(tmp_path, settings):
    settings.DATA_DIR = tmp_path
    return tmp_path


def first_staff() -> str:
    out = StringIO()
    call_command("first_staff", stdout=out)
    return out.getvalue()


def test_the_first_account_can_sign_in_with_the_password_in_the_file(data_dir, client):
    first_staff()

    lines = (data_dir / "staf-awal.txt").read_text().splitlines()
    password = next(line.removeprefix("Kata sandi: ") for line in lines if line.startswith("Kata sandi: "))
    signed_in = client.post("/admin/login/", {"username": "staf", "password": password})
    assert signed_in.status_code == 302
    assert get_user(client).is_superuser


def test_the_file_is_for_its_owner_alone(data_dir):
    first_staff()

    assert stat.S_IMODE((data_dir / "staf-awal.txt").stat().st_mode) == 0o600


def test_the_password_is_printed_and_is_never_the_same(data_dir):
    printed = first_staff()
    get_user_model().objects.all().delete()
    again = first_staff()

    assert "Akun staf pertama: staf" in printed
    assert printed != again


def test_a_site_that_has_an_account_gets_no_other_one(data_dir):
    get_user_model().objects.create_user("ibu-guru")

    printed = first_staff()

    assert printed == ""
    assert not (data_dir / "staf-awal.txt").exists()
    assert list(get_user_model().objects.values_list("username", flat=True)) == ["ibu-guru"]


def test_a_file_that_was_thrown_away_does_not_come_back(data_dir):
    first_staff()
    (data_dir / "staf-awal.txt").unlink()

    printed = first_staff()

    assert printed == ""
    assert not (data_dir / "staf-awal.txt").exists()


def test_no_account_is_left_when_the_file_cannot_be_written(data_dir, settings):
    settings.DATA_DIR = data_dir / "tidak-ada"

    with pytest.raises(FileNotFoundError):
        first_staff()

    assert not get_user_model().objects.exists()


def test_a_file_left_by_an_earlier_database_is_replaced(data_dir):
    (data_dir / "staf-awal.txt").write_text("sandi dari dulu")
    (data_dir / "staf-awal.txt").chmod(0o644)

    first_staff()

    assert "sandi dari dulu" not in (data_dir / "staf-awal.txt").read_text()
    assert stat.S_IMODE((data_dir / "staf-awal.txt").stat().st_mode) == 0o600
