"""What staff choose on the report's page, and what is kept from them."""

from datetime import date

import pytest

from learning.report_page.choices import Choices, Span, choices_shown, may_be_shown, read_choices
from learning.stuck_report import Filters

TODAY = date(2026, 3, 31)
NOBODY = {"mode": {}, "company": {}, "group": {}, "device": {}, "persona": {}}


def people(**filters):
    return {**NOBODY, **filters}


def test_nothing_chosen_is_everybody_at_all_times():
    choices = read_choices({}, today=TODAY)

    assert choices == Choices("", Span.ALL, Filters(), unread=False)
    assert not choices.is_filtered


def test_who_is_chosen_by_words_of_the_address():
    query = {
        "kegiatan": "flow/x",
        "cara": "ujian",
        "bersama": "class",
        "kelas": "AB12",
        "alat": "phone",
        "persona": "ayu",
    }

    choices = read_choices(query, today=TODAY)

    assert choices.activity == "flow/x"
    assert choices.filters == Filters(mode="ujian", company="class", group="AB12", device="phone", persona="ayu")
    assert choices.is_filtered


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ({"waktu": "4m"}, date(2026, 3, 4), None),
        ({"waktu": "3b"}, date(2026, 1, 1), None),
        ({"waktu": "tanggal", "dari": "2026-02-01", "sampai": "2026-02-28"}, date(2026, 2, 1), date(2026, 2, 28)),
        ({"dari": "2026-02-01"}, date(2026, 2, 1), None),
        ({"dari": "2026-02-28", "sampai": "2026-02-01"}, date(2026, 2, 1), date(2026, 2, 28)),
        ({"waktu": "4m", "dari": "2020-01-01"}, date(2026, 3, 4), None),
        ({"waktu": "", "dari": "2020-01-01"}, None, None),
        ({"waktu": "besok"}, None, None),
    ],
    ids=[
        "4 weeks",
        "3 months",
        "from–to",
        "without a word",
        "turned round",
        "the word wins",
        "all wins",
        "no such word",
    ],
)
def test_days_are_chosen_by_a_word_or_by_dates(query, first, last):
    filters = read_choices(query, today=TODAY).filters

    assert (filters.first, filters.last) == (first, last)


def test_a_date_that_is_none_is_told_and_passed_over():
    choices = read_choices({"waktu": "tanggal", "dari": "31-02-2026", "sampai": "2026-03-01"}, today=TODAY)

    assert choices.unread
    assert choices.filters == Filters(last=date(2026, 3, 1))


@pytest.mark.parametrize("name", ["dari", "sampai"])
@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01", "2100-01-02", "1999-12-31", "\0", "2026-03-01\0", "١"])
def test_a_date_beyond_reason_is_told_and_passed_over(name, text):
    choices = read_choices({name: text}, today=TODAY)

    assert choices.unread
    assert choices.filters == Filters()


@pytest.mark.parametrize(
    ("name", "filter_"),
    [("cara", "mode"), ("bersama", "company"), ("kelas", "group"), ("alat", "device"), ("persona", "persona")],
)
@pytest.mark.parametrize("text", ["\0", "AB\x0012", "x" * 81])
def test_a_value_that_nobody_can_have_is_told_and_passed_over(name, filter_, text):
    choices = read_choices({name: text}, today=TODAY)

    assert choices.unknown
    assert getattr(choices.filters, filter_) == ""
    assert not read_choices({name: "x" * 80}, today=TODAY).unknown


def test_a_small_class_cannot_be_chosen_and_neither_can_the_next_smallest():
    """Whoever saw everybody and all but the class would know the class."""
    lists = choices_shown(Choices(), people(group={"AB12": 40, "CD34": 3, "EF56": 9}), personas={})

    (classes,) = [choice for choice in lists if choice.name == "kelas"]
    assert [(option.label, str(option.people), option.is_open) for option in classes.options] == [
        ("AB12", "sekitar 40", True),
        ("EF56", "tidak ditampilkan", False),
        ("CD34", "kurang dari 5", False),
    ]


def test_what_nobody_knows_of_people_is_no_choice():
    lists = choices_shown(Choices(), people(device={"phone": 40, "": 30}), personas={})

    (devices,) = [choice for choice in lists if choice.name == "alat"]
    assert [option.label for option in devices.options] == ["HP"]
    assert not devices.is_worth_showing


def test_personas_are_called_by_their_names():
    lists = choices_shown(Choices(), people(persona={"ayu": 20, "budi": 10}), personas={"ayu": "Ayu Lestari"})

    (personas,) = [choice for choice in lists if choice.name == "persona"]
    assert [option.label for option in personas.options] == ["Ayu Lestari", "budi"]


@pytest.mark.parametrize(
    ("group", "chosen", "everyone", "shown"),
    [
        ("AB12", 40, 40, True),
        ("CD34", 3, 3, False),
        ("EF56", 9, 9, False),
        ("TIDAK-ADA", 0, 0, True),
        ("AB12", 3, 40, False),
        ("AB12", 37, 40, False),
    ],
    ids=["large", "small", "tells the small one", "nobody", "few on those days", "few on the other days"],
)
def test_figures_are_shown_only_where_they_give_away_nobody(group, chosen, everyone, shown):
    classes = people(group={"AB12": 40, "CD34": 3, "EF56": 9})
    choices = Choices(filters=Filters(group=group))

    assert may_be_shown(choices, classes, chosen=chosen, everyone=everyone) == shown


def test_without_a_choice_what_is_few_is_told_as_few():
    assert may_be_shown(Choices(), people(mode={"latihan": 2}), chosen=2, everyone=2)
