"""When a guide was held against the real portal: what readers see of it, and how staff are reminded."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.utils import timezone

from tests.tutorials.factories import make_guide
from tutorials.domain.freshness import is_stale, stale_before

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)


def ago(days):
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def editor(client):
    user = User.objects.create_user("rina", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    ("compared_on", "stale"),
    [(date(2026, 11, 25), False), (date(2026, 8, 27), False), (date(2026, 8, 26), True), (None, True)],
)
def test_a_check_counts_for_90_days(compared_on, stale):
    assert is_stale(compared_on, today=TODAY) is stale
    assert stale_before(TODAY) == date(2026, 8, 27)


def test_readers_see_when_and_for_what_a_guide_was_checked(client):
    make_guide(compared_on=ago(0), regulation="PP 28 Tahun 2025", oss_generation="OSS Berbasis Risiko, tampilan 2026")

    html = client.get("/panduan/contoh/").content.decode()

    assert "berlaku untuk PP 28 Tahun 2025, layar OSS Berbasis Risiko, tampilan 2026" in html
    assert "Sudah lama tidak diperiksa" not in html


def test_readers_of_an_old_guide_are_told_calmly(client):
    make_guide(compared_on=date(2026, 1, 5))

    html = client.get("/panduan/contoh/").content.decode()

    assert "Diperiksa pada 5 Januari 2026" in html
    assert "Sudah lama tidak diperiksa. Tulisan di OSS bisa berbeda." in html


def test_a_guide_that_was_never_checked_says_so_beside_its_regulation(client):
    make_guide(regulation="PP 28 Tahun 2025")

    html = client.get("/panduan/contoh/").content.decode()

    assert "<b>Belum diperiksa dengan OSS</b> · berlaku untuk PP 28 Tahun 2025" in html


def test_a_guide_that_says_nothing_of_it_has_no_badge(client):
    make_guide()

    assert "iperiksa" not in client.get("/panduan/contoh/").content.decode()


def test_staff_are_reminded_of_old_guides_the_oldest_first(client, editor):
    make_guide(slug="baru", title="Panduan baru", compared_on=ago(90))
    old = make_guide(slug="lama", title="Panduan lama", compared_on=ago(91))
    never = make_guide(slug="belum", title="Panduan belum")
    make_guide(slug="draf", title="Panduan draf", live=False)

    html = client.get("/admin/").content.decode()

    assert html.index(f'<a href="/admin/pages/{never.pk}/edit/">Panduan belum</a>: belum pernah') < html.index(
        f'<a href="/admin/pages/{old.pk}/edit/">Panduan lama</a>: terakhir dibandingkan'
    )
    assert "91 hari lalu" in html
    assert "Panduan baru</a>: " not in html
    assert "Panduan draf</a>: " not in html


def test_nobody_is_reminded_where_all_is_fresh(client, editor):
    make_guide(compared_on=ago(1))

    assert "perlu dibandingkan lagi dengan OSS asli" not in client.get("/admin/").content.decode()


def test_who_may_not_edit_guides_is_not_reminded(client):
    user = User.objects.create_user("tamu", is_staff=True)
    group = Group.objects.create(name="Tamu")
    group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    make_guide()

    response = client.get("/admin/")

    assert response.status_code == 200
    assert "perlu dibandingkan lagi dengan OSS asli" not in response.content.decode()


@pytest.mark.parametrize(("days", "told"), [(200, True), (10, False)])
def test_the_form_of_an_old_guide_says_so(client, editor, days, told):
    guide = make_guide(compared_on=ago(days))

    html = client.get(f"/admin/pages/{guide.pk}/edit/").content.decode()

    assert ("200 hari lalu. Bandingkan lagi dengan OSS, lalu ubah tanggalnya di tab Panduan." in html) is told
