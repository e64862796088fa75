import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/latihan/", "/saya/"])
def test_a_form_sent_where_none_is_taken_is_answered_with_a_page(client, address):
    response = client.post(address)

    assert response.status_code == 405
    assert "Alamat ini milik sebuah tombol" in response.content.decode()
    assert "GET" in response["Allow"]


def test_a_strange_method_is_answered_with_a_page_too(client):
    response = client.generic("PROPFIND", "/latihan/")

    assert response.status_code == 405
    assert "Kembali ke Beranda" in response.content.decode()
