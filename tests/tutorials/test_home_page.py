import re

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from tests.tutorials.factories import make_guide, make_home, make_index
from tutorials.models import HomeBenefit, HomeSituation

pytestmark = pytest.mark.django_db


def situations_on_home(client):
    html = client.get("/").content.decode()
    section = html.partition('id="keadaan"')[2].partition("</section>")[0]
    return re.findall(r'href="([^"]+)".*?<b>([^<]+)</b>', section)


def test_the_home_page_shows_what_the_editor_wrote(client):
    home = make_home(banner="Usaha resmi?", banner_last_word="Mudah!", about="NIB itu **gratis**.")
    home.benefits = [HomeBenefit(text="Bisa ikut KUR", icon="uang")]
    home.save()

    html = client.get("/").content.decode()

    assert '<h1 class="cat">Usaha resmi? <b>Mudah!</b></h1>' in html
    assert "<p>NIB itu <strong>gratis</strong>.</p>" in html
    assert "Bisa ikut KUR" in html
    assert "Jangan kirim foto KTP." in html


def test_a_situation_leads_to_a_guide_a_step_or_another_page(client):
    guide = make_guide("Daftar", "Masuk")
    home = Page.objects.get(slug="beranda").specific
    home.situations = [
        HomeSituation(sentence="Belum punya akun", guide=guide, sort_order=0),
        HomeSituation(sentence="Sudah punya akun", guide=guide, step_key="masuk", sort_order=1),
        HomeSituation(sentence="Mau coba dulu", local_address="/latihan/", sort_order=2),
    ]
    home.save()

    assert situations_on_home(client) == [
        ("/panduan/contoh/", "Belum punya akun"),
        ("/panduan/contoh/langkah/2/", "Sudah punya akun"),
        ("/latihan/", "Mau coba dulu"),
    ]


def test_a_situation_whose_target_is_not_there_is_not_shown(client):
    guide = make_guide("Daftar", live=False)
    other = make_guide("Daftar", slug="lain", title="Lain")
    home = Page.objects.get(slug="beranda").specific
    home.situations = [
        HomeSituation(sentence="Panduan belum terbit", guide=guide),
        HomeSituation(sentence="Langkah sudah hilang", guide=other, step_key="dulu-ada"),
        HomeSituation(sentence="Tanpa tujuan"),
    ]
    home.save()

    assert situations_on_home(client) == []
    assert "Pilih keadaan Anda" not in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["latihan", "//jahat.example/", "https://jahat.example/", "/latihan", "/a b/"])
def test_a_situation_refuses_an_address_that_is_not_of_this_site(address):
    with pytest.raises(ValidationError) as caught:
        HomeSituation(sentence="Mau coba", local_address=address).clean()

    assert list(caught.value.message_dict) == ["local_address"]


def test_a_situation_may_lead_to_practice_with_underscores_in_its_name():
    situation = HomeSituation(sentence="Mau coba", local_address="/latihan/alur_uji/?layar=data_diri")

    situation.clean()

    assert situation.local_address == "/latihan/alur_uji/?layar=data_diri"


def test_a_situation_refuses_two_targets():
    guide = make_guide()

    with pytest.raises(ValidationError) as caught:
        HomeSituation(sentence="Mau coba", guide=guide, local_address="/latihan/").clean()

    assert list(caught.value.message_dict) == ["local_address"]


def test_a_situation_refuses_a_step_that_its_guide_does_not_have():
    guide = make_guide("Daftar")

    with pytest.raises(ValidationError) as caught:
        HomeSituation(sentence="Sudah punya akun", guide=guide, step_key="masuk").clean()

    assert list(caught.value.message_dict) == ["step_key"]


def test_the_banner_leads_to_the_chosen_guide_and_else_to_the_list(client):
    guide = make_guide()
    home = Page.objects.get(slug="beranda").specific
    button = 'class="tb" href="{}"'

    assert button.format("/panduan/") in client.get("/").content.decode()
    home.start_page = guide
    home.save()
    assert button.format("/panduan/contoh/") in client.get("/").content.decode()
    guide.unpublish()
    assert button.format("/panduan/") in client.get("/").content.decode()


def test_only_somebody_who_returns_sees_where_to_go_on(client):
    make_guide("Daftar", "Masuk")
    new = client.get("/").content.decode()

    client.post("/panduan/contoh/langkah/1/tanda/", {"langkah": "daftar", "tanda": "sudah"})
    returning = client.get("/").content.decode()

    assert "Terakhir Anda sampai di sini" not in new
    assert "Terakhir Anda sampai di sini" in returning
    assert 'href="/panduan/contoh/langkah/2/">Lanjutkan belajar' in returning
    assert 'aria-label="Langkah 2 dari 2"><i class="y"></i><i class="kini"></i></div>' in returning


def test_the_menu_names_the_page_it_is_on(client):
    make_index()

    assert '<a href="/" aria-current="page">' in client.get("/").content.decode()
    html = client.get("/panduan/").content.decode()
    assert '<a href="/panduan/" aria-current="page">' in html
    assert '<a href="/">' in html


@pytest.mark.parametrize(
    ("cookie", "attribute"), [("gelap", ' data-tema="gelap"'), ("kontras", ' data-tema="kontras"'), ("lain", "")]
)
def test_the_look_comes_from_the_cookie(client, cookie, attribute):
    make_home()
    client.cookies["tema"] = cookie

    assert f'<html lang="id"{attribute}>' in client.get("/").content.decode()


def test_choosing_a_look_leads_back_to_the_page(client):
    make_index()

    response = client.post("/tema/", {"tema": "gelap"}, headers={"Referer": "http://testserver/panduan/"})

    assert response.url == "http://testserver/panduan/"
    assert 'value="gelap" aria-pressed="true"' in client.get(response.url).content.decode()


@pytest.mark.parametrize("situations", [1, 3])
def test_the_home_page_asks_the_database_the_same_for_three_situations(client, django_assert_num_queries, situations):
    guide = make_guide()
    home = Page.objects.get(slug="beranda").specific
    home.situations = [HomeSituation(sentence=f"Keadaan {n}", guide=guide, sort_order=n) for n in range(situations)]
    home.start_page = guide
    home.save()
    client.get("/")

    with django_assert_num_queries(9):
        client.get("/")


def test_the_editor_of_the_home_page_is_refused_a_real_looking_nik_and_may_publish_the_rest(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    home = make_home()
    address = reverse("wagtailadmin_pages:edit", args=[home.pk])
    texts = {name: getattr(home, name) for name in ("title", "slug", "banner", "banner_last_word", "about_title")}
    form = {
        **texts,
        "about": "NIB itu **gratis**.",
        "safety": "Jangan kirim foto KTP.",
        "start_page": "",
        "seo_title": "",
        "search_description": "",
        "benefits": inline_formset([{"text": "Bisa ikut KUR", "icon": "uang"}]),
        "situations": inline_formset(
            [
                {
                    "sentence": "Mau coba",
                    "note": "",
                    "icon": "pena",
                    "guide": "",
                    "step_key": "",
                    "local_address": "/latihan/",
                }
            ]
        ),
        "comments": inline_formset([]),
        "action-publish": "1",
    }

    refused = client.post(address, nested_form_data({**form, "invitation": "Nomor 6472010101900001"}))
    accepted = client.post(address, nested_form_data({**form, "invitation": "Belajar lewat HP."}))

    assert client.get(address).status_code == 200
    assert "Di sini ada 16 angka yang mirip NIK asli." in refused.content.decode()
    assert accepted.status_code == 302
    assert situations_on_home(client) == [("/latihan/", "Mau coba")]
    assert "Bisa ikut KUR" in client.get("/").content.decode()
