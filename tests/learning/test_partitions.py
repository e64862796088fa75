"""The partitions of events, where the database has some."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone

from learning import events, partitions
from learning.domain.events import parse_event
from learning.models import Event
from tests.learning.factories import make_raw_event

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no partitions"),
]


def partition_of(number):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM learning_event WHERE id = %s", [UUID(int=number)])
        return cursor.fetchone()[0]


def store(number, at):
    events.store([parse_event(make_raw_event(id=str(UUID(int=number)), at=at.isoformat()))])


def test_an_event_lies_in_the_partition_of_its_month():
    now = timezone.now()
    store(1, now)

    assert partition_of(1) == f"learning_event_{now.astimezone(UTC):%Y_%m}"


def test_an_event_from_a_clock_that_is_wrong_by_years_is_kept_with_the_rest():
    store(1, datetime(1999, 1, 1, tzinfo=UTC))

    assert partition_of(1) == "learning_event_rest"


def test_a_month_that_begins_takes_over_what_came_early():
    later = timezone.now() + timedelta(days=400)
    store(1, later)

    made = partitions.make_coming_months(now=later)

    assert len(made) == 4
    assert partition_of(1) == f"learning_event_{later.astimezone(UTC):%Y_%m}"
    assert partitions.make_coming_months(now=later) == []


def test_a_month_that_is_over_goes_once_nothing_is_left_in_it():
    now = timezone.now()
    store(1, now - timedelta(days=100))
    name = partition_of(1)

    kept = partitions.drop_empty_months(before=now - timedelta(days=35))
    Event.objects.all().delete()
    dropped = partitions.drop_empty_months(before=now - timedelta(days=35))

    assert name not in kept
    assert name in dropped
    store(2, now - timedelta(days=100))
    assert partition_of(2) == "learning_event_rest"


def test_the_first_content_of_an_id_stays_across_months():
    now = timezone.now()
    store(1, now)
    store(1, now - timedelta(days=60))

    assert Event.objects.get().at == now


@pytest.mark.django_db(transaction=True)
def test_the_same_batch_twice_at_once_is_stored_once():
    now = timezone.now()
    start = Barrier(4)

    def send(number):
        start.wait()
        store(1, now - timedelta(days=20 * number))
        connection.close()

    threads = [Thread(target=send, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Event.objects.filter(pk=UUID(int=1)).count() == 1
