from django.db import migrations, models

KEY = {
    "verbose_name": "kunci",
    "max_length": 60,
    "blank": True,
    "editable": False,
    "help_text": "Nama panduan ini di laporan dan kemajuan. Tetap, juga bila alamatnya berubah.",
}


def take_the_slug(apps, schema_editor):
    """Marks and events name a guide by its slug so far: as its key they stay true."""
    GuidePage = apps.get_model("tutorials", "GuidePage")
    taken = set()
    for pk, slug in GuidePage.objects.order_by("path").values_list("pk", "slug"):
        key = _free(slug[:60], taken)
        taken.add(key)
        GuidePage.objects.filter(pk=pk).update(key=key)


def _free(slug, taken):
    """Slugs are unique among siblings only; the first in the tree keeps its own."""
    number, key = 1, slug
    while key in taken:
        number += 1
        key = f"{slug[: 59 - len(str(number))]}-{number}"
    return key


class Migration(migrations.Migration):
    dependencies = [
        ("tutorials", "0002_remember_loaded_starters"),
    ]

    operations = [
        # Without an index at first: PostgreSQL would make the one for LIKE a second time when the key becomes unique.
        migrations.AddField(
            "guidepage", "key", models.SlugField(**KEY, default="", db_index=False), preserve_default=False
        ),
        migrations.RunPython(take_the_slug, migrations.RunPython.noop),
        migrations.AlterField("guidepage", "key", models.SlugField(**KEY, unique=True)),
    ]
