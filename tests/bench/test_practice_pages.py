import pytest

from bench.practice_pages import Place, begun

ATTEMPT = "/latihan/coba/0b5c5f4e-7a51-4c5c-9f4f-2f7a4ce1d6a1/"
ANSWERS = {
    "screens": [{"screen": "verifikasi", "fields": {"kode": "@kode", "setuju": True, "tolak": False}}],
    "faults": {"hang": "tunggu"},
}


def test_a_code_from_the_inbox_and_ticked_boxes_are_sent_as_a_browser_does():
    place = Place(ATTEMPT)

    place.look('<main data-flow="x" data-screen="verifikasi"><b data-kode="482913">482 913</b></main>')

    assert place.right(ANSWERS) == {"kode": "482913", "setuju": "on", "aksi": "lanjut"}
    assert place.address == f"{ATTEMPT}verifikasi/"


def test_a_fault_is_answered_where_its_form_goes():
    place = Place(ATTEMPT)

    place.look('<main data-screen="verifikasi"><div data-fault="hang"></div></main>')

    assert place.right(ANSWERS) == {"aksi": "tunggu"}
    assert place.address == f"{ATTEMPT}verifikasi/gangguan/"


def test_the_next_screen_ends_a_fault_and_a_refused_form_does_not_move_anybody():
    place = Place(ATTEMPT, screen="daftar", fault="hang")

    place.look('<main data-screen="verifikasi"></main>')
    place.look('<form id="layar"><p data-error="required"></p></form>')

    assert (place.screen, place.fault) == ("verifikasi", "")


def test_a_screen_without_known_answers_is_named():
    with pytest.raises(KeyError, match="lokasi"):
        Place(ATTEMPT, screen="lokasi").right(ANSWERS)


def test_an_address_that_is_no_attempt_begins_nothing():
    assert begun("/latihan/nib-umk-perseorangan/") is None
    assert begun(f"{ATTEMPT}daftar/").attempt == ATTEMPT
