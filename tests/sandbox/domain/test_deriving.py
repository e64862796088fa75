import pytest

from sandbox.domain.deriving import derived, line_text
from sandbox.domain.document import Line
from sandbox.domain.scale import scale_of
from tests.factories import make_practice


@pytest.mark.parametrize(
    ("capital", "scale"),
    [
        (1_000_000_000, "mikro"),
        (1_000_000_001, "kecil"),
        (5_000_000_000, "kecil"),
        (5_000_000_001, "menengah"),
        (10_000_000_001, "besar"),
    ],
)
def test_the_scale_follows_the_capital(capital, scale):
    assert scale_of(capital) == scale


def test_the_scale_counts_all_amounts_together():
    practice = make_practice(answers={"modal": {"modal": 999_999_999, "kerja": 2}})

    assert derived("scale", ("modal.modal", "modal.kerja"), practice) == "Usaha Kecil"


@pytest.mark.parametrize(
    ("derive", "text"), [("risk", "Rendah"), ("permit", "NIB"), ("kbli_title", "Perdagangan Eceran")]
)
def test_what_the_portal_works_out_from_the_code(derive, text):
    practice = make_practice(answers={"kegiatan": {"kbli": "47112"}, "modal": {"modal": 25_000_000}})

    assert derived(derive, ("kegiatan.kbli", "modal.modal"), practice) == text


def test_an_unknown_risk_is_said_to_be_unknown():
    practice = make_practice(answers={"kegiatan": {"kbli": "14120"}})

    assert derived("permit", ("kegiatan.kbli",), practice) == "belum diketahui"


def test_a_line_shows_an_answer_as_a_person_reads_it():
    practice = make_practice(answers={"daftar": {"punya_usaha": "ya"}, "modal": {"modal": 25_000_000}})

    assert line_text(Line("Modal", "modal.modal"), practice) == "Rp25.000.000"
    assert line_text(Line("Punya", "daftar.punya_usaha"), practice) == "Ya"
    assert line_text(Line("Belum diisi", "daftar.nik"), practice) == "-"
