"""Parts of a draft added, copied, moved, renamed and taken away, and what becomes of those that name them."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from sandbox.catalogue import check
from tests.tutorials.factories import make_guide, make_step
from tests.tutorials.flow_posts import as_dict, document_of, make_draft, part_post, query, rich_flow
from tutorials.flow_editing import parts

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("staf", "", "rahasia"))
    return client


def save_part(client, draft, kind, key, **changes):
    url = reverse("flow-drafts:part", args=[draft.pk, kind.slug, key])
    return client.post(url, as_dict(part_post(document_of(draft), kind, key, **changes)), follow=True)


def add_part(client, draft, kind, /, *, beside="", after="", **boxes):
    url = reverse("flow-drafts:add-part", args=[draft.pk, kind.slug]) + (f"?di={beside}" if beside else "")
    post = as_dict(part_post(document_of(draft), kind, "", **boxes)) | {"sesudah": after}
    return client.post(url, post, follow=True)


def do(client, draft, kind, key, action):
    return client.post(reverse("flow-drafts:change", args=[draft.pk, kind.slug, key, action]), follow=True)


def ids(draft, kind, key=""):
    return [part[kind.id_key] for part in parts.all_of(document_of(draft), kind, key)]


def test_a_screen_that_gets_another_id_keeps_its_branches_answers_card_and_faults(editor):
    draft = make_draft(rich_flow())

    save_part(editor, draft, parts.SCREEN, "modal", id="modal-usaha")

    document = document_of(draft)
    assert check(document) == []
    assert document["faults"][0]["screen"] == "modal-usaha"
    assert document["outcome"]["lines"][0]["source"] == "modal-usaha.modal"
    persona = document["personas"][0]
    assert sorted(persona["answers"]) == ["daftar", "modal-usaha", "terbit"]
    assert persona["own"] == ["modal-usaha.modal"]
    conditions = document["outcome"]["documents"][0]
    assert conditions["when"]["all"][1]["not"]["field"] == "modal-usaha.modal"
    assert conditions["status_when"][0]["when"]["field"] == "modal-usaha.modal"


def test_a_field_that_gets_another_id_keeps_its_answers_accepts_conditions_and_card(editor):
    draft = make_draft(rich_flow())

    save_part(editor, draft, parts.FIELD, "daftar.punya_usaha", id="sudah_usaha")
    save_part(editor, draft, parts.FIELD, "daftar.nik", id="nomor")

    document = document_of(draft)
    assert check(document) == []
    persona = document["personas"][0]
    assert persona["answers"]["daftar"] == {"nomor": "9901015210840001", "sudah_usaha": "ya"}
    assert persona["accepts"] == {"daftar.sudah_usaha": ["ya", "belum"]}
    assert persona["card"][0]["rows"][0]["field"] == "daftar.nomor"
    assert document["screens"][0]["next"][0]["when"]["field"] == "daftar.sudah_usaha"


def test_a_field_of_two_boxes_keeps_both_answers_when_its_id_changes(editor):
    document = rich_flow()
    document["screens"][1]["fields"].append({"id": "luas", "type": "area", "label": "Luas"})
    document["personas"][0]["answers"]["modal"] |= {"luas": "12", "luas_satuan": "m2"}
    draft = make_draft(document, published=False)

    save_part(editor, draft, parts.FIELD, "modal.luas", id="luas_lahan")

    answers = document_of(draft)["personas"][0]["answers"]["modal"]
    assert answers == {"modal": "25.000.000", "luas_lahan": "12", "luas_lahan_satuan": "m2"}


def test_a_stage_that_gets_another_id_keeps_its_screens(editor):
    draft = make_draft()

    save_part(editor, draft, parts.STAGE, "usaha", id="data-usaha")

    assert [screen["stage"] for screen in document_of(draft)["screens"]] == ["akun", "data-usaha", "data-usaha"]


def test_a_repeated_password_follows_the_field_it_repeats(editor):
    document = rich_flow()
    document["screens"][1]["fields"] += [
        {"id": "sandi", "type": "password", "label": "Sandi"},
        {"id": "ulang", "type": "password", "label": "Ulang", "rules": [{"rule": "same_as", "field": "sandi"}]},
    ]
    draft = make_draft(document, published=False)

    save_part(editor, draft, parts.FIELD, "modal.sandi", id="kata_sandi")

    assert document_of(draft)["screens"][1]["fields"][2]["rules"] == [{"rule": "same_as", "field": "kata_sandi"}]


def test_an_id_that_another_part_has_is_refused_with_a_sentence(editor):
    draft = make_draft()

    response = save_part(editor, draft, parts.SCREEN, "modal", id="daftar")

    assert "Nama pendek “daftar” sudah dipakai layar lain." in response.text
    assert ids(draft, parts.SCREEN) == ["daftar", "modal", "terbit"]


@pytest.mark.parametrize("points", [{"practice": "alur-uji:modal"}, {"also_screens": ["alur-uji:modal"]}])
def test_a_screen_that_guide_steps_explain_keeps_its_id(editor, points):
    draft = make_draft()
    make_guide(make_step("Isi modal Anda", **points))

    renamed = save_part(editor, draft, parts.SCREEN, "modal", id="lain")
    removed = do(editor, draft, parts.SCREEN, "modal", "hapus")

    assert "dipakai langkah panduan: Isi modal Anda" in renamed.text
    assert "modal" in ids(draft, parts.SCREEN)
    assert "Belum bisa dihapus" in removed.text


@pytest.mark.parametrize(
    ("kind", "key", "place"),
    [
        (parts.SCREEN, "terbit", "Layar “Daftar”"),
        (parts.SCREEN, "modal", "Gangguan “macet sesudah mengirim”"),
        (parts.FIELD, "modal.modal", "NIB latihan"),
        (parts.FIELD, "daftar.punya_usaha", "Layar “Daftar”"),
        (parts.STAGE, "akun", "Layar “Daftar”"),
    ],
)
def test_a_part_that_others_need_is_not_taken_away_and_they_are_named(editor, kind, key, place):
    draft = make_draft(rich_flow())

    response = do(editor, draft, kind, key, "hapus")

    assert "Belum bisa dihapus, karena masih dipakai di: " in response.text
    assert place in response.text
    assert document_of(draft) == rich_flow()


def test_a_field_that_goes_takes_along_what_personas_say_of_it(editor):
    draft = make_draft(rich_flow())

    do(editor, draft, parts.FIELD, "daftar.nik", "hapus")

    persona = document_of(draft)["personas"][0]
    assert persona["answers"]["daftar"] == {"punya_usaha": "ya"}
    assert "field" not in persona["card"][0]["rows"][0]


def test_a_screen_that_goes_takes_along_its_fields_and_answers(editor):
    document = rich_flow()
    document["screens"].insert(1, {**document["screens"][1], "id": "lain", "fields": [], "crumbs": []})
    document["personas"][0]["answers"]["lain"] = {}
    draft = make_draft(document)

    do(editor, draft, parts.SCREEN, "lain", "hapus")

    assert document_of(draft) == rich_flow()


def test_screens_move_up_and_down_and_stop_at_the_ends(editor):
    draft = make_draft()

    do(editor, draft, parts.SCREEN, "terbit", "naik")
    do(editor, draft, parts.SCREEN, "terbit", "naik")
    do(editor, draft, parts.SCREEN, "terbit", "naik")
    up = ids(draft, parts.SCREEN)
    do(editor, draft, parts.SCREEN, "terbit", "turun")

    assert up == ["terbit", "daftar", "modal"]
    assert ids(draft, parts.SCREEN) == ["daftar", "terbit", "modal"]


def test_a_copied_screen_stands_behind_the_first_under_a_free_id(editor):
    draft = make_draft()

    do(editor, draft, parts.SCREEN, "modal", "salin")
    response = do(editor, draft, parts.SCREEN, "modal", "salin")

    assert ids(draft, parts.SCREEN) == ["daftar", "modal", "modal-3", "modal-2", "terbit"]
    assert response.redirect_chain[-1][0] == reverse("flow-drafts:part", args=[draft.pk, "layar", "modal-3"])


def test_a_copied_field_has_an_id_that_may_name_a_box(editor):
    draft = make_draft()

    do(editor, draft, parts.FIELD, "modal.modal", "salin")

    assert ids(draft, parts.FIELD, "modal.") == ["modal", "modal_2"]


def test_a_kind_of_fault_is_not_copied(editor):
    draft = make_draft(rich_flow())

    response = do(editor, draft, parts.FAULT, "hang", "salin")

    assert "Tiap jenis gangguan hanya ada sekali" in response.text


def test_new_parts_are_added_at_the_end_of_their_lists(editor):
    draft = make_draft()

    add_part(editor, draft, parts.SCREEN, id="akhir", title="Akhir", stage="usaha", button="Selesai")
    add_part(editor, draft, parts.FIELD, beside="akhir", id="catatan", type="note", label="Sudah selesai.")
    add_part(editor, draft, parts.TEXT, code="luas.besar", says="Luas ini terlalu besar")
    add_part(editor, draft, parts.FAULT, kind="blank", screen="akhir")

    document = document_of(draft)
    assert document["screens"][-1]["id"] == "akhir"
    assert document["screens"][-1]["fields"] == [{"id": "catatan", "type": "note", "label": "Sudah selesai."}]
    assert document["texts"]["luas.besar"] == {"says": "Luas ini terlalu besar"}
    assert document["faults"][0]["kind"] == "blank"


@pytest.mark.parametrize(
    ("after", "order"),
    [
        ("daftar", ["daftar", "baru", "modal", "terbit"]),
        ("", ["daftar", "modal", "terbit", "baru"]),
        ("hantu", ["daftar", "modal", "terbit", "baru"]),
    ],
)
def test_a_new_screen_stands_behind_the_chosen_one_else_at_the_end(editor, after, order):
    draft = make_draft()

    add_part(editor, draft, parts.SCREEN, after=after, id="baru", title="Baru", stage="usaha", button="Lanjut")

    assert ids(draft, parts.SCREEN) == order


def test_a_new_field_stands_behind_the_chosen_one(editor):
    draft = make_draft()

    add_part(editor, draft, parts.FIELD, beside="daftar", after="nik", id="catatan", type="note", label="Catatan")

    assert ids(draft, parts.FIELD, "daftar.") == ["nik", "catatan", "punya_usaha"]


@pytest.mark.parametrize(
    ("kind", "key", "asked"),
    [(parts.SCREEN, "modal", "tambah/layar/?sesudah=modal"), (parts.FIELD, "daftar.nik", "?di=daftar&amp;sesudah=nik")],
)
def test_the_page_of_a_part_offers_another_one_behind_it_and_the_form_has_that_chosen(editor, kind, key, asked):
    draft = make_draft()

    page = editor.get(reverse("flow-drafts:part", args=[draft.pk, kind.slug, key]))
    form = editor.get(page.context["add_next_url"])

    assert asked in page.text
    assert f'<option value="{key.rpartition(".")[2]}" selected>' in form.text


@pytest.mark.parametrize(
    ("key", "action", "sentence"),
    [
        ("terbit", "naik", "Layar “Terbit” naik ke urutan 2."),
        ("daftar", "turun", "Layar “Daftar” turun ke urutan 2."),
        ("daftar", "naik", "Layar “Daftar” sudah paling atas."),
        ("terbit", "turun", "Layar “Terbit” sudah paling bawah."),
    ],
)
def test_a_move_says_where_the_part_stands_now_and_comes_back_to_the_pressed_button(editor, key, action, sentence):
    draft = make_draft()

    response = do(editor, draft, parts.SCREEN, key, action)

    place = f"{action}-layar-{key}"
    assert sentence in response.text
    assert response.redirect_chain[-1][0] == f"{reverse('flow-drafts:edit', args=[draft.pk])}#{place}"
    assert f'id="{place}"' in response.text


def test_a_moved_field_comes_back_to_its_button_on_the_page_of_the_screen(editor):
    draft = make_draft()

    response = do(editor, draft, parts.FIELD, "daftar.nik", "turun")

    screen = reverse("flow-drafts:part", args=[draft.pk, "layar", "daftar"])
    assert response.redirect_chain[-1][0] == f"{screen}#turun-isian-daftar.nik"
    assert 'id="turun-isian-daftar.nik"' in response.text


def test_a_removal_says_what_went_and_leads_to_the_history(editor):
    draft = make_draft(rich_flow())

    response = do(editor, draft, parts.FIELD, "daftar.nik", "hapus")

    assert "isian “NIK” dihapus dari draf." in response.text
    assert f'<a href="{reverse("flow-drafts:history", args=[draft.pk])}" class="button' in response.text


def test_before_a_persona_goes_the_desk_asks_and_tells_what_goes_along(editor):
    draft = make_draft(rich_flow())
    url = reverse("flow-drafts:ask-removal", args=[draft.pk, "tokoh", "sembako"])

    desk = editor.get(reverse("flow-drafts:edit", args=[draft.pk]))
    question = editor.get(url)

    count = sum(len(answers) for answers in document_of(draft)["personas"][0]["answers"].values())
    assert f'href="{url}"' in desk.text
    assert f"{count} jawaban tokoh ini ikut hilang dari draf." in question.text
    assert reverse("flow-drafts:change", args=[draft.pk, "tokoh", "sembako", "hapus"]) in question.text
    assert ids(draft, parts.PERSONA) == ["sembako"]


def test_no_question_is_asked_of_a_screen_that_others_need(editor):
    draft = make_draft(rich_flow())

    response = editor.get(reverse("flow-drafts:ask-removal", args=[draft.pk, "layar", "modal"]), follow=True)

    assert "Belum bisa dihapus, karena masih dipakai di: " in response.text
    assert "Ya, hapus" not in response.text


def test_the_history_names_the_part_and_what_was_done_with_it(editor):
    draft = make_draft(rich_flow())

    save_part(editor, draft, parts.FIELD, "daftar.nik", label="Nomor KTP")
    add_part(editor, draft, parts.TEXT, code="luas.besar", says="Luas ini terlalu besar")
    do(editor, draft, parts.SCREEN, "modal", "salin")
    do(editor, draft, parts.TEXT, "luas.besar", "hapus")
    html = editor.get(reverse("flow-drafts:history", args=[draft.pk])).text

    for told in (
        "Layar “Daftar” › isian “Nomor KTP” diubah",
        "Kalimat “luas.besar” ditambahkan",
        "Layar “Modal” disalin",
        "Kalimat “luas.besar” dihapus",
    ):
        assert told in html


def test_a_persona_is_added_with_a_card_and_answers_on_each_screen(editor):
    draft = make_draft()

    who = {"id": "jahit", "name": "Bu Sari", "trade": "penjahit", "about": "Menjahit.", "password": "Jahit#1"}
    add_part(editor, draft, parts.PERSONA, **who, modes="latihan")
    url = reverse("flow-drafts:part", args=[draft.pk, "jawaban", "jahit.daftar"])
    seen = editor.get(url).context["form"].initial["seen"]
    editor.post(url, as_dict(query({"seen": seen, "jawab-nik": "9901015210840001", "jawab-punya_usaha": "belum"})))

    persona = document_of(draft)["personas"][1]
    assert persona["name"] == "Bu Sari"
    assert persona["answers"] == {"daftar": {"nik": "9901015210840001", "punya_usaha": "belum"}}


def test_answers_tell_what_else_is_accepted_and_what_is_the_learners_own(editor):
    draft = make_draft()
    url = reverse("flow-drafts:part", args=[draft.pk, "jawaban", "sembako.daftar"])
    form = editor.get(url).context["form"]
    sent = {"seen": form.initial["seen"], "jawab-nik": "9901015210840001", "jawab-punya_usaha": "ya"}

    editor.post(url, sent | {"juga-punya_usaha": "ya\r\n\r\nbelum", "sendiri-nik": "on"})

    persona = document_of(draft)["personas"][0]
    assert persona["accepts"] == {"daftar.punya_usaha": ["ya", "belum"]}
    assert persona["own"] == ["daftar.nik"]


def test_two_people_at_one_part_are_told_and_nothing_typed_is_lost(editor):
    draft = make_draft()
    first = part_post(document_of(draft), parts.SCREEN, "modal", title="Kata pertama")
    second = part_post(document_of(draft), parts.SCREEN, "modal", title="Kata kedua")
    url = reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"])

    editor.post(url, as_dict(first))
    refused = editor.post(url, as_dict(second))
    kept = document_of(draft)["screens"][1]["title"]
    again = as_dict(second) | {"seen": refused.context["form"].data["seen"]}
    editor.post(url, again)

    assert "diubah orang lain sejak Anda membukanya" in refused.text
    assert "Kata kedua" in refused.text
    assert kept == "Kata pertama"
    assert document_of(draft)["screens"][1]["title"] == "Kata kedua"


def test_two_people_at_two_parts_do_not_disturb_each_other(editor):
    draft = make_draft()
    screen = part_post(document_of(draft), parts.SCREEN, "modal", title="Modal usaha")
    field = part_post(document_of(draft), parts.FIELD, "modal.modal", label="Modal kerja")

    editor.post(reverse("flow-drafts:part", args=[draft.pk, "layar", "modal"]), as_dict(screen))
    editor.post(reverse("flow-drafts:part", args=[draft.pk, "isian", "modal.modal"]), as_dict(field))

    changed = document_of(draft)["screens"][1]
    assert (changed["title"], changed["fields"][0]["label"]) == ("Modal usaha", "Modal kerja")


def test_a_rule_an_option_and_a_condition_are_written_in_the_form_of_a_field(editor):
    draft = make_draft()
    row = {"deleted": "", "order": "1", "id": ""}

    save_part(
        editor,
        draft,
        parts.FIELD,
        "modal.modal",
        **{
            "rules-count": "3",
            "rules-2-value-rule": "max",
            "rules-2-value-value": "900",
            "rules-2-value-code": "besar",
        },
        **{f"rules-2-{name}": value for name, value in (row | {"order": "2"}).items()},
        **{"rules-2-value-meters": "", "rules-2-value-field": ""},
        **{"when-count": "1", "when-0-type": "syarat", "when-0-deleted": "", "when-0-order": "0", "when-0-id": ""},
        **{"when-0-value-field": "daftar.punya_usaha", "when-0-value-kind": "equals", "when-0-value-value": "ya"},
    )

    field = document_of(draft)["screens"][1]["fields"][0]
    assert field["rules"][2] == {"rule": "max", "value": 900, "code": "besar"}
    assert field["when"] == {"field": "daftar.punya_usaha", "equals": "ya"}
