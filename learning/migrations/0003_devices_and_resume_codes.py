import django.db.models.deletion
from django.db import migrations, models

# A learner had one browser; now it has devices. Backwards the oldest of them stays, and who has none any more gets
# a value that no secret hashes to.
EACH_LEARNERS_BROWSER = """
INSERT INTO learning_learnerdevice (learner_id, secret_sha256, created_at)
SELECT uuid, secret_sha256, created_at FROM learning_learner
"""
OLDEST_BROWSER = """
UPDATE learning_learner SET secret_sha256 = COALESCE(
    (SELECT secret_sha256 FROM learning_learnerdevice WHERE learner_id = uuid ORDER BY id LIMIT 1),
    CAST(uuid AS varchar(64))
)
"""


class Migration(migrations.Migration):
    dependencies = [("learning", "0002_sums_of_events")]

    operations = [
        migrations.CreateModel(
            name="LearnerDevice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("secret_sha256", models.CharField(editable=False, max_length=64, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "learner",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="devices",
                        to="learning.learner",
                    ),
                ),
            ],
        ),
        migrations.AlterField(
            model_name="learner",
            name="secret_sha256",
            field=models.CharField(editable=False, max_length=64, null=True, unique=True),
        ),
        migrations.RunSQL(EACH_LEARNERS_BROWSER, OLDEST_BROWSER),
        migrations.RemoveField(model_name="learner", name="secret_sha256"),
        migrations.CreateModel(
            name="ResumeCode",
            fields=[
                (
                    "learner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="resume_code",
                        serialize=False,
                        to="learning.learner",
                    ),
                ),
                ("nonce", models.CharField(editable=False, max_length=32)),
                ("code_hmac", models.CharField(editable=False, max_length=64, unique=True)),
                ("expires_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="CodeTries",
            fields=[
                ("who", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("since", models.DateTimeField(db_index=True)),
                ("tries", models.PositiveIntegerField(default=0)),
            ],
            options={"verbose_name_plural": "code tries"},
        ),
    ]
