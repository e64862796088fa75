import pytest
from django.template.loader import render_to_string

from tests.tutorials.factories import make_home


@pytest.mark.django_db
def test_an_unknown_address_says_so_in_indonesian_and_shows_a_way_back(client):
    make_home()

    response = client.get("/tidak-ada/")

    html = response.content.decode()
    assert response.status_code == 404
    assert "<h1>Halaman ini tidak ada</h1>" in html
    assert 'href="/"' in html
    assert 'href="/panduan/"' in html


@pytest.mark.parametrize("name", ["400.html", "403.html", "404.html", "500.html", "learning/real_number.html"])
def test_an_error_page_needs_neither_request_nor_database(name):
    html = render_to_string(name)

    assert 'lang="id"' in html
    assert html.count("<h1>") == 1
    assert 'href="/"' in html


def test_the_page_of_a_broken_server_asks_for_nothing_that_may_be_broken():
    assert 'href="/static/css/tuntun.css"' in render_to_string("500.html")
