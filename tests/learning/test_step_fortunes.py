"""How readers fare at a step, beside a comparison of two versions of its guide."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from learning.mending.step_fortunes import step_fortunes
from tests.learning.factories import make_guide, store_traces
from tests.learning.stuck_guides import crowd, make_editor, make_stuck_guide
from tutorials.models import GuidePage, GuideStep, StepChange

pytestmark = pytest.mark.django_db


def changed(guide):
    """The guide with another content of its second step, not saved yet."""
    page = GuidePage.objects.get(pk=guide.pk)
    steps = list(page.steps.all())
    steps[1].body = "Isi yang baru."
    page.steps = steps
    return page


def mend(guide, *, days_ago):
    """Publish another content of the second step, as if that had been some days ago."""
    changed(guide).save()
    then = timezone.now() - timedelta(days=days_ago)
    StepChange.objects.filter(version="1").update(at=then - timedelta(days=30))
    StepChange.objects.filter(version="2").update(at=then)
    GuideStep.objects.filter(page=guide, key="dua").update(content_changed_at=then)
    cache.clear()


def test_a_step_without_an_edit_tells_how_readers_fare_now():
    make_stuck_guide()

    told = step_fortunes("guide/contoh", "dua")

    assert (told.flag, told.flag_word) == ("stuck", "Macet")
    assert told.now.startswith("Dari 120 orang, 48 berhenti (antara")
    assert (told.before, told.edit) == ("", "")


def test_a_mended_step_tells_before_and_after_and_what_the_edit_did():
    guide = make_stuck_guide(days_ago=20)
    mend(guide, days_ago=10)
    store_traces(crowd(120, lost=6, days_ago=5, prefix="q", version="2"), activity="guide/contoh")

    told = step_fortunes("guide/contoh", "dua")

    assert told.before.startswith("Dari 120 orang, 48 berhenti (antara")
    assert told.now.startswith("Dari 120 orang, 6 berhenti (antara")
    assert "membaik, dari 40 menjadi 5 dari 100 orang berhenti" in told.edit


def test_fewer_than_five_people_are_told_in_words_before_and_after():
    guide = make_stuck_guide(3, lost=2, days_ago=20)
    mend(guide, days_ago=10)
    store_traces(crowd(2, lost=1, days_ago=5, prefix="q", version="2"), activity="guide/contoh")

    told = step_fortunes("guide/contoh", "dua")

    assert told.before == "Baru kurang dari 5 orang yang lewat atau berhenti di sini."
    assert told.now == "Baru kurang dari 5 orang yang lewat atau berhenti di sini."


def test_a_step_that_nobody_can_have_met_has_no_figures():
    make_guide("satu")

    assert step_fortunes("guide/contoh", "belum-ada") is None
    assert step_fortunes("guide/tiada", "satu") is None


def test_the_comparison_of_versions_shows_them_beside_the_changed_step(client):
    guide = make_stuck_guide()
    changed(guide).save_revision()
    client.force_login(make_editor())

    html = client.get(f"/admin/panduan/{guide.pk}/banding/").text

    assert "<b>Macet.</b> Isi yang terbit sekarang: Dari 120 orang, 48 berhenti (antara" in html
    assert html.count("Isi yang terbit sekarang") == 1
