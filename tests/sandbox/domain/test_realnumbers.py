import pytest

from sandbox.domain.realnumbers import holds_real_number, redact


@pytest.mark.parametrize(
    "text",
    [
        "3273015210840001",
        "NIK saya 3273 0152 1084 0001 ya",
        "3273.0152.1084.0001",
        "3273-0152-1084-0001",
        "3273–0152–1084–0001",
        "3 2 7 3 0 1 5 2 1 0 8 4 0 0 0 1",
        "３２７３０１５２１０８４０００１",
        "٣٢٧٣٠١٥٢١٠٨٤٠٠٠١",
        "32730152108400012345",
        "9901015210840001 3273015210840001",
        "9901 0152 1084 0001 3174 0101 0190 0001",
        "99-3174-0101-0190-0001",
        "993174010101900001",
        "3273\u200b015210840001",
        "3273\u2060015210840001",
        "\u20683273\u2069 \u20680152\u2069 \u20681084\u2069 \u20680001\u2069",
        "3273\u202d015210840001",
        "3273\n0152\n1084\n0001",
    ],
)
def test_sixteen_digits_that_could_be_a_persons_are_found(text):
    assert holds_real_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "9901015210840001",
        "99010152108400011",
        "9901015210840001 9902031705760002",
        "9901 0152 1084 0001",
        "081200000001",
        "Rp25.000.000",
        "-0.512345, 117.123456",
        "47112",
    ],
)
def test_practice_numbers_and_ordinary_numbers_pass(text):
    assert not holds_real_number(text)


def test_redacting_keeps_the_rest_of_the_line():
    assert redact("cari 3273015210840001 tidak ada") == "cari [nomor dihapus] tidak ada"
