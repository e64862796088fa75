import pytest

pytestmark = pytest.mark.django_db


def test_the_menu_of_the_admin_speaks_indonesian(admin_client):
    page = admin_client.get("/admin/").text

    assert "Laporan" in page
    assert "Bantuan" in page
    assert '"label": "Reports"' not in page
