"""Tables for reference data: KBLI 2025 with risk, predecessors and search words, units, regions, and their sources.

Written by hand from what makemigrations proposes: constraints stand with their tables, so that SQLite makes each
table once instead of copying it for every constraint.
"""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="KbliCategory",
            fields=[
                ("code", models.CharField(max_length=1, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="ReferenceTable",
            fields=[
                ("key", models.SlugField(max_length=40, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("source", models.TextField()),
                ("as_of", models.DateField()),
                ("rows", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("loaded_at", models.DateTimeField(auto_now=True)),
            ],
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("code", models.SlugField(max_length=10, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40, unique=True)),
                ("unece", models.CharField(blank=True, default="", max_length=3)),
            ],
        ),
        migrations.CreateModel(
            name="KbliCode",
            fields=[
                ("code", models.CharField(max_length=5, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=255)),
                ("explanation", models.CharField(blank=True, default="", max_length=200)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="codes", to="sandbox.kblicategory"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 5)
                        ),
                        name="sandbox_kbli_code_length",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KbliKeyword",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40)),
                (
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="keywords", to="sandbox.kblicode"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("word", "code"), name="sandbox_kbli_keyword_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="KbliRisk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scale",
                    models.CharField(
                        choices=[("mikro", "Mikro"), ("kecil", "Kecil"), ("menengah", "Menengah"), ("besar", "Besar")],
                        max_length=10,
                    ),
                ),
                (
                    "risk",
                    models.CharField(
                        choices=[
                            ("Rendah", "Rendah"),
                            ("Menengah Rendah", "Menengah Rendah"),
                            ("Menengah Tinggi", "Menengah Tinggi"),
                            ("Tinggi", "Tinggi"),
                        ],
                        max_length=20,
                    ),
                ),
                ("scope", models.CharField(blank=True, default="", max_length=120)),
                ("source", models.SlugField(max_length=20)),
                (
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="risks", to="sandbox.kblicode"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "scale", "risk", "scope"), name="sandbox_kbli_risk_once"),
                    models.CheckConstraint(
                        condition=models.Q(("scale__in", ["mikro", "kecil", "menengah", "besar"])),
                        name="sandbox_kbli_risk_scale",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("risk__in", ["Rendah", "Menengah Rendah", "Menengah Tinggi", "Tinggi"])),
                        name="sandbox_kbli_risk_level",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KbliSuccession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code_2020", models.CharField(max_length=5)),
                ("title_2020", models.CharField(max_length=255)),
                (
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="predecessors", to="sandbox.kblicode"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code_2020", "code"), name="sandbox_kbli_succession_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("code_2020"), 5)
                        ),
                        name="sandbox_kbli_2020_code_length",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KbliTerm",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("term", models.CharField(max_length=80)),
                ("rank", models.PositiveSmallIntegerField()),
                (
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="terms", to="sandbox.kblicode"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("term", "code"), name="sandbox_kbli_term_once"),
                    models.CheckConstraint(condition=models.Q(("rank__gte", 1)), name="sandbox_kbli_term_rank"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                ("code", models.CharField(max_length=13, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "provinsi"), (2, "kabupaten/kota"), (3, "kecamatan"), (4, "kelurahan/desa")]
                    ),
                ),
                ("postal_code", models.CharField(blank=True, default="", max_length=5)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="sandbox.region",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["parent", "name"], name="sandbox_region_children")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 2),
                                ("level", 1),
                            ),
                            models.Q(
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 5),
                                ("level", 2),
                            ),
                            models.Q(
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 8),
                                ("level", 3),
                            ),
                            models.Q(
                                django.db.models.lookups.Exact(django.db.models.functions.text.Length("code"), 13),
                                ("level", 4),
                            ),
                            _connector="OR",
                        ),
                        name="sandbox_region_code_fits_level",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level", 1), ("parent", None)),
                            models.Q(("level__gt", 1), ("parent__isnull", False)),
                            _connector="OR",
                        ),
                        name="sandbox_region_parent_unless_province",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("postal_code", ""),
                            django.db.models.lookups.Exact(django.db.models.functions.text.Length("postal_code"), 5),
                            _connector="OR",
                        ),
                        name="sandbox_region_postal_code",
                    ),
                ],
            },
        ),
    ]
