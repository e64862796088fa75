from django.db import migrations, models


class Migration(migrations.Migration):
    """Nothing in the database changes: the forms say what to type, in words that authors know."""

    dependencies = [("tutorials", "0009_unlink_gone_shared_steps")]

    operations = [
        migrations.AlterField(
            model_name="errorsnippet",
            name="cause",
            field=models.TextField(help_text="1 atau 2 kalimat.", verbose_name="sebabnya"),
        ),
        migrations.AlterField(
            model_name="errorsnippet",
            name="what_to_do",
            field=models.TextField(
                help_text="Awali tindakan dengan 1. 2. 3. Tulis **tebal** untuk nama tombol. Paling banyak 3 tindakan.",
                verbose_name="yang dilakukan",
            ),
        ),
        migrations.AlterField(
            model_name="glossaryterm",
            name="meaning",
            field=models.TextField(help_text="1 atau 2 kalimat dengan kata sehari-hari.", verbose_name="artinya"),
        ),
        migrations.AlterField(
            model_name="guideindexpage",
            name="introduction",
            field=models.TextField(blank=True, help_text="1 atau 2 kalimat.", verbose_name="pengantar"),
        ),
        migrations.AlterField(
            model_name="guidepage",
            name="introduction",
            field=models.TextField(
                blank=True,
                help_text="2 sampai 4 kalimat pendek. Tulis **tebal** untuk kata penting.",
                verbose_name="pengantar",
            ),
        ),
        migrations.AlterField(
            model_name="guidepage",
            name="video_transcript",
            field=models.TextField(
                blank=True,
                help_text="Tulis semua yang diucapkan. Beri baris kosong di antara paragraf.",
                verbose_name="isi video dalam tulisan",
            ),
        ),
        migrations.AlterField(
            model_name="guidequestion",
            name="no_advice",
            field=models.TextField(blank=True, help_text="1 atau 2 kalimat.", verbose_name="saran kalau tidak"),
        ),
        migrations.AlterField(
            model_name="guidequestion",
            name="yes_advice",
            field=models.TextField(blank=True, help_text="1 atau 2 kalimat.", verbose_name="saran kalau ya"),
        ),
        migrations.AlterField(
            model_name="guidestep",
            name="body",
            field=models.TextField(
                help_text="Awali tindakan dengan 1. 2. 3. Tulis **tebal** untuk nama tombol. Paling banyak 40 kata.",
                verbose_name="isi",
            ),
        ),
        migrations.AlterField(
            model_name="guidestep",
            name="more",
            field=models.TextField(
                blank=True,
                help_text="Untuk yang perlu tahu lebih banyak. Tampil terlipat di bawah isi. Awali judul dengan ###.",
                verbose_name="penjelasan tambahan",
            ),
        ),
        migrations.AlterField(
            model_name="homepage",
            name="about",
            field=models.TextField(
                help_text="2 sampai 4 kalimat pendek. Tulis **tebal** untuk kata penting.", verbose_name="penjelasan"
            ),
        ),
        migrations.AlterField(
            model_name="homepage",
            name="safety",
            field=models.TextField(
                help_text="1 sampai 3 kalimat pendek. Tulis **tebal** untuk kata penting.",
                verbose_name="pesan keamanan",
            ),
        ),
        migrations.AlterField(
            model_name="sharedstep",
            name="body",
            field=models.TextField(
                help_text="Awali tindakan dengan 1. 2. 3. Tulis **tebal** untuk nama tombol. Paling banyak 40 kata.",
                verbose_name="isi",
            ),
        ),
        migrations.AlterField(
            model_name="sharedstep",
            name="more",
            field=models.TextField(
                blank=True,
                help_text="Untuk yang perlu tahu lebih banyak. Tampil terlipat di bawah isi. Awali judul dengan ###.",
                verbose_name="penjelasan tambahan",
            ),
        ),
    ]
