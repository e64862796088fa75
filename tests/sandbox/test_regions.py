import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sandbox import reference_files, regions
from sandbox.models import ReferenceTable, Region
from sandbox.reference import load_reference_data

pytestmark = pytest.mark.django_db

LIST = """code,name,level,postal_code
32,Jawa Barat,1,
32.10,Kabupaten Majalengka,2,
32.10.01,Lemahsugih,3,
32.10.01.2001,Cipasung,4,45465
32.10.01.1002,Cipasung,4,45466
94,Papua,1,
"""


@pytest.fixture
def few_regions(tmp_path):
    file = tmp_path / "wilayah.csv"
    file.write_text(LIST)
    call_command("load_regions", str(file), stdout=StringIO())
    return file


def test_a_place_is_known_by_its_name_and_postal_code(few_regions, django_assert_num_queries):
    with django_assert_num_queries(2):
        known = regions.name("32.10.01.2001"), regions.postal_code("32.10.01.2001")

    assert known == ("Cipasung", "45465")


@pytest.mark.parametrize("code", ["99", "32.99", "", "x", "\x00", "1." * 5000, "32\x0010"], ids=ascii)
def test_an_unknown_code_has_no_name_and_nothing_inside(few_regions, code):
    assert regions.name(code) is None
    assert regions.postal_code(code) == ""
    assert regions.full_name(code) == ""
    assert code == "" or regions.children(code) == []


def test_children_are_in_the_order_of_their_names_and_namesakes_by_code(few_regions, django_assert_num_queries):
    with django_assert_num_queries(2):
        provinces, villages = regions.children(""), regions.children("32.10.01")

    assert provinces == [("32", "Jawa Barat"), ("94", "Papua")]
    assert villages == [("32.10.01.1002", "Cipasung"), ("32.10.01.2001", "Cipasung")]


@pytest.mark.parametrize(
    ("code", "full_name"),
    [
        ("32.10.01.2001", "Desa Cipasung, Kecamatan Lemahsugih, Kabupaten Majalengka, Provinsi Jawa Barat"),
        ("32.10.01.1002", "Kelurahan Cipasung, Kecamatan Lemahsugih, Kabupaten Majalengka, Provinsi Jawa Barat"),
        ("32.10", "Kabupaten Majalengka, Provinsi Jawa Barat"),
        ("94", "Provinsi Papua"),
    ],
)
def test_a_full_name_says_all_places_around(few_regions, django_assert_num_queries, code, full_name):
    with django_assert_num_queries(1):
        assert regions.full_name(code) == full_name


def test_the_same_list_again_changes_nothing(few_regions):
    said = StringIO()

    call_command("load_regions", str(few_regions), stdout=said)

    assert said.getvalue() == "Daftar ini sudah dimuat; tidak ada yang berubah.\n"
    assert Region.objects.count() == 6


def test_a_newer_list_renames_and_adds(few_regions):
    few_regions.write_text(LIST.replace("Lemahsugih", "Lemah Sugih") + "95,Papua Barat,1,\n")

    call_command("load_regions", str(few_regions), stdout=StringIO())

    assert regions.name("32.10.01") == "Lemah Sugih"
    assert Region.objects.count() == 7
    assert ReferenceTable.objects.get(key="wilayah-lengkap").rows == 7


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LIST.replace(",45466", ",4546").encode(), "Baris 6: kode pos “4546” harus 5 angka atau kosong."),
        (LIST.replace("32.10,", "32-10,").encode(), "Baris 3: kode wilayah “32-10” tidak benar."),
        (LIST.replace("94,", "94.01,").replace("Papua,1", "Papua,2").encode(), "Baris 7: wilayah induknya, “94”,"),
        (b"code;name\n", "Baris 1: baris pertama harus berbunyi code,name,level,postal_code."),
        (b"\xff\xfe\x00", "Berkas harus berupa teks UTF-8."),
    ],
    ids=["postal code", "code", "orphan", "header", "encoding"],
)
def test_a_list_with_one_bad_line_is_refused_whole_with_the_reason(tmp_path, content, said):
    file = tmp_path / "rusak.csv"
    file.write_bytes(content)

    with pytest.raises(CommandError) as refused:
        call_command("load_regions", str(file))

    assert said in str(refused.value)
    assert str(refused.value).endswith("Tidak ada yang dimuat.")
    assert Region.objects.count() == 0


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"hilang\.csv tidak bisa dibaca"):
        call_command("load_regions", str(tmp_path / "hilang.csv"))


def test_the_programs_own_regions_never_touch_what_load_regions_brought(few_regions, monkeypatch, tmp_path):
    few_regions.write_text(LIST.replace("Jawa Barat", "Jabar"))
    call_command("load_regions", str(few_regions), stdout=StringIO())
    shutil.copytree(reference_files.FOLDER, tmp_path / "data")
    monkeypatch.setattr(reference_files, "FOLDER", tmp_path / "data")

    load_reference_data()

    assert regions.name("32") == "Jabar"
    assert regions.name("64.72") == "Kota Samarinda"
