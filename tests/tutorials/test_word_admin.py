"""The lists "Kendala" and "Istilah" in the admin."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from sandbox.catalogue import publish
from tests.factories import a_fault, faulty_flow
from tests.tutorials.factories import make_guide, make_step
from tutorials.models import ErrorSnippet, GlossaryTerm, SharedStep
from tutorials.starter.words import load_words

pytestmark = pytest.mark.django_db

ERROR = {
    "code": "nik-taken",
    "also_codes": "",
    "wording": "NIK sudah terdaftar",
    "cause": "Sudah pernah dibuat.",
    "what_to_do": "1. Masuk.",
    "when_to_wait": "",
    "image": "",
    "image_alt": "",
    "source": "",
    "checked_on": "",
}
TERM = {"term": "NIB", "also_written": "", "meaning": "Nomor usaha.", "example": "", "source": "", "checked_on": ""}


def make_error(**fields):
    return ErrorSnippet.objects.create(code=fields.pop("code", "nik-taken"), **{**_texts(), **fields})


def _texts():
    return {name: ERROR[name] for name in ("wording", "cause", "what_to_do")}


def make_term(term="NIB", **fields):
    return GlossaryTerm.objects.create(term=term, **{"meaning": f"Arti {term}.", **fields})


def save_error(client, error=None, /, **changes):
    url = reverse("error-snippets:edit", args=[error.pk]) if error else reverse("error-snippets:add")
    return client.post(url, {**ERROR, **changes}, follow=True).text


def save_term(client, term=None, /, **changes):
    url = reverse("glossary-terms:edit", args=[term.pk]) if term else reverse("glossary-terms:add")
    return client.post(url, {**TERM, **changes}, follow=True).text


def test_the_list_of_errors_tells_in_how_many_steps_each_shows(admin_client):
    make_error(also_codes="nik.other")
    make_guide(make_step(errors=["nik.other", "nik-taken"]), make_step(faults=["nik-taken"]), make_step())

    html = admin_client.get(reverse("error-snippets:list")).text

    assert "NIK sudah terdaftar" in html
    assert "2 langkah" in html


def test_errors_are_found_by_what_stands_on_the_screen(admin_client):
    make_error()
    make_error(code="captcha", wording="Gambar huruf")

    html = admin_client.get(reverse("error-snippets:list"), {"q": "terdaftar"}).text

    assert "NIK sudah terdaftar" in html
    assert "Gambar huruf" not in html


def test_the_form_of_an_error_names_the_steps_that_show_it_and_the_faults_of_practice(admin_client):
    publish(faulty_flow(a_fault("hang", "modal", title="Sedang menyimpan")))
    error = make_error()
    make_guide(make_step("Isi NIK", errors=["nik-taken"]), title="Membuat NIB")

    html = admin_client.get(reverse("error-snippets:edit", args=[error.pk])).text

    assert re.search(r'href="/admin/pages/\d+/edit/#baris-isi-nik">Membuat NIB: Isi NIK</a>', html)
    assert '<option value="hang">Sedang menyimpan</option>' in html


def test_a_step_of_the_library_that_no_guide_shows_is_named_too(admin_client):
    error = make_error()
    SharedStep.objects.create(title="Isi NIK", body="1. Isi.", errors=["nik-taken"])

    html = admin_client.get(reverse("error-snippets:edit", args=[error.pk])).text

    assert "Pustaka langkah: Isi NIK" in html


def test_an_error_is_written_and_changed_with_a_history(admin_client):
    save_error(admin_client)
    error = ErrorSnippet.objects.get()

    save_error(admin_client, error, wording="NIK sudah dipakai")

    error.refresh_from_db()
    assert error.wording == "NIK sudah dipakai"
    assert error.revisions.count() == 2
    assert admin_client.get(reverse("error-snippets:history", args=[error.pk])).status_code == 200


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"what_to_do": "1. A.\n2. B.\n3. C.\n4. D."}, "Ada 4 tindakan."),
        ({"code": "NIK Taken"}, "Tulis kode dengan huruf kecil"),
        ({"code": "captcha"}, "Kode “captcha” sudah dipakai kendala “Gambar huruf”."),
        ({"also_codes": "lain gambar"}, "Kode “gambar” sudah dipakai kendala “Gambar huruf”."),
    ],
)
def test_an_error_that_would_mislead_is_refused_and_nothing_is_stored(admin_client, changes, sentence):
    make_error(code="captcha", also_codes="gambar", wording="Gambar huruf")

    html = save_error(admin_client, **changes)

    assert sentence in html
    assert ErrorSnippet.objects.count() == 1


def test_a_code_that_steps_refer_to_cannot_be_changed_but_another_can_be_added(admin_client):
    error = make_error()
    make_guide(make_step(errors=["nik-taken"]))

    refused = save_error(admin_client, error, code="nik-dipakai")
    save_error(admin_client, error, also_codes="nik-dipakai")

    error.refresh_from_db()
    assert "Kode ini dipakai di 1 langkah, jadi tidak diganti." in refused
    assert (error.code, error.also_codes) == ("nik-taken", "nik-dipakai")


def test_deleting_an_error_that_steps_refer_to_is_refused_with_their_names(admin_client):
    error = make_error()
    make_guide(make_step("Isi NIK", errors=["nik-taken"]), title="Membuat NIB")

    html = admin_client.post(reverse("error-snippets:delete", args=[error.pk]), follow=True).text

    assert "belum bisa dihapus: masih dipakai di 1 langkah" in html
    assert "“Membuat NIB: Isi NIK”" in html
    assert ErrorSnippet.objects.count() == 1


def test_deleting_several_errors_at_once_is_refused_where_one_is_referred_to(admin_client):
    used, free = make_error(), make_error(code="captcha", wording="Gambar huruf")
    make_guide(make_step(errors=["nik-taken"]))
    url = reverse("wagtail_bulk_action", args=["tutorials", "errorsnippet", "delete"])

    admin_client.post(f"{url}?id={used.pk}&id={free.pk}&next=/admin/")

    assert ErrorSnippet.objects.count() == 2


def test_an_error_that_no_step_refers_to_is_deleted(admin_client):
    error = make_error()

    admin_client.post(reverse("error-snippets:delete", args=[error.pk]))

    assert ErrorSnippet.objects.count() == 0


def test_the_list_of_words_tells_in_how_many_steps_each_stands(admin_client):
    make_term("NIB", also_written="Nomor Induk Berusaha")
    make_guide(make_step(body="NIB."), make_step(expect="Nomor induk berusaha."), make_step(body="**NIB**"))

    html = admin_client.get(reverse("glossary-terms:list")).text

    assert "2 langkah" in html


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"term": "kbli"}, "“kbli” sudah ada di istilah “KBLI”."),
        ({"also_written": "kode, kode usaha"}, "“kode usaha” sudah ada di istilah “KBLI”."),
    ],
)
def test_a_word_that_is_there_already_is_refused(admin_client, changes, sentence):
    make_term("KBLI", also_written="kode usaha")

    html = save_term(admin_client, **changes)

    assert sentence in html
    assert GlossaryTerm.objects.count() == 1


def test_a_word_is_changed_and_deleted_even_where_steps_use_it(admin_client):
    term = make_term("NIB")
    make_guide(make_step(body="NIB."))

    save_term(admin_client, term, meaning="Nomor usaha Anda.")
    term.refresh_from_db()
    admin_client.post(reverse("glossary-terms:delete", args=[term.pk]))

    assert term.meaning == "Nomor usaha Anda."
    assert GlossaryTerm.objects.count() == 0


def test_whoever_writes_guides_opens_both_lists_and_a_stranger_does_not(client):
    load_words()
    editor = get_user_model().objects.create_user("editor", password="rahasia")
    editor.groups.add(Group.objects.get(name="Editors"))

    refused = client.get(reverse("error-snippets:list"))
    client.force_login(editor)

    assert refused.status_code == 302
    assert client.get(reverse("error-snippets:list")).status_code == 200
    assert client.get(reverse("glossary-terms:list")).status_code == 200
