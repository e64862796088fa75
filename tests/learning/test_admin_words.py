"""The admin speaks Indonesian where Wagtail's own translation does not."""

import gettext
import re

import pytest
from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from scripts.translations import SOURCE, compiled, read

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def _catalog():
    return read(SOURCE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("More actions", "Tindakan lain"),
        ("History", "Riwayat"),
        ("Request changes", "Minta perubahan"),
        ("Review this version", "Lihat versi ini"),
        ("Save draft", "Simpan draf"),
        ("Sign in to Wagtail", "Masuk ke Tuntun"),
        ("Forgotten password?", "Lupa kata sandi?"),
        ("expired", "kedaluwarsa"),
        ("pages", "halaman"),
        ("Submit to %(workflow_name)s", "Kirim untuk diperiksa (%(workflow_name)s)"),
        ("%(model_name)s '%(object)s' updated and published.", "%(model_name)s “%(object)s” diperbarui dan terbit."),
    ],
)
def test_what_staff_meet_is_said_in_indonesian(english, indonesian):
    assert _(english) == indonesian


def test_a_word_with_a_plural_is_the_same_for_one_and_for_many():
    words = [
        ngettext(
            '%(total)s Page <span class="w-sr-only">created in %(site_name)s</span>',
            '%(total)s Pages <span class="w-sr-only">created in %(site_name)s</span>',
            count,
        )
        for count in (1, 4)
    ]

    assert words == ['%(total)s Halaman <span class="w-sr-only">di %(site_name)s</span>'] * 2


def test_the_compiled_file_is_what_the_readable_one_says():
    assert SOURCE.with_suffix(".mo").read_bytes() == compiled(_catalog())


def test_the_compiled_file_is_read_by_gettext_as_it_was_written():
    with SOURCE.with_suffix(".mo").open("rb") as file:
        translations = gettext.GNUTranslations(file)

    assert translations.gettext("Task started") == "Tinjauan dimulai"


def test_each_translation_keeps_the_placeholders():
    changed = [
        english
        for english, said in _catalog().items()
        if english
        and set(PLACEHOLDER.findall(english.partition(b"\0")[0].decode())) != set(PLACEHOLDER.findall(said.decode()))
    ]

    assert changed == []


@pytest.mark.django_db
def test_the_home_page_of_the_admin_counts_pages_in_indonesian(client):
    client.force_login(get_user_model().objects.create_superuser("rina"))

    html = client.get("/admin/").text

    assert "created in" not in html
