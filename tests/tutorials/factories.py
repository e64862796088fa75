"""Guides, pictures and files for tests: each maker names only what the test is about."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from tutorials.models import GuideIndexPage, GuidePage, GuideStep, HomePage
from tutorials.starter.reading import in_order

HOME = {
    "title": "Beranda",
    "slug": "beranda",
    "banner": "Urus NIB sendiri?",
    "banner_last_word": "Bisa!",
    "invitation": "Belajar lewat HP.",
    "about_title": "Apa itu NIB?",
    "about": "NIB itu **13 angka**.",
    "safety": "Jangan kirim foto KTP.",
}
MP4 = b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2" + b"\x00" * 3000
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nSelamat datang.\n"


def make_home(**fields):
    """The home page, served at "/"."""
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(**{**HOME, **fields}))
    Site.objects.update(root_page=home)
    return home


def make_index():
    index = GuideIndexPage.objects.first()
    if index is None:
        home = HomePage.objects.first() or make_home()
        index = home.add_child(instance=GuideIndexPage(title="Panduan", slug="panduan"))
    return index


def make_step(title="Langkah", **fields):
    return GuideStep(title=title, **{"body": f"1. Kerjakan {title}.", "expect": "Langkah ini selesai.", **fields})


def make_guide(*steps, slug="contoh", title="Panduan contoh", live=True, **fields):
    """A guide under /panduan/ with these steps (rows or titles), "satu", "dua", "tiga" by default."""
    guide = GuidePage(title=title, slug=slug, summary="Untuk uji.", live=live, **fields)
    rows = (step if isinstance(step, GuideStep) else make_step(step) for step in steps or ("Satu", "Dua", "Tiga"))
    guide.steps = in_order(rows)
    return make_index().add_child(instance=guide)


def publish_steps(guide, steps):
    """Publish the guide with these rows as its steps, the way the admin does: by way of a revision."""
    draft = GuidePage.objects.get(pk=guide.pk)
    draft.steps = in_order(steps)
    draft.save_revision().publish()
    return GuidePage.objects.get(pk=guide.pk)


def steps_of(guide):
    return list(GuidePage.objects.get(pk=guide.pk).steps.all())


def make_image(width=720, height=960, name="layar.png"):
    data = BytesIO()
    PillowImage.new("RGB", (width, height), "white").save(data, "PNG")
    return get_image_model().objects.create(title=name, file=ContentFile(data.getvalue(), name=name))


def make_document(content, name):
    return get_document_model().objects.create(title=name, file=ContentFile(content, name=name))
