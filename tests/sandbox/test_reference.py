import pytest
from django.db import IntegrityError, transaction

from sandbox import reference_files
from sandbox.models import (
    KbliCategory,
    KbliCode,
    KbliKeyword,
    KbliRisk,
    KbliSuccession,
    KbliTerm,
    Region,
    Unit,
)
from sandbox.reference import load_reference_data, units

pytestmark = pytest.mark.django_db


def test_everything_is_loaded_once_and_the_second_time_nothing_changes(django_assert_num_queries):
    first = load_reference_data()
    with django_assert_num_queries(1):
        second = load_reference_data()

    assert len(first) == 9
    assert second == []
    assert KbliCategory.objects.count() == 22
    assert KbliCode.objects.count() == 1559
    assert KbliSuccession.objects.count() == 2560
    assert KbliRisk.objects.count() == 5778
    assert Unit.objects.count() == 42
    assert Region.objects.filter(level=2).count() == 514
    assert KbliTerm.objects.count() > 5000
    assert KbliKeyword.objects.count() > 10_000


def test_a_changed_file_is_loaded_again_alone(monkeypatch, tmp_path):
    load_reference_data()
    for file in reference_files.DATA_FILES:
        (tmp_path / file.filename).write_bytes(file.read())
    with (tmp_path / "units.csv").open("a") as units_file:
        units_file.write("tandan,tandan,\n")
    monkeypatch.setattr(reference_files, "FOLDER", tmp_path)

    assert load_reference_data() == ["Satuan ukuran"]
    assert ("tandan", "tandan") in units()


def test_a_file_that_does_not_fit_leaves_everything_as_it_was(monkeypatch, tmp_path):
    load_reference_data()
    for file in reference_files.DATA_FILES:
        (tmp_path / file.filename).write_bytes(file.read())
    (tmp_path / "units.csv").write_text("code,name,unece\ntandan,tandan,\n")
    (tmp_path / "kbli_explanations.csv").write_text("code,says\n00000,Kode yang tidak ada.\n")
    monkeypatch.setattr(reference_files, "FOLDER", tmp_path)

    with pytest.raises(ValueError, match="00000"):
        load_reference_data()
    assert Unit.objects.count() == 42
    assert KbliCode.objects.get(code="47112").explanation != ""


@pytest.mark.parametrize(
    "row",
    [
        KbliCode(code="123", title="Kode pendek", category_id="G"),
        KbliRisk(code_id="47112", scale="raksasa", risk="Rendah", source="uji"),
        KbliRisk(code_id="47112", scale="mikro", risk="Gawat", source="uji"),
        KbliTerm(code_id="47112", term="warung uji", rank=0),
        Region(code="99", name="Antah Berantah", level=2),
        Region(code="99.01", name="Antah Berantah", level=2, parent=None),
        Region(code="99", name="Antah Berantah", level=1, postal_code="123"),
    ],
    ids=["code", "scale", "risk", "rank", "level", "parent", "postal code"],
)
def test_the_database_refuses_rows_that_make_no_sense(row):
    category = KbliCategory.objects.create(code="G", title="Perdagangan")
    KbliCode.objects.create(code="47112", title="Warung", category=category)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
