import pytest

pytestmark = pytest.mark.django_db


def test_the_menu_of_the_admin_speaks_indonesian(admin_client):
    page = admin_client.get("/admin/").text

    assert "Laporan" in page
    assert "Bantuan" in page
    assert '"label": "Reports"' not in page


def test_the_help_menu_counts_no_unread_pages_in_english(admin_client):
    page = admin_client.get("/admin/").text

    assert "Tombol pintas" in page
    assert "editor-guide" not in page
    assert "whats-new-in-wagtail" not in page


def test_staff_sign_in_to_tuntun_in_indonesian(client):
    page = client.get("/admin/login/").text

    assert "Masuk ke Tuntun" in page
    assert "Kata sandi" in page
    assert "Lupa kata sandi?" in page
    assert "Password" not in page
    assert "Remember me" not in page
