"""Something that every page asks for and that changes rarely: kept as it is, without being packed and unpacked.

Django's cache packs what it keeps; unpacking 80 words of the glossary took longer than drawing a page. So the cache
holds a mark only, and the thing itself stays here as long as the mark is the same.
"""

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import uuid4

from django.core.cache import cache

T = TypeVar("T")
SECONDS = 60  # how late a change may be seen by a worker that did not make it


class Remembered(Generic[T]):
    def __init__(self, name: str, load: Callable[[], T]) -> None:
        self._name, self._load = name, load
        self._kept: tuple[str, T] | None = None  # under which mark, and the thing

    def get(self) -> T:
        mark = cache.get(self._name)
        if mark is None:
            mark = uuid4().hex
            cache.set(self._name, mark, SECONDS)
        kept = self._kept
        if kept is None or kept[0] != mark:
            kept = self._kept = (mark, self._load())
        return kept[1]

    def forget(self) -> None:
        cache.delete(self._name)
