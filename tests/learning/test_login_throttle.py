from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone

from learning.client_address import client_address

pytestmark = pytest.mark.django_db

RIGHT, WRONG = "kata-sandi-yang-benar", "tebakan"


@pytest.fixture(autouse=True)
def staff():
    return get_user_model().objects.create_superuser("staf", password=RIGHT)


def _try(client, password, *, name="staf", **extra):
    return client.post("/admin/login/", {"username": name, "password": password}, **extra)


def test_the_fifth_wrong_password_closes_the_door_with_a_page_that_says_so(client):
    answers = [_try(client, WRONG) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 200, 429]
    assert "Tunggu 15 menit dulu" in answers[-1].content.decode()


def test_behind_the_closed_door_even_the_right_password_waits(client):
    for _ in range(5):
        _try(client, WRONG)

    assert _try(client, RIGHT).status_code == 429


def test_the_door_opens_after_a_quarter_of_an_hour(client):
    for _ in range(5):
        _try(client, WRONG)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))

    assert _try(client, RIGHT).status_code == 302


def test_one_address_does_not_close_the_door_for_another(client):
    for _ in range(5):
        _try(client, WRONG, REMOTE_ADDR="203.0.113.9")

    assert _try(client, RIGHT, REMOTE_ADDR="198.51.100.4").status_code == 302


def test_learners_read_on_while_the_door_is_closed(client):
    for _ in range(5):
        _try(client, WRONG)

    assert client.get("/latihan/").status_code == 200


def test_who_signed_in_leaves_no_trace_of_the_address(client):
    _try(client, WRONG)

    _try(client, RIGHT)

    assert not AccessAttempt.objects.exists()
    assert not AccessLog.objects.exists()


def test_a_password_is_never_kept(client):
    _try(client, "rahasia-ibu-melati")

    assert "rahasia-ibu-melati" not in str(list(AccessAttempt.objects.values()))


@pytest.mark.parametrize("name", ["", "a" * 100_000, "a\x00b", "ibu 🌶"])
def test_a_strange_name_is_answered_like_a_wrong_one(client, name):
    assert _try(client, WRONG, name=name).status_code == 200


def test_failed_tries_are_forgotten_after_a_week(client):
    _try(client, WRONG)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(days=8))

    call_command("housekeeping")

    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "198.51.100.4", "203.0.113.9"),
        (1, "198.51.100.4", "198.51.100.4"),
        (1, "10.0.0.1, 198.51.100.4", "198.51.100.4"),
        (2, "192.0.2.1, 198.51.100.4, 10.0.0.1", "198.51.100.4"),
        (2, "198.51.100.4", "203.0.113.9"),
        (1, "bukan alamat", "203.0.113.9"),
        (1, "", "203.0.113.9"),
    ],
)
def test_the_address_is_what_our_own_proxy_saw(settings, proxies, forwarded, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR="203.0.113.9", headers={"X-Forwarded-For": forwarded})

    assert client_address(request) == address
