from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import SET_NULL

LIVE, CLOSED = ("proposed", "open"), ("done", "better", "dropped")


class Migration(migrations.Migration):
    dependencies = [
        ("learning", "0003_devices_and_resume_codes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="WeeklyLetter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sent_at", models.DateTimeField()),
                ("told", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="StepWatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("step", models.CharField(max_length=80)),
                ("edition", models.PositiveIntegerField()),
                ("stuck_since", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("calm_since", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("activity", "step", "edition"), name="an_edition_is_watched_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Todo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("activity", models.CharField(max_length=120)),
                ("step", models.CharField(max_length=80)),
                ("version", models.CharField(max_length=80)),
                ("reason", models.CharField(blank=True, max_length=16)),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="Apa yang akan diubah. Jangan tulis data orang.",
                        max_length=2000,
                        verbose_name="catatan",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="paling lambat")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Diusulkan"),
                            ("open", "Perlu diperbaiki"),
                            ("done", "Selesai"),
                            ("better", "Selesai, langkahnya membaik"),
                            ("dropped", "Ditutup"),
                        ],
                        default="open",
                        max_length=16,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("wait", "Baru diubah. Tunggu sampai cukup orang lewat"),
                            ("unclear", "Sudah diubah. Belum jelas membaik atau tidak"),
                            ("better", "Sudah diubah, dan membaik"),
                            ("worse", "Sudah diubah, tetapi memburuk. Lihat lagi"),
                        ],
                        max_length=16,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "assigned_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dikerjakan oleh",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(null=True, on_delete=SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(state__in=LIVE),
                        fields=("activity", "step"),
                        name="a_step_has_one_live_todo",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(state__in=LIVE, closed_at=None),
                            models.Q(state__in=CLOSED, closed_at__isnull=False),
                            _connector="OR",
                        ),
                        name="a_closed_todo_knows_when",
                    ),
                ],
            },
        ),
    ]
