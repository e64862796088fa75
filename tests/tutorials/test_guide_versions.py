from importlib import import_module

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError

from tests.tutorials.factories import make_guide, make_home, make_image, make_step, publish_steps, steps_of
from tutorials.models import GuidePage
from tutorials.templatetags.guides import count_done, next_undone

pytestmark = pytest.mark.django_db

REAL_NIK = "6472010101900001"


def versions_of(guide):
    return {step.key: step.content_changed_version for step in steps_of(guide)}


def test_the_key_of_a_guide_is_its_address_when_first_published():
    guide = make_guide(slug="nib", live=False)
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.slug = "nib-perseorangan"
    draft.save_revision().publish()

    assert GuidePage.objects.get(pk=guide.pk).activity_id == "guide/nib-perseorangan"


def test_another_address_leaves_the_key_of_a_guide():
    guide = make_guide(slug="nib")
    guide.slug = "nib-usaha"

    guide.save_revision().publish()

    guide = GuidePage.objects.get(pk=guide.pk)
    assert (guide.slug, guide.activity_id) == ("nib-usaha", "guide/nib")


def test_a_guide_taken_off_the_site_and_renamed_keeps_its_key():
    guide = make_guide(slug="nib")
    guide.unpublish()
    guide = GuidePage.objects.get(pk=guide.pk)
    guide.slug = "nib-usaha"

    guide.save_revision().publish()

    assert GuidePage.objects.get(pk=guide.pk).key == "nib"


def test_an_old_draft_does_not_bring_back_an_old_key():
    guide = make_guide(slug="nib", live=False)
    old = guide.save_revision()
    guide.slug = "nib-usaha"
    guide.save_revision().publish()

    old.publish()

    assert GuidePage.objects.get(pk=guide.pk).key == "nib-usaha"


@pytest.mark.parametrize("published", [True, False], ids=["published", "draft"])
def test_a_copy_of_a_guide_gets_a_key_of_its_own_and_can_be_published(published):
    guide = make_guide(slug="nib", live=published)
    guide.save_revision()

    copy = guide.copy(update_attrs={"slug": "nib-salinan"}, keep_live=False)
    copy.get_latest_revision().publish()

    keys = GuidePage.objects.order_by("path").values_list("key", "live")
    assert list(keys) == [("nib", published), ("nib-salinan", True)]


def test_an_alias_keeps_a_key_of_its_own_when_its_source_is_published_again():
    guide = make_guide(slug="nib")
    alias = guide.create_alias(update_slug="nib-lain")

    guide.save_revision().publish()

    assert GuidePage.objects.get(pk=alias.pk).key == "nib-lain"


def test_a_new_guide_at_a_left_address_gets_another_key():
    guide = make_guide(slug="nib")
    guide.slug = "nib-lama"
    guide.save()

    assert make_guide(slug="nib").key == "nib-2"


def test_a_guide_without_an_address_of_its_own_gets_one_and_a_key():
    assert make_guide(slug="", title="Membuat NIB").key == "membuat-nib"


def test_a_guide_from_before_keys_is_known_by_its_address():
    first, second = make_guide(slug="nib"), make_guide(slug="dua")
    other = make_home(slug="beranda-lain").add_child(instance=GuidePage(title="Tiga", slug="nib", summary="Uji."))
    for guide in (first, second, other):
        GuidePage.objects.filter(pk=guide.pk).update(key=f"belum-{guide.pk}")

    import_module("tutorials.migrations.0003_give_guides_a_key").take_the_slug(apps, None)

    keys = [GuidePage.objects.get(pk=guide.pk).key for guide in (first, second, other)]
    assert keys == ["nib", "dua", "nib-2"]


def test_a_key_is_made_from_the_title():
    guide = make_guide("Isi NIK", "Isi NIK", "Cetak")

    assert [step.key for step in steps_of(guide)] == ["isi-nik", "isi-nik-2", "cetak"]


def test_a_key_given_in_code_is_kept():
    guide = make_guide(make_step("Kenali gunanya", key="kenapa-nib"))

    assert [step.key for step in steps_of(guide)] == ["kenapa-nib"]


def test_a_key_survives_another_title_and_another_order():
    guide = make_guide("Satu", "Dua", "Tiga")
    one, two, three = steps_of(guide)
    two.title = "Judul lain"

    publish_steps(guide, [three, two, one])

    assert [(step.key, step.title) for step in steps_of(guide)] == [
        ("tiga", "Tiga"), ("dua", "Judul lain"), ("satu", "Satu"),
    ]  # fmt: skip


def test_a_key_follows_the_title_until_the_first_publication():
    guide = make_guide("Da", "Dua", live=False)
    draft = GuidePage.objects.get(pk=guide.pk)
    first, second = draft.steps.all()
    first.title = "Daftar"

    publish_steps(guide, [first, second])

    assert [step.key for step in steps_of(guide)] == ["daftar", "dua"]


def test_two_unpublished_steps_may_swap_their_titles():
    guide = make_guide("Satu", "Dua", live=False)
    draft = GuidePage.objects.get(pk=guide.pk)
    first, second = steps_of(guide)
    first.title, second.title = "Dua", "Satu"
    draft.steps = [first, second]

    draft.save()

    assert [step.key for step in steps_of(guide)] == ["dua", "satu"]


def test_the_key_of_a_step_added_to_a_live_guide_settles_when_published():
    guide = make_guide("Satu")
    guide = publish_steps(guide, [*steps_of(guide), make_step("Dua")])
    # The editor goes on from the draft, which still holds the step as it was before it had a row.
    draft = guide.get_latest_revision_as_object()
    one, two = draft.steps.all()
    two.title = "Judul lain"
    draft.steps = [one, two]

    draft.save_revision().publish()

    assert [(step.key, step.title) for step in steps_of(guide)] == [("satu", "Satu"), ("dua", "Judul lain")]


def test_the_first_publication_is_version_1_of_each_step():
    guide = make_guide("Satu", "Dua")

    assert guide.version == 1
    assert versions_of(guide) == {"satu": "1", "dua": "1"}


def test_publishing_stamps_only_the_step_whose_content_changed():
    guide = make_guide("Satu", "Dua")
    one, two = steps_of(guide)
    before = one.content_changed_at, two.content_changed_at
    two.body = "1. Tekan Lanjut."

    guide = publish_steps(guide, [one, two])

    one, two = steps_of(guide)
    assert guide.version == 2
    assert versions_of(guide) == {"satu": "1", "dua": "2"}
    assert one.content_changed_at == before[0]
    assert two.content_changed_at > before[1]


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Lain"},
        {"expect": "Halaman lain terbuka."},
        {"image_alt": "Layar daftar"},
        {"markers": [{"x": 10.0, "y": 20.0, "label": "Tombol"}]},
        {"practice": "alur-uji:daftar"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_reader_meets_is_content(change):
    guide = make_guide("Satu")
    (step,) = steps_of(guide)
    for name, value in change.items():
        setattr(step, name, value)

    assert publish_steps(guide, [step]).version == 2


def test_another_picture_is_content():
    guide = make_guide("Satu")
    (step,) = steps_of(guide)
    step.image, step.image_alt = make_image(), "Layar"

    assert publish_steps(guide, [step]).version == 2


@pytest.mark.parametrize(
    "change",
    [
        {"expected_seconds": 300},
        {"part": "Bagian 2"},
        {"body": "1. Kerjakan Satu.\r\n"},
        {"markers": []},
    ],
    ids=["expected time", "part", "line ends of a browser", "the same markers"],
)
def test_what_changes_nothing_for_the_reader_is_no_content(change):
    guide = make_guide("Satu")
    (step,) = steps_of(guide)
    for name, value in change.items():
        setattr(step, name, value)

    assert publish_steps(guide, [step]).version == 1


def test_whole_percents_and_decimals_are_the_same_marker():
    guide = make_guide(make_step("Satu", markers=[{"x": 90, "y": 17, "label": "NIK"}]))
    (step,) = steps_of(guide)
    step.markers = [{"x": 90.0, "y": 17.0, "label": "NIK"}]

    assert publish_steps(guide, [step]).version == 1


def test_reordering_alone_makes_no_version():
    guide = make_guide("Satu", "Dua")
    one, two = steps_of(guide)

    guide = publish_steps(guide, [two, one])

    assert [step.key for step in steps_of(guide)] == ["dua", "satu"]
    assert guide.version == 1


def test_a_draft_changes_neither_version_nor_stamps():
    guide = make_guide("Satu")
    draft = GuidePage.objects.get(pk=guide.pk)
    (step,) = draft.steps.all()
    step.body = "1. Tekan Lanjut."
    draft.steps = [step]

    draft.save_revision()

    assert GuidePage.objects.get(pk=guide.pk).version == 1
    assert [step.body for step in steps_of(guide)] == ["1. Kerjakan Satu."]


def test_a_guide_taken_off_the_site_and_put_back_goes_on_counting():
    guide = make_guide("Satu")
    (step,) = steps_of(guide)
    step.body = "1. Kedua."
    guide = publish_steps(guide, [step])
    guide.unpublish()
    draft = GuidePage.objects.get(pk=guide.pk).revisions.first().as_object()
    (step,) = draft.steps.all()
    step.body = "1. Ketiga."
    draft.steps = [step]

    draft.save_revision().publish()

    assert GuidePage.objects.get(pk=guide.pk).version == 3
    assert versions_of(guide) == {"satu": "3"}


def test_a_copy_keeps_the_keys():
    guide = make_guide(make_step("Judul baru", key="kunci-lama"))

    copy = guide.copy(update_attrs={"slug": "salinan"})

    assert [step.key for step in steps_of(copy)] == ["kunci-lama"]


@pytest.mark.parametrize("field", ["title", "part", "body", "expect", "image_alt"])
def test_a_step_refuses_what_looks_like_a_real_nik(field):
    step = make_step(**{"body": "1. Kerjakan.", field: f"NIK {REAL_NIK}"})

    with pytest.raises(ValidationError) as caught:
        step.clean()

    assert list(caught.value.message_dict) == [field]


def test_a_marker_refuses_what_looks_like_a_real_nik():
    step = make_step(markers=[{"x": 1.0, "y": 1.0, "label": "6472 0101 0190 0001"}])

    with pytest.raises(ValidationError):
        step.clean()


def test_a_step_may_show_a_practice_nik():
    step = make_step(body="NIK contoh: 9901015210840001")

    step.clean()

    assert step.body == "NIK contoh: 9901015210840001"


def test_a_guide_refuses_what_looks_like_a_real_nik():
    with pytest.raises(ValidationError) as caught:
        make_guide(introduction=f"Nomor saya {REAL_NIK}")

    assert list(caught.value.message_dict) == ["introduction"]


def test_the_step_that_comes_next_is_told_as_a_step():
    steps = make_guide("Satu", "Dua", "Tiga").numbered_steps()

    assert next_undone(steps, {"dua"}).key == "tiga"
    assert next_undone(steps, {"satu", "dua", "tiga"}) is None


def test_a_step_that_is_gone_does_not_count_as_done():
    assert count_done(make_guide("Satu", "Dua").numbered_steps(), {"satu", "dulu"}) == 1


def test_every_change_of_a_step_stays_known():
    guide = make_guide("Satu", "Dua")
    for text in ("1. Lain.", "1. Lain lagi."):
        one, two = steps_of(guide)
        two.body = text
        guide = publish_steps(guide, [one, two])
    publish_steps(guide, steps_of(guide))

    changes = guide.step_changes.values_list("step", "version")

    assert sorted(changes) == [("dua", "1"), ("dua", "2"), ("dua", "3"), ("satu", "1")]


def test_the_change_of_a_step_that_went_stays_known():
    guide = make_guide("Satu", "Dua")

    publish_steps(guide, steps_of(guide)[:1])

    assert sorted(guide.step_changes.values_list("step", "version")) == [("dua", "1"), ("satu", "1")]


def test_a_draft_changes_nothing_that_is_remembered():
    guide = make_guide("Satu", live=False)
    guide.save_revision()

    assert not guide.step_changes.exists()


def test_the_last_changes_are_remembered_where_none_were():
    guide = make_guide("Satu", "Dua")
    guide.step_changes.all().delete()
    migration = import_module("tutorials.migrations.0006_remember_step_changes")

    migration.remember_last_changes(apps, None)

    assert sorted(guide.step_changes.values_list("step", "version")) == [("dua", "1"), ("satu", "1")]
