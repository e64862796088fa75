import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def remember_last_changes(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What is known of the past: the last change of each step."""
    step_change = apps.get_model("tutorials", "StepChange")
    stamped = apps.get_model("tutorials", "GuideStep").objects.filter(content_changed_at__isnull=False)
    rows = stamped.values_list("page_id", "key", "content_changed_version", "content_changed_at")
    step_change.objects.bulk_create(
        step_change(page_id=page, step=step, version=version, at=at) for page, step, version, at in rows
    )


class Migration(migrations.Migration):
    dependencies = [
        ("tutorials", "0005_steps_explain_more"),
    ]

    operations = [
        migrations.CreateModel(
            name="StepChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.SlugField(max_length=60)),
                ("version", models.CharField(max_length=20)),
                ("at", models.DateTimeField()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="step_changes",
                        to="tutorials.guidepage",
                    ),
                ),
            ],
            options={
                "verbose_name": "perubahan langkah",
                "verbose_name_plural": "perubahan langkah",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("page", "step", "version"), name="step_change_once_per_version")
                ],
            },
        ),
        migrations.RunPython(remember_last_changes, migrations.RunPython.noop),
    ]
