"""The weekly summary: what it names, what it keeps to itself, and when it is sent."""

from dataclasses import replace
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone

from learning.domain.advice.cause_kinds import Cause, Kind
from learning.mending.weekly import as_html, as_text, is_due, send, weekly
from learning.models import StepWatch, Todo, WeeklyLetter
from tests.learning.factories import NOON
from tests.learning.stuck_guides import make_editor, make_stuck_guide
from tests.learning.test_follow_up import make_activity, make_edit, make_step

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
LATER = NOON + 30 * DAY
PAGE = "/admin/laporan/titik-macet/mingguan/"


@pytest.fixture
def recipients(settings):
    settings.WEEKLY_TO = ["rina@example.org", "budi@example.org"]


@pytest.fixture
def broken_mail(monkeypatch):
    def fail(*_):
        raise ConnectionRefusedError("ditolak")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)


def certain(step="dua", *, days_ago=20):
    at = LATER - days_ago * DAY
    StepWatch.objects.create(
        activity="guide/contoh", step=step, edition=0, stuck_since=at - DAY, confirmed_at=at, calm_since=None
    )


def summary_of(*steps, **more):
    return weekly([replace(make_activity(*steps), **more)], at=LATER)


def test_a_step_stuck_at_one_look_only_is_not_named():
    assert summary_of(make_step()).first == ()


def test_what_stayed_stuck_is_named_the_costliest_first():
    for name in ("satu", "dua", "tiga", "empat"):
        certain(name)
    steps = [
        replace(make_step(step=name), saved=cost) for name, cost in [("satu", 1), ("dua", 9), ("tiga", 5), ("empat", 7)]
    ]

    assert [step.id for step in summary_of(*steps).first] == ["dua", "empat", "tiga"]


def test_what_is_not_stuck_today_is_not_named_though_it_was():
    certain()

    assert summary_of(make_step(stuck=False)).first == ()


@pytest.mark.parametrize(("days_ago", "fresh"), [(6, True), (8, False)])
def test_new_is_what_became_certain_within_the_week(days_ago, fresh):
    certain(days_ago=days_ago)

    assert bool(summary_of(make_step()).fresh) == fresh


def test_the_letter_says_what_where_why_and_what_to_do():
    certain()
    cause = Cause(Kind.RULE, 30, "Isian “Luas” sering salah", "…", "Beri contoh.")
    step = replace(
        make_step(), loss="Dari 100 orang, 40 berhenti.", causes=(cause,), edit_url="/admin/pages/5/edit/#baris-dua"
    )

    text = as_text(summary_of(step))

    assert "1. Panduan contoh, langkah 2: Dua\nDari 100 orang, 40 berhenti.\n" in text
    assert "Kemungkinan sebabnya: Isian “Luas” sering salah. Beri contoh.\n" in text
    assert "Ubah: http://127.0.0.1:8000/admin/pages/5/edit/#baris-dua\n" in text
    assert len(text.splitlines()) <= 25


@pytest.mark.parametrize("verdict", ["better", "worse"])
def test_a_decided_edit_is_told_once(verdict, recipients):
    step = replace(make_step(stuck=False, edit=make_edit(verdict)), edit_told="Diubah: sudah jelas.")
    found = summary_of(step)
    assert "- Panduan contoh, langkah 2: Dua. Diubah: sudah jelas." in as_text(found)

    send(found)

    assert summary_of(step).edited == (step,)  # the page still shows what the letter of this week said
    assert weekly([make_activity(step)], at=LATER + 7 * DAY).edited == ()


@pytest.mark.parametrize("verdict", ["wait", "unclear"])
def test_an_undecided_edit_is_not_told(verdict):
    assert summary_of(make_step(stuck=False, edit=make_edit(verdict))).edited == ()


def test_fewer_than_five_who_began_are_not_told_of():
    told, untold = (as_text(summary_of(make_step(stuck=False), starters_this_week=number)) for number in (5, 4))

    assert "- Panduan contoh: sekitar 5 orang" in told
    assert "Yang mulai minggu ini" not in untold


def test_open_todos_and_those_past_their_day_are_counted():
    for step, due in [("satu", None), ("dua", NOON.date())]:
        Todo.objects.create(activity="guide/contoh", step=step, version="1", opened_at=NOON, due=due)

    assert "2 terbuka, 1 lewat tanggalnya: http://127.0.0.1:8000/admin/laporan/tugas-perbaikan/" in as_text(
        summary_of()
    )


def test_the_text_of_titles_is_escaped_in_html_and_not_in_text():
    certain()
    found = summary_of(replace(make_step(), title="Isi <Luas> & lain"))

    assert "Isi &lt;Luas&gt; &amp; lain" in as_html(found)
    assert "Isi <Luas> & lain" in as_text(found)


def test_each_address_gets_a_letter_of_its_own(recipients):
    certain()

    send(summary_of(make_step()))

    assert [letter.to for letter in mail.outbox] == [["rina@example.org"], ["budi@example.org"]]
    assert mail.outbox[0].alternatives[0].mimetype == "text/html"
    assert WeeklyLetter.objects.get().sent_at == LATER


def test_a_letter_is_due_when_a_week_has_passed(recipients):
    WeeklyLetter.objects.create(sent_at=NOON)

    assert [is_due(at=NOON + days * DAY) for days in (0, 6, 6.9, 8)] == [False, False, True, True]


def test_without_addresses_none_is_due():
    assert not is_due(at=NOON)


def test_without_a_mail_server_none_is_due(recipients, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

    assert not is_due(at=NOON)


def test_the_daily_look_sends_once_a_week(recipients):
    make_stuck_guide()
    call_command("follow_stuck_steps")
    call_command("follow_stuck_steps")

    assert len(mail.outbox) == 2
    assert "guide/contoh" not in mail.outbox[0].body
    assert "- Panduan contoh: sekitar 120 orang" in mail.outbox[0].body


def test_a_week_without_news_sends_nothing(recipients):
    call_command("follow_stuck_steps")

    assert mail.outbox == []


def test_a_mail_server_that_refuses_leaves_the_letter_due(recipients, broken_mail, capsys):
    make_stuck_guide()

    call_command("follow_stuck_steps")

    assert "tidak terkirim: ditolak" in capsys.readouterr().err
    assert is_due(at=timezone.now())


def test_one_address_that_is_refused_keeps_the_letter_from_nobody_and_brings_it_to_nobody_twice(
    recipients, monkeypatch, capsys
):
    make_stuck_guide()
    sent = EmailBackend.send_messages

    def refuse_rina(backend, letters):
        if letters[0].to == ["rina@example.org"]:
            raise SMTPRecipientsRefused({})
        return sent(backend, letters)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_rina)

    call_command("follow_stuck_steps")
    call_command("follow_stuck_steps")

    assert [letter.to for letter in mail.outbox] == [["budi@example.org"]]
    assert "tidak terkirim" in capsys.readouterr().err


def test_the_command_prints_the_summary(capsys):
    make_stuck_guide()

    call_command("weekly_summary")

    assert "- Panduan contoh: sekitar 120 orang" in capsys.readouterr().out


def test_the_command_does_not_send_without_addresses():
    with pytest.raises(CommandError, match="WEEKLY_TO"):
        call_command("weekly_summary", send=True)


def test_the_command_sends_now(recipients, capsys):
    call_command("weekly_summary", send=True)

    assert len(mail.outbox) == 2
    assert "Terkirim ke 2 alamat." in capsys.readouterr().out


def test_the_page_holds_the_text_to_copy(client):
    make_stuck_guide()
    client.force_login(make_editor())

    page = client.get(PAGE).text

    assert "- Panduan contoh: sekitar 120 orang" in page.split("<textarea")[1].split("</textarea>")[0]
    assert "Ringkasan ini belum dikirim lewat email" in page


def test_a_visitor_has_to_sign_in(client):
    assert client.get(PAGE).url.startswith("/admin/login/")
