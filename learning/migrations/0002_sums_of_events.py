from datetime import UTC, datetime, timedelta
from itertools import pairwise

from django.db import migrations, models

# On PostgreSQL the events lie in a partition for each month from four months ago to three ahead; everything else is in
# the rest. There is no uniqueness over partitions without the column that divides them, so the key is (id, at).
PARTITIONED = """
CREATE TABLE learning_event_new (LIKE learning_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE (at);
CREATE TABLE learning_event_rest PARTITION OF learning_event_new DEFAULT;
{months}
INSERT INTO learning_event_new SELECT * FROM learning_event;
DROP TABLE learning_event;
ALTER TABLE learning_event_new RENAME TO learning_event;
ALTER TABLE learning_event ADD CONSTRAINT learning_event_pkey PRIMARY KEY (id, at);
CREATE INDEX event_learner_activity ON learning_event (learner, activity);
"""
MONTH = "CREATE TABLE learning_event_{name} PARTITION OF learning_event_new FOR VALUES FROM ('{start}') TO ('{end}');"
WHOLE = """
CREATE TABLE learning_event_new (LIKE learning_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
INSERT INTO learning_event_new SELECT * FROM learning_event;
DROP TABLE learning_event;
ALTER TABLE learning_event_new RENAME TO learning_event;
ALTER TABLE learning_event ADD CONSTRAINT learning_event_pkey PRIMARY KEY (id);
CREATE INDEX event_learner_activity ON learning_event (learner, activity);
"""


def divide_by_month(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    first = (datetime.now(UTC) - timedelta(days=120)).replace(day=1)
    starts = [_month(first.year, first.month + number) for number in range(9)]
    months = [
        MONTH.format(name=f"{start:%Y_%m}", start=start.isoformat(), end=end.isoformat())
        for start, end in pairwise(starts)
    ]
    schema_editor.execute(PARTITIONED.format(months="\n".join(months)))


def put_together(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(WHOLE)


def _month(year, month):
    return datetime(year + (month - 1) // 12, (month - 1) % 12 + 1, 1, tzinfo=UTC)


def count_everybody_anew(apps, schema_editor):
    """Everybody who is in the events already waits to be counted."""
    schema_editor.execute(
        "INSERT INTO learning_uncounted (activity, learner) SELECT DISTINCT activity, learner FROM learning_event"
    )


class Migration(migrations.Migration):
    dependencies = [("learning", "0001_learners_events_and_progress")]

    operations = [
        migrations.CreateModel(
            name="ActivitySum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("view", models.CharField(blank=True, max_length=300)),
                ("sealed", models.BooleanField(default=False)),
                ("payload", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="OpenStay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("learner", models.CharField(max_length=80)),
                ("step", models.CharField(max_length=80)),
                ("edition", models.CharField(blank=True, max_length=120)),
                ("silent_since", models.DateTimeField()),
                ("first_day", models.PositiveIntegerField()),
                ("erring", models.BooleanField()),
                ("asking", models.BooleanField()),
                ("trapped", models.BooleanField()),
                ("group", models.CharField(blank=True, max_length=80)),
                ("cell", models.CharField(blank=True, max_length=80)),
                ("bad_net", models.BooleanField()),
                ("signs", models.CharField(blank=True, max_length=240)),
                ("mode", models.CharField(blank=True, max_length=16)),
                ("company", models.CharField(blank=True, max_length=16)),
                ("device", models.CharField(blank=True, max_length=16)),
                ("persona", models.CharField(blank=True, max_length=80)),
                ("came", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="PersonSum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("learner", models.CharField(max_length=80)),
                ("first_at", models.DateTimeField(null=True)),
                ("last_at", models.DateTimeField(null=True)),
                ("started", models.BooleanField(default=False)),
                ("finished", models.BooleanField(default=False)),
                ("mode", models.CharField(blank=True, max_length=16)),
                ("company", models.CharField(blank=True, max_length=16)),
                ("group", models.CharField(blank=True, max_length=80)),
                ("device", models.CharField(blank=True, max_length=16)),
                ("persona", models.CharField(blank=True, max_length=80)),
                ("next_at", models.DateTimeField(null=True)),
                ("unlisted", models.BooleanField(default=False)),
                ("payload", models.TextField(blank=True)),
                ("base", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="StepSum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("view", models.CharField(blank=True, max_length=300)),
                ("step", models.CharField(max_length=80)),
                ("edition", models.CharField(blank=True, max_length=120)),
                ("sealed", models.BooleanField(default=False)),
                ("payload", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="SummedActivity",
            fields=[
                ("activity", models.CharField(max_length=120, primary_key=True, serialize=False)),
                ("signature", models.TextField()),
                ("shape", models.CharField(max_length=64)),
                ("revision", models.PositiveBigIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "summed activities",
            },
        ),
        migrations.CreateModel(
            name="Uncounted",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("learner", models.CharField(max_length=80)),
            ],
        ),
        migrations.RemoveIndex(
            model_name="event",
            name="event_activity_at",
        ),
        migrations.AddConstraint(
            model_name="activitysum",
            constraint=models.UniqueConstraint(
                fields=("activity", "sealed", "view"), name="an_activity_is_summed_once"
            ),
        ),
        migrations.AddIndex(
            model_name="openstay",
            index=models.Index(fields=["activity", "silent_since"], name="open_activity_silent"),
        ),
        migrations.AddIndex(
            model_name="openstay",
            index=models.Index(fields=["learner", "activity"], name="open_learner"),
        ),
        migrations.AddIndex(
            model_name="personsum",
            index=models.Index(fields=["activity", "last_at", "started", "finished"], name="person_activity_last"),
        ),
        migrations.AddIndex(
            model_name="personsum",
            index=models.Index(fields=["activity", "first_at"], name="person_activity_first"),
        ),
        migrations.AddIndex(
            model_name="personsum",
            index=models.Index(
                condition=models.Q(("group", ""), _negated=True),
                fields=["activity", "group"],
                name="person_activity_group",
            ),
        ),
        migrations.AddIndex(
            model_name="personsum",
            index=models.Index(condition=models.Q(("next_at__isnull", False)), fields=["next_at"], name="person_next"),
        ),
        migrations.AddConstraint(
            model_name="personsum",
            constraint=models.UniqueConstraint(fields=("learner", "activity"), name="a_person_is_summed_once"),
        ),
        migrations.AddConstraint(
            model_name="stepsum",
            constraint=models.UniqueConstraint(
                fields=("activity", "sealed", "view", "step", "edition"), name="a_step_is_summed_once"
            ),
        ),
        migrations.AddIndex(
            model_name="uncounted",
            index=models.Index(fields=["activity", "id"], name="uncounted_activity"),
        ),
        migrations.AddIndex(
            model_name="uncounted",
            index=models.Index(fields=["learner"], name="uncounted_learner"),
        ),
        migrations.RunPython(divide_by_month, put_together),
        migrations.RunPython(count_everybody_anew, migrations.RunPython.noop),
    ]
