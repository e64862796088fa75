import pytest

from tutorials.domain.keys import make_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Isi NIK dan email", "isi-nik-dan-email"),
        ("Pilih bidang usaha (KBLI)", "pilih-bidang-usaha-kbli"),
        ("Café – 2 langkah", "cafe-2-langkah"),
        ("nib-perseorangan", "nib-perseorangan"),
        ("???", "langkah"),
    ],
)
def test_a_key_is_a_slug_of_the_text(text, key):
    assert make_key(text, taken=set(), fallback="langkah") == key


def test_a_taken_key_gets_the_next_free_number():
    assert make_key("Masuk", taken={"masuk", "masuk-2"}, fallback="langkah") == "masuk-3"


def test_a_long_text_gives_a_key_of_at_most_60_characters():
    first = make_key("kata " * 30, taken=set(), fallback="langkah")
    second = make_key("kata " * 30, taken={first}, fallback="langkah")

    assert len(first) <= 60
    assert len(second) <= 60
    assert second == "kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kata-kat-2"
