from sandbox.domain.activities import activities
from sandbox.domain.document import Condition, Field, Line, Screen
from tests.sandbox.domain.practices import practice_of


def _screen(screen_id, *fields):
    return Screen(screen_id, "usaha", screen_id, "Selanjutnya", 30, fields=fields)


def _practice(answers, *, more_screens=(), when=None):
    modal, wilayah = Field("modal", "rupiah", "Modal"), Field("wilayah", "region", "Wilayah")
    kbli = Field("kbli", "kbli", "KBLI", when=when)
    risk = Field("risiko", "derived", "Risiko", derive="risk", sources=("usaha.kbli", "usaha.modal"))
    screens = [_screen("usaha", modal, kbli, wilayah), _screen("hasil", risk), *more_screens]
    return practice_of(*screens, answers=answers, lines=(Line("Alamat usaha", "usaha.wilayah"),))


WHERE = {"provinsi": "64", "kabupaten": "64.72", "kecamatan": "64.72.02", "kelurahan": "64.72.02.1001"}
USAHA = {"modal": 5_000_000, "kbli": "47112", "wilayah": WHERE}


def test_an_activity_has_its_title_its_place_and_the_risk_of_its_scale():
    practice = _practice({"usaha": USAHA})

    (activity,) = activities(practice, ["usaha", "hasil"])

    assert (activity.code, activity.title, activity.risk) == ("47112", "Perdagangan Eceran", "Rendah")
    assert activity.place == "Baqa, Seberang, Kota Samarinda, Kalimantan Timur"


def test_a_code_chosen_twice_counts_once_and_another_follows():
    again = _screen("lagi", Field("kbli", "kbli", "KBLI"))
    third = _screen("ketiga", Field("kbli", "kbli_successor", "KBLI"))
    answers = {"usaha": USAHA, "lagi": {"kbli": "47112"}, "ketiga": {"kbli": "14120"}}
    practice = _practice(answers, more_screens=[again, third])

    found = activities(practice, ["usaha", "hasil", "lagi", "ketiga"])

    assert [activity.code for activity in found] == ["47112", "14120"]


def test_what_is_not_on_the_way_or_not_asked_is_no_activity():
    practice = _practice({"usaha": USAHA}, when=Condition("at_least", "usaha.modal", 10_000_000))

    assert activities(practice, ["usaha"]) == []
    assert activities(_practice({"usaha": USAHA}), ["hasil"]) == []


def test_a_risk_that_nobody_knows_is_said_to_be_unknown():
    practice = _practice({"usaha": {**USAHA, "kbli": "14120"}})

    (activity,) = activities(practice, ["usaha"])

    assert activity.risk == "belum diketahui"
