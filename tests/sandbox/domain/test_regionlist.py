import pytest

from sandbox.domain.regionlist import RegionLine, RegionListError, parse_region_list

HEADER = "code,name,level,postal_code\n"
PROVINCE, REGENCY = "32,Jawa Barat,1,\n", "32.10,Kabupaten Majalengka,2,\n"


def test_a_list_becomes_places_that_know_their_parent():
    places = parse_region_list(HEADER + PROVINCE + REGENCY)

    assert places == [RegionLine("32", "Jawa Barat", 1, ""), RegionLine("32.10", "Kabupaten Majalengka", 2, "")]
    assert [place.parent for place in places] == [None, "32"]


def test_a_name_in_quotes_and_a_blank_last_line_are_fine():
    places = parse_region_list(HEADER + '32,"Jawa, Barat",1,\n\n')

    assert places == [RegionLine("32", "Jawa, Barat", 1, "")]


def test_a_parent_may_stand_after_its_children():
    assert len(parse_region_list(HEADER + REGENCY + PROVINCE)) == 2


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "header"),
        ("kode,nama\n32,Jawa Barat\n", 1, "header"),
        (HEADER, 1, "empty"),
        (HEADER + "32,Jawa Barat,1\n", 2, "columns"),
        (HEADER + "32,Jawa Barat,1,,\n", 2, "columns"),
        (HEADER + PROVINCE + "3210,Majalengka,2,\n", 3, "code"),
        (HEADER + "٣٢,Jawa Barat,1,\n", 2, "code"),
        (HEADER + PROVINCE + "32.10,Majalengka,3,\n", 3, "level"),
        (HEADER + "32,,1,\n", 2, "name"),
        (HEADER + "32, Jawa Barat,1,\n", 2, "name"),
        (HEADER + "32,Jawa\x00Barat,1,\n", 2, "name"),
        (HEADER + f"32,{'J' * 81},1,\n", 2, "name"),
        (HEADER + "32,Jawa Barat,1,4545\n", 2, "postal_code"),
        (HEADER + PROVINCE + PROVINCE, 3, "duplicate"),
        (HEADER + PROVINCE + "33.10,Klaten,2,\n", 3, "orphan"),
        (HEADER + f'32,"{"J" * 200_000}",1,\n', 2, "csv"),
    ],
    ids=lambda value: None if isinstance(value, int) else ascii(value[-30:]),
)
def test_nonsense_is_refused_with_its_line_and_reason(text, line, reason):
    with pytest.raises(RegionListError) as refused:
        parse_region_list(text)

    assert (refused.value.line, refused.value.reason) == (line, reason)
