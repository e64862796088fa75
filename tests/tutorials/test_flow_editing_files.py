"""Flows as files, and whatever else somebody may send: each answered with a sentence, nothing kept that could not be
shown again."""

import json
from copy import deepcopy

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import small_flow
from tests.tutorials.flow_posts import EDITOR, as_dict, document_of, make_draft, part_post, rich_flow
from tutorials.flow_editing import parts
from tutorials.models import FlowDraft

pytestmark = pytest.mark.django_db

REAL_NIK = "6472010101900001"


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def send_file(client, content, *, into=""):
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    file = SimpleUploadedFile("alur.json", content, content_type="application/json")
    url = reverse("flow-drafts:import") + (f"?alur={into}" if into else "")
    return client.post(url, {"berkas": file}, follow=True)


def changed(path, value):
    """The rich flow with one value replaced, or taken away where it is None."""
    document = deepcopy(rich_flow())
    *way, last = path
    holder = document
    for step in way:
        holder = holder[step]
    holder[last] = value
    return document


def test_a_flow_is_downloaded_as_one_json_document(editor):
    draft = make_draft(rich_flow())

    response = editor.get(reverse("flow-drafts:export", args=[draft.pk]))

    assert json.loads(response.content) == rich_flow()
    assert response["Content-Disposition"] == 'attachment; filename="alur-uji.json"'


def test_a_file_of_a_known_flow_becomes_its_draft_and_publishes_nothing(editor):
    draft = make_draft()

    response = send_file(editor, rich_flow())

    assert "Berkas masuk sebagai draf alur “Alur uji” (alur-uji)." in response.text
    assert document_of(draft) == rich_flow()
    assert FlowDraft.objects.get(pk=draft.pk).document == small_flow()


def test_from_the_desk_of_a_flow_its_own_file_is_taken_in(editor):
    draft = make_draft()

    page = editor.get(reverse("flow-drafts:import") + "?alur=alur-uji")
    send_file(editor, rich_flow(), into="alur-uji")

    assert "Isinya menggantikan draf alur ini." in page.text
    assert document_of(draft) == rich_flow()


def test_from_the_desk_of_a_flow_the_file_of_another_is_refused_and_both_are_named(editor):
    make_draft()
    other = make_draft(small_flow(id="alur-lain", title="Alur lain"))

    response = send_file(editor, rich_flow(id="alur-lain", title="Alur lain"), into="alur-uji")

    assert "Berkas ini milik alur lain: “Alur lain” (alur-lain), bukan “Alur uji”." in response.text
    assert document_of(other) == small_flow(id="alur-lain", title="Alur lain")


def test_a_file_of_an_unknown_flow_becomes_a_new_draft(editor):
    make_draft()

    send_file(editor, rich_flow() | {"id": "alur-lain", "title": "Alur lain"})

    draft = FlowDraft.objects.get(flow_id="alur-lain")
    assert not draft.live
    assert draft.newest_document()["title"] == "Alur lain"


def test_a_file_with_problems_is_kept_as_a_draft_that_tells_them(editor):
    document = small_flow(id="alur-lain")
    document["screens"][0]["next"][0]["to"] = "entah"

    response = send_file(editor, document)

    assert "“entah” bukan layar sesudah layar ini" in response.text
    assert not FlowDraft.objects.get(flow_id="alur-lain").live


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "berkas"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        (b"{", "bukan JSON yang utuh (baris 1)"),
        (b"[" * 100_000, "bukan JSON yang utuh"),
        (b'{"format": NaN}', "bukan JSON yang utuh"),
        (b'{"format": ' + b"9" * 5000 + b"}", "bukan JSON yang utuh"),
        (b"x" * (2 * 1024 * 1024 + 1), "lebih dari 2 MB"),
        (b'{"format": 1, "id": "\\ud800"}', "tanda yang bukan huruf"),
        (b'{"format": 1, "id": "a\\u0000"}', "tanda yang bukan huruf"),
        (b'{"format": 1, "id": "a", "x": ' + b"[" * 900 + b"]" * 900 + b"}", "Berkas ini"),
        (b"null", "dokumen: harus berupa objek"),
        (b"[]", "dokumen: harus berupa objek"),
        (b"{}", "format: harus 1"),
        (b'{"format": true}', "format: harus 1"),
        (b'{"format": 1}', "id: nama pendek alur"),
        (b'{"format": 1, "id": "a b"}', "id: nama pendek alur"),
        (b'{"format": 1, "id": "a"}', "screens: paling sedikit 1 layar"),
    ],
)
def test_a_file_that_is_no_flow_is_answered_with_a_sentence(editor, content, sentence):
    response = send_file(editor, content)

    assert response.status_code == 200
    assert sentence in response.text
    assert not FlowDraft.objects.exists()


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("title",), 5, "title: harus berupa teks"),
        (("warna",), "merah", "warna: kunci ini tidak dikenal"),
        (("modes",), "latihan", "modes: harus berupa daftar"),
        (("modes", 0), "terbang", "modes[0]: “terbang” tidak dikenal"),
        (("screens",), {}, "screens: harus berupa daftar"),
        (("screens", 1), 5, "screens[1]: harus berupa objek"),
        (("screens", 1, "id"), "a b", "screens[1].id: Hanya huruf kecil"),
        (("screens", 1, "id"), "daftar", "screens[1].id: “daftar” sudah dipakai"),
        (("screens", 1, "fields"), None, "screens[1].fields: harus berupa daftar"),
        (("screens", 1, "fields", 0, "type"), "hologram", "screens[1].fields[0].type: “hologram” tidak dikenal"),
        (("screens", 1, "fields", 0, "rules", 0), [], "screens[1].fields[0].rules[0]: harus berupa objek"),
        (("screens", 1, "fields", 0, "when"), {"field": "a.b", "kira": 1}, "screens[1].fields[0].when: syarat butuh"),
        (("screens", 1, "expected_seconds"), "60", "screens[1].expected_seconds: harus berupa bilangan bulat"),
        (("screens", 0, "next", 0, "when"), {"all": {}}, "screens[0].next[0].when.all: harus berupa daftar"),
        (("texts", "required"), "Isi", "texts.required: harus berupa objek"),
        (("texts", "spasi di sini"), {"says": "x"}, "texts.spasi di sini.code: Hanya huruf"),
        (("personas", 0, "answers"), [], "personas[0].answers: harus berupa objek"),
        (("personas", 0, "answers", "modal", "modal"), 5, "personas[0].answers.modal.modal: harus teks"),
        (("personas", 0, "card", 0, "rows", 0, "value"), {}, "personas[0].card[0].rows[0].value: harus berupa teks"),
        (("personas", 0, "own"), "modal.modal", "personas[0].own: harus berupa daftar"),
        (("faults", 0, "actions", 0, "id"), 1, "faults[0].actions[0].id: Hanya huruf kecil"),
        (("faults", 0, "lesson"), "tenang", "faults[0].lesson: harus berupa objek"),
        (("outcome",), [], "outcome: harus berupa objek"),
        (("outcome", "documents", 0, "kind"), "paspor", "outcome.documents[0].kind: “paspor” tidak dikenal"),
    ],
)
def test_a_flow_that_no_form_could_hold_is_refused_naming_the_place(editor, path, value, place):
    response = send_file(editor, changed(path, value))

    assert place in response.text
    assert not FlowDraft.objects.exists()


def test_a_file_of_more_screens_than_a_page_can_list_is_refused(editor):
    document = rich_flow()
    document["screens"] = [{**document["screens"][1], "id": f"layar-{number}"} for number in range(301)]

    assert "screens: paling banyak 300" in send_file(editor, document).text


def test_conditions_nested_deeper_than_a_form_shows_are_refused(editor):
    condition = {"field": "daftar.punya_usaha", "equals": "ya"}
    for _ in range(10):
        condition = {"not": condition}

    response = send_file(editor, changed(("screens", 0, "next", 0, "when"), condition))

    assert "syarat bertingkat paling dalam 4" in response.text


def test_a_real_looking_nik_in_a_file_is_refused_and_kept_nowhere(editor):
    response = send_file(editor, changed(("personas", 0, "about"), f"NIK {REAL_NIK}"))

    assert "Di sini ada 16 angka yang mirip NIK asli." in response.text
    assert not FlowDraft.objects.exists()


def test_a_real_looking_nik_in_a_form_is_refused_and_kept_nowhere(editor):
    draft = make_draft()
    post = part_post(document_of(draft), parts.SCREEN, "modal", intro=f"NIK {REAL_NIK}")

    editor.post(reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"]), as_dict(post))

    assert document_of(draft) == small_flow()


@pytest.mark.parametrize(
    ("box", "text", "sentence"),
    [
        ("title", "x" * 100_000, "120"),
        ("title", "a\x00b", "null"),
        ("expected_seconds", "sepuluh", "bilangan"),
        ("expected_seconds", "9" * 5000, ""),
        ("stage", "tidak-ada", ""),
        ("id", "Dua Kata", "Hanya huruf kecil"),
        ("id", "", "Isi dulu"),
    ],
)
def test_nonsense_in_a_box_is_answered_at_the_form_and_not_kept(editor, box, text, sentence):
    draft = make_draft()
    url = reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"])

    response = editor.post(url, as_dict(part_post(document_of(draft), parts.SCREEN, "modal", **{box: text})))

    assert response.status_code == 200
    assert sentence in response.text
    assert document_of(draft) == small_flow()


@pytest.mark.parametrize(
    "post",
    [
        {},
        {"part-id": "modal"},
        {"part-messages-count": "satu"},
        {"part-messages-count": "9999999999", "part-next-count": "0"},
        {"part-messages-count": "-1", "part-next-count": "-1"},
    ],
)
def test_a_form_that_came_in_pieces_is_answered_with_a_sentence(editor, post):
    draft = make_draft()
    url = reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"])

    response = editor.post(url, post)

    assert response.status_code == 200
    assert document_of(draft) == small_flow()


@pytest.mark.parametrize(
    "address",
    [
        "999/bagian/umum/",
        "{pk}/bagian/hantu/x/",
        "{pk}/bagian/layar/hantu/",
        "{pk}/bagian/isian/hantu.x/",
        "{pk}/bagian/isian/modal/",
        "{pk}/bagian/jawaban/hantu.modal/",
        "{pk}/bagian/jawaban/sembako/",
        "{pk}/bagian/layar/%00/",
        "{pk}/tambah/umum/",
        "{pk}/tambah/isian/?di=hantu",
        "{pk}/pratinjau/hantu/",
        "{pk}/hapus/layar/hantu/",
        "{pk}/hapus/isian/modal.modal/",
        "{pk}/hapus/hantu/x/",
        "impor/?alur=hantu",
        "impor/?alur=%00",
        "999/ekspor/",
    ],
)
def test_an_address_of_nothing_is_not_found(editor, address):
    draft = make_draft()

    assert editor.get(EDITOR + address.format(pk=draft.pk)).status_code == 404


@pytest.mark.parametrize("address", ["layar/hantu/naik", "layar/modal/terbang", "umum/x/hapus", "isian/modal.x/hapus"])
def test_an_action_on_nothing_is_not_found(editor, address):
    draft = make_draft()

    assert editor.post(f"{EDITOR}{draft.pk}/bagian/{address}/").status_code == 404


def test_looking_changes_nothing(editor):
    draft = make_draft()

    statuses = {
        editor.get(reverse("flow-drafts:change", args=[draft.pk, "layar", "modal", "hapus"])).status_code,
        editor.get(reverse("flow-drafts:play", args=[draft.pk])).status_code,
    }

    assert statuses == {405}
    assert document_of(draft) == small_flow()


def test_a_new_flow_begins_as_a_copy_of_one_that_is_there(editor):
    draft = make_draft(rich_flow())

    editor.post(f"{EDITOR}add/", {"asal": draft.pk, "judul": "PIRT", "nama": "pirt"})

    new = FlowDraft.objects.get(flow_id="pirt")
    assert not new.live
    assert new.newest_document() == rich_flow() | {"id": "pirt", "title": "PIRT"}


@pytest.mark.parametrize("name", ["alur-uji", "Dua Kata", ""])
def test_a_new_flow_needs_a_name_of_its_own(editor, name):
    draft = make_draft()

    response = editor.post(f"{EDITOR}add/", {"asal": draft.pk, "judul": "PIRT", "nama": name})

    assert response.status_code == 200
    assert FlowDraft.objects.count() == 1
