"""Approval asks whether the guide was tried on a phone; a link for review remembers what followed from it.

Also makes the site's own approval ask it, as long as nobody touched what Wagtail made for a fresh site.
"""

import django.db.models.deletion
from django.db import migrations, models

WAGTAILS_NAME = "Moderators approval"
NAME = "Persetujuan sesudah dicoba di HP"


def ask_on_a_fresh_site(apps, schema_editor):
    """The groups stay those that Wagtail chose: whoever may publish."""
    old = apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=WAGTAILS_NAME).first()
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=WAGTAILS_NAME).first()
    if old is None or workflow is None or old.task_states.filter(status="in_progress").exists():
        return
    stages = apps.get_model("wagtailcore", "WorkflowTask").objects.filter(workflow=workflow)
    if [stage.task_id for stage in stages] != [old.pk]:
        return
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="tutorials", model="triedonphonetask"
    )
    task = apps.get_model("tutorials", "TriedOnPhoneTask").objects.create(name=NAME, content_type=content_type)
    task.groups.set(old.groups.all())
    stages.update(task_id=task.pk)
    workflow.name = NAME
    workflow.save()
    old.active = False  # its past decisions stay in the history
    old.save()


def ask_as_before(apps, schema_editor):
    """Back to Wagtail's own approval; where that is not there any more, to none."""
    task = apps.get_model("tutorials", "TriedOnPhoneTask").objects.filter(name=NAME).first()
    old = apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(name=WAGTAILS_NAME).first()
    if task is None or old is None:
        return
    apps.get_model("wagtailcore", "WorkflowTask").objects.filter(task_id=task.pk).update(task_id=old.pk)
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).update(name=WAGTAILS_NAME)
    apps.get_model("wagtailcore", "TaskState").objects.filter(task_id=task.pk).update(task_id=old.pk)
    old.active = True
    old.save()
    apps.get_model("wagtailcore", "Task").objects.filter(pk=task.pk).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("tutorials", "0007_guides_in_full"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AddField(
            model_name="reviewlink",
            name="cancelled_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="reviewlink",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("terbit", "Langsung terbit."),
                    ("jadwal", "Terbit sesuai jadwalnya."),
                    ("lanjut", "Lanjut ke peninjau berikutnya."),
                    ("kembali", "Kembali ke penulis."),
                    ("tertahan", "Belum terbit: ada yang harus dibetulkan dulu."),
                    ("catat", "Dicatat. Yang berhak menerbitkan memutuskan sendiri."),
                ],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="reviewlink",
            name="problem",
            field=models.TextField(blank=True),
        ),
        migrations.CreateModel(
            name="TriedOnPhoneTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "persetujuan sesudah dicoba di HP",
                "verbose_name_plural": "persetujuan sesudah dicoba di HP",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.RunPython(ask_on_a_fresh_site, ask_as_before),
    ]
