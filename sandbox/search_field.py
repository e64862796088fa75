"""A field with a search of its own: a KBLI code, a point on the map."""

from dataclasses import dataclass

from django.utils.functional import cached_property

from sandbox import kbli
from sandbox.domain.document import Field, Place
from sandbox.domain.realnumbers import holds_real_number
from sandbox.domain.screens import MAX_CHARACTERS
from sandbox.form_field import Choice, FormField

SEARCHED_TYPES = ("kbli", "map_point")
MAX_RESULTS = 6


@dataclass
class SearchField(FormField):
    """What was searched for, what was found, what was chosen."""

    searched: bool = False

    @property
    def words(self) -> str:
        """What was searched for: the words in the box, or those that led to the result in it."""
        if not self.chosen:
            return self.value.strip()
        words = self.raw.get(words_control(self.field), "").strip()
        return "" if holds_real_number(words) else words[:MAX_CHARACTERS]

    @cached_property
    def results(self) -> list[Choice]:
        """What the search of a KBLI or map field offers; again after a result that does not fit."""
        words = self.words
        if not self.searched or not words or holds_real_number(words) or is_kbli_code(words):
            return []
        if self.field.type == "kbli":
            return [Choice(hit.code, hit.title, hit.explanation) for hit in kbli.search(words, limit=MAX_RESULTS)]
        if self.field.type == "map_point":
            return [Choice(place.point, place.label) for place in self._places(words)]
        return []

    @property
    def nothing_found(self) -> bool:
        return self.searched and bool(self.words) and not self.results and not self.chosen

    @cached_property
    def chosen(self) -> Choice | None:
        """What the box holds, by name: the KBLI code with its title, the point with its place."""
        text = self.value.strip()
        if self.field.type == "kbli" and is_kbli_code(text):
            title = kbli.title(text)
            return Choice(text, title, kbli.explanation(text)) if title else None
        if self.field.type == "map_point":
            return next((Choice(text, place.label) for place in self.work.persona.places if place.point == text), None)
        return None

    @property
    def has_point(self) -> bool:
        return self.chosen is not None or (bool(self.value) and not self.code)

    def _places(self, words: str) -> list[Place]:
        """Places whose label shares a word with the search; all of them when none does, as a map would guess."""
        wanted = {word for word in words.casefold().split() if len(word) > 2}
        places = self.work.persona.places
        return [place for place in places if wanted & set(place.label.casefold().replace(",", " ").split())] or list(
            places
        )


def words_control(field: Field) -> str:
    """The control that remembers the words of a search while the box holds its result."""
    return f"{field.id}-kata"


def is_kbli_code(text: str) -> bool:
    """A 5-digit code typed by hand is always the choice, whatever result is still marked."""
    return len(text.strip()) == 5 and text.strip().isascii() and text.strip().isdigit()
