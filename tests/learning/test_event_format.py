import math
from datetime import UTC, datetime
from uuid import UUID

import pytest

from learning.domain.events import EventRefused, Verb, parse_event
from tests.learning.factories import make_raw_event


def why_refused(raw):
    with pytest.raises(EventRefused) as refusal:
        parse_event(raw)
    return refusal.value.why


def test_the_required_keys_are_enough():
    event = parse_event(
        {
            "id": "3F2504E0-4F89-41D3-9A0C-0305E82C3301",
            "learner": "A8098C1A-F86E-11DA-BD1A-00112444BE1E",
            "at": "2026-03-01T19:00:00+07:00",
            "activity": "guide/nib-perseorangan",
            "version": "7",
            "verb": "finished",
        }
    )

    assert event.id == UUID("3f2504e0-4f89-41d3-9a0c-0305e82c3301")
    assert event.learner == "a8098c1a-f86e-11da-bd1a-00112444be1e"
    assert event.at == datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
    assert event.step == ""
    assert event.level is None


def test_every_key_of_the_format_arrives():
    event = parse_event(
        make_raw_event(
            verb="played", field="luas", code="number.digits", level=3, seconds=12.5,
            attempt="3f2504e0-4f89-41d3-9a0c-0305e82c3301", n=4, mode="latihan", company="class",
            group="AB12CD", persona="sembako", device="phone", net="slow",
            **{"from": 3, "to": 9.5},
        )
    )  # fmt: skip

    assert (event.field, event.code, event.level, event.seconds) == ("luas", "number.digits", 3, 12.5)
    assert (event.played_from, event.played_to, event.n) == (3.0, 9.5, 4)
    assert (event.mode, event.company, event.group, event.persona) == ("latihan", "class", "AB12CD", "sembako")
    assert (event.device, event.net) == ("phone", "slow")


@pytest.mark.parametrize("verb", [verb.value for verb in Verb])
def test_a_verb_of_the_format_is_accepted(verb):
    assert parse_event(make_raw_event(verb=verb)).verb == verb


@pytest.mark.parametrize("learner", ["p17", "learner-0003", "3f2504e04f8941d39a0c0305e82c3301"])
def test_a_pseudonym_need_not_look_like_ours(learner):
    assert parse_event(make_raw_event(learner=learner)).learner.replace("-", "") == learner.replace("-", "")


def test_an_optional_key_that_is_null_counts_as_absent():
    assert parse_event(make_raw_event(seconds=None)).seconds is None


@pytest.mark.parametrize("raw", [None, 3, "entered", ["entered"]])
def test_only_an_object_is_an_event(raw):
    assert why_refused(raw) == "Peristiwa harus berupa objek JSON."


def test_an_unknown_key_is_named():
    assert why_refused(make_raw_event(nama="Ani")) == "Kunci 'nama' tidak dikenal."


@pytest.mark.parametrize("key", ["Ani dari Tegal", "3174015005850001", "0812-3456-7890", "x" * 81])
def test_an_unknown_key_that_could_be_typed_is_not_repeated(key):
    assert why_refused(make_raw_event(**{key: 1})) == "Kunci '?' tidak dikenal."


@pytest.mark.parametrize("key", ["id", "learner", "at", "activity", "version", "verb"])
@pytest.mark.parametrize("value", [..., None], ids=["absent", "null"])
def test_a_required_key_is_missed_by_name(key, value):
    assert why_refused(make_raw_event(**{key: value})) == f"Kunci '{key}' wajib ada."


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "17"),
        ("id", 17),
        ("id", "{3f2504e0-4f89-41d3-9a0c-0305e82c3301}"),
        ("id", "31740150058500013174015005850001"),
        ("learner", "Ani dari Tegal"),
        ("learner", "3174015005850001"),
        ("learner", ""),
        ("at", "kemarin"),
        ("at", "2025-07-04"),
        ("at", "2026-03-01T19:00:00"),
        ("at", "0001-01-01T00:00:00+14:00"),
        ("at", "2026-13-01T19:00:00Z"),
        ("at", 1772366400),
        ("activity", "flow/contoh saya"),
        ("activity", "flow/3174015005850001"),
        ("activity", "x" * 121),
        ("version", 7),
        ("verb", "melompat"),
        ("verb", "Entered"),
        ("verb", ["entered"]),
        ("step", "Isi nama Anda"),
        ("step", "0812-3456-7890"),
        ("step", 4),
        ("field", "3174.0150.0585.0001"),
        ("code", "081234567890"),
        ("code", "nomor salah\n"),
        ("level", 0),
        ("level", 5),
        ("level", True),
        ("level", "2"),
        ("level", 2.0),
        ("seconds", -0.1),
        ("seconds", math.nan),
        ("seconds", math.inf),
        ("seconds", 10**400),
        ("seconds", "12"),
        ("seconds", False),
        ("from", -1),
        ("to", "akhir"),
        ("attempt", "satu"),
        ("n", -1),
        ("n", 3174015005850001),
        ("n", 1.5),
        ("mode", "main"),
        ("company", "teman"),
        ("group", "kelas pak Darto"),
        ("persona", "9912345678901234"),
        ("device", "kulkas"),
        ("net", ""),
    ],
)
def test_a_malformed_value_is_refused_without_being_repeated(key, value):
    why = why_refused(make_raw_event(**{key: value}))

    assert why.startswith(f"Kunci '{key}' ")
    assert value in ("", 0, 4, 5, 17) or str(value) not in why


@pytest.mark.parametrize("key", ["learner", "activity", "version", "step", "field", "code", "group", "persona"])
@pytest.mark.parametrize("value", ["ani.wati@contoh.id", "0812-3456-7890", "+6281234567890", "081.234.567.89"])
def test_no_name_is_an_address_or_a_telephone_number(key, value):
    # A name never begins with "+": then it is no name at all.
    assert why_refused(make_raw_event(**{key: value})).startswith((f"Kunci '{key}' memuat ", f"Kunci '{key}' harus "))


@pytest.mark.parametrize("key", ["field", "code"])
@pytest.mark.parametrize("value", ["5000000", "5.000.000", "47112", "17-08-1990", "modal_10.000"])
def test_no_field_or_rule_is_an_amount_a_date_or_a_kbli_code(key, value):
    assert why_refused(make_raw_event(**{key: value})).startswith(f"Kunci '{key}' memuat ")


@pytest.mark.parametrize(
    "names",
    [
        {"code": "@kode"},
        {"code": "number.between.1.100"},
        {"code": "error-500"},
        {"field": "bidang[12]"},
        {"group": "482915"},
        {"step": "layar-12345"},
        {"version": "20260301"},
        {"version": "0a1b2c3d"},
        {"learner": "f0812345678901e2a7c5b3d49f60718293a4b5c6"},
    ],
)
def test_names_that_only_look_like_numbers_are_accepted(names):
    assert parse_event(make_raw_event(**names)) is not None
