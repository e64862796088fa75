"""To-dos for authors: made from a finding, assigned, closed by hand, by the verdict, or because nothing is stuck."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.utils import timezone

from learning.mending.todos import cards_of, open_todo
from learning.models import Todo, TodoState
from tests.learning.factories import NOON
from tests.learning.stuck_guides import make_editor, make_stuck_guide

pytestmark = pytest.mark.django_db

LIST = "/admin/laporan/tugas-perbaikan/"
ADD = f"{LIST}baru/"
FINDING = {"kegiatan": "guide/contoh", "langkah": "dua", "sebab": "loss"}


@pytest.fixture
def editor(client):
    user = make_editor(first_name="Rina")
    client.force_login(user)
    return user


def text_of(response):
    return " ".join(response.text.split())


def make_todo(**more):
    values = {"activity": "guide/contoh", "step": "dua", "version": "1", "reason": "loss", "by": None, "at": NOON}
    todo, _ = open_todo(**values | more)
    return todo


def test_a_finding_becomes_a_todo_of_whoever_pressed(client, editor):
    make_stuck_guide()

    response = client.post(ADD, FINDING)

    todo = Todo.objects.get()
    assert response.url == f"{LIST}{todo.pk}/"
    assert (todo.activity, todo.step, todo.version, todo.reason) == ("guide/contoh", "dua", "1", "loss")
    assert (todo.state, todo.made_by, todo.assigned_to) == (TodoState.OPEN, editor, None)


def test_the_same_step_gets_no_second_todo(client, editor):
    make_stuck_guide()
    client.post(ADD, FINDING)

    page = client.post(ADD, FINDING, follow=True)

    assert Todo.objects.count() == 1
    assert "Langkah ini sudah punya tugas." in text_of(page)


def test_pressing_takes_up_what_the_site_proposed(client, editor):
    make_stuck_guide()
    make_todo()

    client.post(ADD, FINDING)

    assert Todo.objects.get().state == TodoState.OPEN


@pytest.mark.parametrize("change", [{"kegiatan": "guide/lain"}, {"langkah": "lain"}, {"kegiatan": ""}])
def test_a_step_that_nobody_knows_gets_no_todo(client, editor, change):
    make_stuck_guide()

    assert client.post(ADD, FINDING | change).status_code == 404
    assert not Todo.objects.exists()


def test_an_unknown_reason_is_left_out(client, editor):
    make_stuck_guide()

    client.post(ADD, FINDING | {"sebab": "<b>"})

    assert Todo.objects.get().reason == ""


def test_the_database_keeps_two_live_todos_of_one_step_apart():
    make_todo()

    with pytest.raises(IntegrityError), transaction.atomic():
        Todo.objects.create(activity="guide/contoh", step="dua", version="1", opened_at=NOON)


def test_a_todo_shows_what_was_found_and_where_to_mend_it(client, editor):
    make_stuck_guide()
    todo = make_todo()

    page = text_of(client.get(f"{LIST}{todo.pk}/"))

    assert "<h2>Langkah 2: Dua</h2>" in page
    assert "oleh Tuntun" in page
    assert "Dari 120 orang, 48 berhenti (antara" in page
    assert "Orang berhenti sebelum mencoba" in page
    assert "Ubah langkah ini</a>" in page
    assert "/edit/#baris-dua" in page


def test_a_todo_is_assigned_with_a_day_and_a_note(client, editor):
    make_stuck_guide()
    todo = make_todo()

    page = client.post(
        f"{LIST}{todo.pk}/",
        {"assigned_to": editor.pk, "due": "2026-04-01", "note": "Tambah contoh", "aksi": "simpan"},
        follow=True,
    )

    todo.refresh_from_db()
    assert (todo.assigned_to, str(todo.due), todo.note) == (editor, "2026-04-01", "Tambah contoh")
    assert todo.state == TodoState.OPEN
    assert "Tugas disimpan." in text_of(page)


def test_a_day_that_is_none_is_refused_at_its_field(client, editor):
    make_stuck_guide()
    todo = make_todo()

    response = client.post(f"{LIST}{todo.pk}/", {"due": "besok", "note": "Tambah contoh"})

    assert response.status_code == 422
    assert "Tambah contoh" in response.text
    todo.refresh_from_db()
    assert todo.note == ""


def test_a_note_with_a_real_number_is_not_kept_but_can_be_mended(client, editor):
    make_stuck_guide()
    todo = make_todo()

    page = client.post(f"{LIST}{todo.pk}/", {"note": "Contohnya 3273014505900001", "aksi": "simpan"})

    assert page.status_code == 422
    assert "Hapus angkanya, atau pakai NIK contoh" in text_of(page)
    assert "Contohnya" in text_of(page)
    todo.refresh_from_db()
    assert todo.note == ""


@pytest.mark.parametrize(("action", "state"), [("selesai", "done"), ("tutup", "dropped")])
def test_a_todo_is_closed_by_hand_and_opened_again(client, editor, action, state):
    make_stuck_guide()
    todo = make_todo(by=editor)

    client.post(f"{LIST}{todo.pk}/", {"aksi": action})
    todo.refresh_from_db()
    assert (todo.state, todo.closed_at is not None) == (state, True)

    client.post(f"{LIST}{todo.pk}/", {"aksi": "buka"})
    todo.refresh_from_db()
    assert (todo.state, todo.closed_at) == (TodoState.OPEN, None)


def test_a_closed_todo_stays_closed_while_another_of_its_step_is_live(client, editor):
    make_stuck_guide()
    old = make_todo(by=editor)
    client.post(f"{LIST}{old.pk}/", {"aksi": "selesai"})
    make_todo()

    page = client.post(f"{LIST}{old.pk}/", {"aksi": "buka"}, follow=True)

    old.refresh_from_db()
    assert old.state == TodoState.DONE
    assert "Langkah ini sudah punya tugas lain yang terbuka." in text_of(page)


def test_the_list_shows_all_or_mine_or_the_closed(client, editor):
    make_stuck_guide()
    make_todo()
    make_todo(step="satu", by=editor)
    Todo.objects.filter(step="satu").update(assigned_to=editor)
    make_todo(step="tiga", by=editor)
    Todo.objects.filter(step="tiga").update(state=TodoState.DONE, closed_at=NOON)

    live, mine, closed = (text_of(client.get(LIST, {"lihat": view})) for view in ("terbuka", "saya", "selesai"))

    assert ("Langkah 1: Satu" in live, "Langkah 2: Dua" in live, "Langkah 3: Tiga" in live) == (True, True, False)
    assert ("Langkah 1: Satu" in mine, "Langkah 2: Dua" in mine) == (True, False)
    assert ("Langkah 3: Tiga" in closed, "Langkah 1: Satu" in closed) == (True, False)
    assert client.get(LIST, {"lihat": "apa"}).status_code == 404


def test_a_day_gone_by_is_called_past(client, editor):
    make_stuck_guide()
    todo = make_todo()
    todo.due = timezone.localdate() - timedelta(days=1)
    todo.save()

    assert "<b>(lewat)</b>" in text_of(client.get(LIST))


def test_a_todo_of_a_step_that_is_gone_can_still_be_closed(client, editor):
    todo = make_todo(step="hilang", by=editor)

    assert "Langkah ini sudah tidak ada." in text_of(client.get(f"{LIST}{todo.pk}/"))
    client.post(f"{LIST}{todo.pk}/", {"aksi": "tutup"})
    todo.refresh_from_db()
    assert todo.state == TodoState.DROPPED


def test_the_list_asks_the_database_as_often_for_many_as_for_one(client, editor, django_assert_max_num_queries):
    make_stuck_guide()
    for number in range(20):
        make_todo(step=f"langkah-{number}")
    client.get(LIST)

    with django_assert_max_num_queries(15):
        client.get(LIST)


def test_whoever_may_not_edit_reads_but_changes_nothing(client):
    make_stuck_guide()
    todo = make_todo()
    reader = User.objects.create_user("baca", password="rahasia")
    group = Group.objects.create(name="Pembaca")
    group.permissions.add(Group.objects.get(name="Editors").permissions.get(codename="access_admin"))
    reader.groups.add(group)
    client.force_login(reader)

    assert client.get(LIST).status_code == 200
    assert "<form" not in client.get(f"{LIST}{todo.pk}/").text.split('class="tugas-perbaikan"')[1].split("</main>")[0]
    client.post(f"{LIST}{todo.pk}/", {"aksi": "tutup"})
    client.post(ADD, FINDING | {"langkah": "tiga"})
    assert list(Todo.objects.values_list("step", "state")) == [("dua", "proposed")]


def test_a_visitor_has_to_sign_in(client):
    assert client.get(LIST).url.startswith("/admin/login/")
    assert client.post(ADD, FINDING).url.startswith("/admin/login/")


def test_the_card_beside_a_step_says_who_and_until_when(editor, django_assert_num_queries):
    todo = make_todo(by=editor)
    Todo.objects.update(assigned_to=editor, due="2026-04-01")

    with django_assert_num_queries(1):
        card = cards_of("guide/contoh")["dua"]

    assert (card.url, card.standing, card.assignee, str(card.due)) == (
        f"{LIST}{todo.pk}/",
        "Tugas",
        "Rina",
        "2026-04-01",
    )
