"""Which picture of a step is shown to whom, and what stands there where pictures are not wanted."""

import re

import pytest

from tests.tutorials.factories import make_guide, make_image, make_step

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36"
LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"
STEP = "/panduan/contoh/langkah/1/"
CHOOSE = f"{STEP}gambar/"


def make_pictured(**more):
    fields = {
        "image": make_image(name="hp.png"),
        "image_alt": "Layar di HP",
        "markers": [{"x": 50.0, "y": 25.0, "label": "Kotak NIK"}],
        "desktop_image": make_image(1280, 800, name="laptop.png"),
        "desktop_image_alt": "Layar di laptop",
        "desktop_markers": [{"x": 10.0, "y": 10.0, "label": "Menu di kiri"}],
    }
    return make_guide(make_step("Satu", **{**fields, **more}))


def shown(client, address=STEP, **headers):
    return client.get(address, headers=headers).text


@pytest.mark.parametrize(
    ("browser", "alt"), [(PHONE, "Layar di HP"), (LAPTOP, "Layar di laptop"), ("", "Layar di HP")], ids=str
)
def test_readers_see_the_screen_of_their_own_device(client, browser, alt):
    make_pictured()

    assert re.findall(r'<img[^>]* alt="([^"]*)"', shown(client, **{"User-Agent": browser})) == [alt]


def test_the_picture_of_a_laptop_has_its_own_numbers_and_is_wider(client):
    make_pictured()

    html = shown(client, **{"User-Agent": LAPTOP})

    assert '<ol class="legenda"><li>Menu di kiri</li></ol>' in html
    assert re.search(r'srcset="[^"]+\.webp 360w, [^"]+\.webp 960w"', html)


def test_a_laptop_gets_the_picture_of_a_phone_where_there_is_no_other(client):
    make_guide(make_step("Satu", image=make_image(), image_alt="Layar di HP"))

    assert 'alt="Layar di HP"' in shown(client, **{"User-Agent": LAPTOP})


def test_a_step_with_only_a_picture_of_the_app_shows_it(client):
    make_guide(make_step("Satu", app_image=make_image(), app_image_alt="Layar aplikasi"))

    assert 'alt="Layar aplikasi"' in shown(client, **{"User-Agent": PHONE})


def test_a_chosen_device_is_kept_and_the_step_shown_again_at_its_picture(client):
    make_pictured()

    response = client.post(CHOOSE, {"langkah": "satu", "gambar": "laptop"})

    assert (response.status_code, response.url) == (303, f"{STEP}#gambar")
    cookie = response.cookies["gambar"]
    assert (cookie.value, cookie["samesite"], cookie["path"], cookie["max-age"]) == ("laptop", "Lax", "/", 31_536_000)
    html = shown(client, **{"User-Agent": PHONE})
    assert 'alt="Layar di laptop"' in html
    assert re.search(r'value="laptop" aria-pressed="true">Laptop<', html)
    assert re.search(r'value="hp" aria-pressed="false">HP<', html)


def test_a_choice_needs_no_learner(client):
    make_pictured()

    assert set(client.post(CHOOSE, {"gambar": "tanpa"}).cookies) == {"gambar"}


def test_what_is_no_choice_keeps_nothing(client):
    make_pictured()

    response = client.post(CHOOSE, {"gambar": "lain"})

    assert (response.status_code, response.cookies) == (303, {})


def test_opening_the_address_of_the_choice_keeps_nothing_and_goes_to_the_step(client):
    make_pictured()

    response = client.get(f"{CHOOSE}?gambar=tanpa")

    assert (response.status_code, response.url, response.cookies) == (303, f"{STEP}#gambar", {})


def test_the_choice_keeps_the_way_back_to_practice(client):
    make_pictured()
    back = "/latihan/coba/01234567-89ab-cdef-0123-456789abcdef/"

    response = client.post(CHOOSE, {"gambar": "hp", "dari": back})

    assert response.url == f"{STEP}?dari={back}#gambar"


def test_without_pictures_their_words_stand_there_and_what_one_would_cost(client):
    make_pictured()
    client.cookies["gambar"] = "tanpa"

    html = shown(client)

    assert "<img" not in html
    assert "Layar di HP" in html
    assert '<ol class="legenda"><li>Kotak NIK</li></ol>' in html
    assert re.search(r'href="/panduan/contoh/langkah/1/\?gambar=hp#gambar">Tampilkan gambar · [1-9]\d* KB<', html)


def test_the_cost_is_the_size_of_the_file_rounded_up(client):
    make_pictured()
    whole = client.get(STEP).text
    address = re.search(r"(/media/images/[^ ]+) 540w", whole).group(1)
    size = len(b"".join(client.get(address).streaming_content))
    client.cookies["gambar"] = "tanpa"

    assert f"Tampilkan gambar · {-(-size // 1000)} KB" in shown(client)


def test_one_picture_can_be_seen_without_changing_the_choice(client):
    make_pictured()
    client.cookies["gambar"] = "tanpa"

    response = client.get(f"{STEP}?gambar=hp")

    assert 'alt="Layar di HP"' in response.text
    assert response.cookies == {}
    assert "<img" not in shown(client)


def test_a_data_saving_browser_gets_no_picture_until_somebody_asks(client):
    make_pictured()

    html = shown(client, **{"Save-Data": "on"})

    assert "<img" not in html
    assert "Selalu dengan gambar" in html


def test_a_kept_choice_counts_more_than_data_saving(client):
    make_pictured()
    client.cookies["gambar"] = "hp"

    assert 'alt="Layar di HP"' in shown(client, **{"Save-Data": "on"})


def test_a_cookie_with_nonsense_is_none(client):
    make_pictured()
    client.cookies["gambar"] = "<b>"

    assert 'alt="Layar di HP"' in shown(client, **{"User-Agent": PHONE})


def test_a_step_without_a_picture_offers_no_choice(client):
    make_guide(make_step("Satu"))

    html = shown(client)

    assert 'name="gambar"' not in html
    assert "Lihat gambarnya" not in html
