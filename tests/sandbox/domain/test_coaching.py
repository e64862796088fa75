from sandbox.domain.coaching import help_with
from tests.factories import make_practice, small_flow


def _help(level, *, field="nik", screen="daftar", document=None):
    practice = make_practice(document)
    shown = practice.flow.screen(screen)
    return help_with(practice.flow.field(f"{screen}.{field}"), shown, practice, level=level)


def test_the_first_level_says_the_hint_and_gives_nothing_away():
    document = small_flow()
    document["screens"][0]["fields"][0]["hint"] = "Salin dari KTP latihan."

    first = _help(1, document=document)

    assert first.hint == "Salin dari KTP latihan."
    assert (first.rows, first.shape, first.answer, first.fill) == ((), "", "", None)


def test_the_second_level_points_at_the_rows_of_the_card():
    assert _help(2).rows == (("KTP", "NIK"),)


def test_a_row_that_names_its_field_is_pointed_at_alone():
    document = small_flow()
    document["personas"][0]["card"][0]["rows"] += [
        {"label": "Nama", "value": "Melati", "screen": "daftar"},
        {"label": "Nomor KTP", "value": "9901015210840001", "screen": "daftar", "field": "daftar.nik"},
    ]

    assert _help(2, document=document).rows == (("KTP", "Nomor KTP"),)


def test_the_third_level_shows_the_first_third_of_a_text():
    assert _help(3).shape == "99010"


def test_the_third_level_leaves_two_of_several_options():
    document = small_flow()
    document["screens"][0]["fields"][1]["options"].append({"value": "lupa", "label": "Lupa"})

    assert _help(3, field="punya_usaha", document=document).options == ("Ya", "Belum")


def test_the_fourth_level_shows_the_answer_and_what_to_fill_in():
    last = _help(4, field="punya_usaha")

    assert last.answer == "Ya"
    assert last.fill == {"punya_usaha": "ya"}


def test_a_code_is_taken_from_the_inbox_of_this_very_attempt():
    code = _help(4, field="kode", screen="terbit").answer

    assert len(code) == 6
    assert code.isdigit()
