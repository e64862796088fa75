"""Load the starter pages. What is there already stays as a person may have changed it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files import File
from django.db import transaction
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page, Site

from tutorials.models import GuideIndexPage, GuidePage, HomeBenefit, HomePage, HomeSituation, LoadedStarter
from tutorials.starter.journey import JOURNEY, fill_journey, wants_journey
from tutorials.starter.reading import (
    FOLDER,
    StarterPicture,
    guide_folders,
    in_order,
    read_guide,
    read_json,
    read_questions,
)

HOME_TEXTS = ("title", "banner", "banner_last_word", "invitation", "about_title", "about", "safety")


@transaction.atomic
def load_starter_guides(folder: Path = FOLDER) -> list[str]:
    """Make the pages that were never loaded here; return the titles of those made now, nothing on a second run.

    A page that was loaded once is left alone, whatever staff did with it: renamed, moved, unpublished, deleted.
    """
    texts = read_json(folder / "beranda.json")
    made: list[Page] = []
    home, index = HomePage.objects.first(), GuideIndexPage.objects.first()
    new_home = None
    if home is None and _never_loaded("beranda"):
        home = new_home = _make_home(texts)
        made.append(home)
    if index is None and home is not None and _never_loaded("panduan"):
        index = home.add_child(instance=GuideIndexPage(slug="panduan", **texts["guide_index"]))
        made.append(index)
    if index is not None:
        made += _make_guides(index, [path for path in guide_folders(folder) if _is_missing(path.name)])
    if index is not None and wants_journey(index) and _never_loaded(JOURNEY):
        fill_journey(index, texts.get("journey", []))
    if new_home is not None:
        _fill_home(new_home, texts)
    return [page.title for page in made]


def _never_loaded(key: str) -> bool:
    """Whether this is the first time; from now on it is not."""
    return LoadedStarter.objects.get_or_create(key=key)[1]


def _make_home(texts: dict[str, Any]) -> HomePage:
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(slug="beranda", **{name: texts[name] for name in HOME_TEXTS}))
    _serve(home)
    # The welcome page that Wagtail's own migrations make: a bare Page, of no use to anybody.
    for welcome in root.get_children().filter(content_type__app_label="wagtailcore", content_type__model="page"):
        welcome.delete()
    return home


def _serve(home: HomePage) -> None:
    address = urlsplit(settings.SITE_URL)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname = address.hostname
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.root_page = home
    site.site_name = "Tuntun"
    site.save()


def _is_missing(slug: str) -> bool:
    return _never_loaded(slug) and not GuidePage.objects.filter(slug=slug).exists()


def _make_guides(index: GuideIndexPage, folders: list[Path]) -> list[Page]:
    """Published once all are there: the questions of one lead to others."""
    made = [(_make_guide(index, folder), folder) for folder in folders]
    for guide, folder in made:
        _lead_on(guide, folder)
        # Logged: the history in the admin offers to look at, compare and restore only what is in the log.
        guide.save_revision(log_action=True).publish()
        for step in guide.steps.all():
            _ = step.picture  # makes the smaller sizes now, instead of for the first reader
    return [guide for guide, _ in made]


def _make_guide(index: GuideIndexPage, folder: Path) -> GuidePage:
    guide = read_guide(folder, add_image=_add_image)
    for row in (*guide.steps.all(), *guide.prepare_items.all(), *guide.questions.all()):
        row.clean()
    return index.add_child(instance=guide)


def _lead_on(guide: GuidePage, folder: Path) -> None:
    """Let the guide's questions lead to the guides that they name, as far as these are there."""
    questions = list(guide.questions.all())
    for question, data in zip(questions, read_questions(folder), strict=True):
        question.yes_guide = GuidePage.objects.filter(slug=data.get("yes_guide", "")).first()
        question.no_guide = GuidePage.objects.filter(slug=data.get("no_guide", "")).first()
    guide.questions.set(questions)


def _fill_home(home: HomePage, texts: dict[str, Any]) -> None:
    """The links need the guides, and the guides need the home page above them: so they come last."""
    home.benefits.set(in_order(HomeBenefit(**benefit) for benefit in texts["benefits"]))
    home.situations.set(in_order(_situation(data) for data in texts["situations"]))
    home.start_page = GuidePage.objects.order_by("path").first()
    home.save_revision(log_action=True).publish()


def _situation(data: dict[str, str]) -> HomeSituation:
    return HomeSituation(
        sentence=data["sentence"],
        note=data["note"],
        icon=data["icon"],
        guide=GuidePage.objects.filter(slug=data.get("guide", "")).first(),
        step_key=data.get("step", ""),
        local_address=data.get("address", ""),
    )


def _add_image(picture: StarterPicture, title: str) -> AbstractImage:
    with picture.path.open("rb") as file:
        image = File(file, name=picture.path.name)
        return get_image_model().objects.create(title=title, description=picture.alt, file=image)
