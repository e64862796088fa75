"""Things to lay ready: ticks that are kept, and a sheet to print."""

import re

import pytest

from tests.tutorials.factories import make_guide
from tutorials.models import PrepareItem

pytestmark = pytest.mark.django_db


def make_prepared_guide(*titles, **fields):
    guide = make_guide(**fields)
    guide.prepare_items = [PrepareItem(title=title, sort_order=place) for place, title in enumerate(titles)]
    guide.save()
    return guide


@pytest.fixture
def guide():
    return make_prepared_guide("KTP", "HP", "Email")


def boxes(client, address="/panduan/contoh/"):
    """{title: (value of its box, whether it is ticked)}."""
    html = client.get(address).content.decode()
    found = re.findall(r'name="siap" value="([0-9a-f]{6})"( checked)?>.*?<b>([^<]+)</b>', html)
    return {title: (value, bool(ticked)) for value, ticked, title in found}


def tick(client, *titles, slug="contoh", **more):
    values = [boxes(client, f"/panduan/{slug}/")[title][0] for title in titles]
    return client.post(f"/panduan/{slug}/siapkan/", {"siap": values, **more})


def ticked(client, slug="contoh"):
    return [title for title, (_, is_ticked) in boxes(client, f"/panduan/{slug}/").items() if is_ticked]


def test_ticks_are_kept_and_lead_back_to_the_list(client, guide):
    response = tick(client, "KTP", "Email")

    assert (response.status_code, response["Location"]) == (303, "/panduan/contoh/#siapkan")
    assert ticked(client) == ["KTP", "Email"]


def test_a_tick_can_be_taken_back(client, guide):
    tick(client, "KTP", "Email")

    tick(client, "Email")
    one = ticked(client)
    tick(client)

    assert one == ["Email"]
    assert ticked(client) == []


def test_ticks_of_another_guide_stay(client, guide):
    make_prepared_guide("KTP", slug="lain")
    tick(client, "KTP")

    tick(client, "KTP", slug="lain")
    tick(client, slug="lain")

    assert ticked(client) == ["KTP"]
    assert ticked(client, "lain") == []


def test_a_tick_stays_when_rows_are_moved_and_made_anew(client, guide):
    tick(client, "HP")

    guide.prepare_items = [PrepareItem(title="hp ", sort_order=0), PrepareItem(title="KTP", sort_order=1)]
    guide.save()

    assert ticked(client) == ["hp "]


def test_another_thing_in_the_same_row_is_not_ready(client, guide):
    tick(client, "KTP")
    row = guide.prepare_items.first()
    row.title = "Kartu Keluarga"
    row.save()

    assert ticked(client) == []


@pytest.mark.parametrize("sent", ["", "kucing", "ffffff", "1" * 5000, "aaaaaa.bbbbbb"])
def test_what_is_on_no_list_is_not_kept(client, guide, sent):
    response = client.post("/panduan/contoh/siapkan/", {"siap": [sent]})

    assert response.status_code == 303
    assert client.cookies["siap"].value == ""


def test_a_tick_makes_no_learner_and_holds_no_words(client, guide):
    tick(client, "KTP")

    cookie = client.cookies["siap"]
    assert list(client.cookies) == ["siap"]
    assert re.fullmatch("[0-9a-f]{6}", cookie.value)
    # The script of the page writes the same cookie.
    assert (cookie["max-age"], cookie["samesite"], cookie["path"], cookie["httponly"]) == (31_536_000, "Lax", "/", "")


def test_opening_the_address_of_the_form_changes_nothing(client, guide):
    response = client.get("/panduan/contoh/siapkan/?siap=x")

    assert (response.status_code, response["Location"]) == (303, "/panduan/contoh/#siapkan")
    assert client.post("/panduan/tidak-ada/siapkan/").status_code == 404


def test_the_sheet_holds_the_list_and_nothing_of_the_steps(client, guide):
    tick(client, "KTP")

    html = client.get("/panduan/contoh/?cetak=siapkan").content.decode()

    assert re.findall(r"<li>.*?<b>([^<]+)</b>( \(sudah siap\))?", html) == [
        ("KTP", " (sudah siap)"), ("HP", ""), ("Email", ""),
    ]  # fmt: skip
    assert "<h1>Siapkan ini dulu</h1>" in html
    assert "Langkah-langkah" not in html


def test_the_sheet_of_a_guide_without_a_list_says_so(client):
    make_guide()

    assert "Tidak ada yang perlu disiapkan" in client.get("/panduan/contoh/?cetak=siapkan").content.decode()


def test_another_word_behind_cetak_shows_the_guide(client, guide):
    assert "Langkah-langkah" in client.get("/panduan/contoh/?cetak=kucing").content.decode()
