import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Nothing in the database changes: Wagtail asks the field what an old version does with a link that is gone."""

    dependencies = [("tutorials", "0008_approval_on_a_phone")]

    operations = [
        migrations.AlterField(
            model_name="guidestep",
            name="shared",
            field=models.ForeignKey(
                blank=True,
                help_text=(
                    "Isi langkah diambil dari pustaka langkah, dan ikut berubah bila langkah bersama itu diterbitkan."
                ),
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="rows",
                to="tutorials.sharedstep",
                verbose_name="langkah bersama",
            ),
        ),
    ]
