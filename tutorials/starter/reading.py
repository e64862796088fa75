"""The starter files as unsaved rows. Their form is told in this package's docstring."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from wagtail.images.models import AbstractImage
from wagtail.models import Orderable

from tutorials.models import GuidePage, GuideQuestion, GuideStep, PrepareItem

FOLDER = Path(__file__).parent
MORE = "+++"  # a line of its own in a step's file: what follows is shown folded
Row = TypeVar("Row", bound=Orderable)


@dataclass(frozen=True)
class StarterPicture:
    """A picture file, what it shows, and its markers as a step keeps them."""

    path: Path
    alt: str
    markers: list[dict[str, Any]]


def read_json(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def guide_folders(folder: Path) -> list[Path]:
    """In the order of "guides" in beranda.json; what is not named there comes last."""
    order = read_json(folder / "beranda.json").get("guides", [])
    places = {slug: place for place, slug in enumerate(order)}
    folders = [path.parent for path in folder.glob("*/guide.json")]
    return sorted(folders, key=lambda path: (places.get(path.name, len(places)), path.name))


def read_questions(folder: Path) -> list[dict[str, str]]:
    return read_json(folder / "guide.json").get("questions", [])


def read_guide(folder: Path, *, add_image: Callable[[StarterPicture, str], AbstractImage]) -> GuidePage:
    """The unsaved guide with its rows; `add_image(picture, title)` stores a picture that is there."""
    data = read_json(folder / "guide.json")
    guide = GuidePage(
        **{name: data[name] for name in ("slug", "title", "summary", "introduction", "compared_on", "compared_note")},
        **{name: data[name] for name in ("regulation", "oss_generation") if name in data},
    )
    guide.prepare_items.set(in_order(PrepareItem(**item) for item in data["prepare"]))
    # The guides that a question leads to may not be there yet: loading puts them in (`questions` there).
    guide.questions.set(in_order(_question(question) for question in data.get("questions", [])))
    positions = _positions(folder)
    guide.steps.set(in_order(_step(folder, step, positions, add_image) for step in data["steps"]))
    return guide


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows, each knowing its place: what the admin's form does when somebody drags them."""
    rows = list(rows)
    for place, row in enumerate(rows):
        row.sort_order = place
    return rows


def _question(data: dict[str, str]) -> GuideQuestion:
    return GuideQuestion(**{name: data[name] for name in ("sentence", "yes_advice", "no_advice") if name in data})


def _step(
    folder: Path,
    data: dict[str, Any],
    positions: dict[str, list[list[float]]],
    add_image: Callable[[StarterPicture, str], AbstractImage],
) -> GuideStep:
    body, _, more = (folder / data["file"]).read_text(encoding="utf-8").partition(f"\n{MORE}\n")
    step = GuideStep(
        **{name: data[name] for name in ("key", "title", "part", "expect", "expected_seconds")},
        **{name: data[name] for name in ("action", "only_when") if name in data},
        body=body.strip(),
        more=more.strip(),
        sources="\n".join(data.get("sources", [])),
        practice=data["screen"] or "",
        also_screens=data.get("also_screens", []),
        faults=data.get("faults", []),
        errors=data.get("errors", []),
    )
    for field in ("image", "desktop_image", "app_image"):
        picture = _picture(folder, data.get(field), positions)
        if picture is not None:
            setattr(step, field, add_image(picture, step.title))
            setattr(step, f"{field}_alt", picture.alt)
            setattr(step, field.replace("image", "markers"), picture.markers)
    return step


def _picture(folder: Path, image: dict[str, Any] | None, positions: dict[str, Any]) -> StarterPicture | None:
    path = folder / "pictures" / image["file"] if image else None
    if image is None or path is None or not path.exists():
        return None
    places = positions.get(image["file"], [])
    markers = [
        {"x": x, "y": y, "label": marker["label"]} for (x, y), marker in zip(places, image["markers"], strict=False)
    ]
    return StarterPicture(path, image["alt"], markers)


def _positions(folder: Path) -> dict[str, list[list[float]]]:
    path = folder / "pictures" / "positions.json"
    return read_json(path) if path.exists() else {}
