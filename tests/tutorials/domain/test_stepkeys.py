import pytest

from tutorials.domain.stepkeys import make_step_key


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Isi NIK dan email", "isi-nik-dan-email"),
        ("Pilih bidang usaha (KBLI)", "pilih-bidang-usaha-kbli"),
        ("Café – 2 langkah", "cafe-2-langkah"),
        ("???", "langkah"),
    ],
)
def test_a_key_is_a_slug_of_the_title(title, key):
    assert make_step_key(title, taken=set()) == key


def test_a_taken_key_gets_the_next_free_number():
    assert make_step_key("Masuk", taken={"masuk", "masuk-2"}) == "masuk-3"


def test_a_long_title_gives_a_key_of_at_most_60_characters():
    first = make_step_key("kata " * 30, taken=set())
    second = make_step_key("kata " * 30, taken={first})

    assert len(first) <= 60
    assert len(second) <= 60
    assert second == "kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kat-2"
