"""A value inside a JSON document that knows its place, so that every complaint can name it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


class InvalidDocument(Exception):
    """A flow document breaks the format. The message begins with the place: "screens[3].fields[1]: …"."""


class Node:
    def __init__(self, value: object, place: str = "") -> None:
        self.value = value
        self.place = place

    def fail(self, why: str) -> InvalidDocument:
        return InvalidDocument(f"{self.place or 'dokumen'}: {why}")

    def object(self, *, required: Iterable[str], optional: Iterable[str] = ()) -> "Node":
        """Check that this is an object with these keys and no others."""
        if not isinstance(self.value, dict):
            raise self.fail("harus berupa objek {…}")
        required, allowed = list(required), {*required, *optional}
        for key in required:
            if key not in self.value:
                raise self.fail(f"kunci “{key}” belum ada")
        for key in self.value:
            if key not in allowed:
                raise self.fail(f"kunci “{key}” tidak dikenal; yang boleh: {', '.join(sorted(allowed))}")
        return self

    def has(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def __getitem__(self, key: str) -> "Node":
        assert isinstance(self.value, dict), "object() comes first"
        return Node(self.value.get(key), f"{self.place}.{key}" if self.place else key)

    def text(self, *, empty: bool = False, most: int = 2000) -> str:
        if not isinstance(self.value, str):
            raise self.fail("harus berupa teks")
        if not empty and not self.value.strip():
            raise self.fail("tidak boleh kosong")
        if len(self.value) > most:
            raise self.fail(f"paling banyak {most} huruf")
        return self.value

    def optional_text(self, key: str, *, most: int = 2000) -> str:
        return self[key].text(empty=True, most=most) if self.has(key) else ""

    def slug(self) -> str:
        text = self.text(most=60)
        if not all(c.isascii() and (c.islower() or c.isdigit() or c in "-_") for c in text):
            raise self.fail("hanya huruf kecil, angka, “-” dan “_”")
        return text

    def integer(self, *, least: int, most: int) -> int:
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.fail("harus berupa bilangan bulat")
        if not least <= self.value <= most:
            raise self.fail(f"harus antara {least} dan {most}")
        return self.value

    def boolean(self, key: str) -> bool:
        if not self.has(key):
            return False
        value = self[key].value
        if not isinstance(value, bool):
            raise self[key].fail("harus true atau false")
        return value

    def one_of(self, allowed: Iterable[str]) -> str:
        text = self.text(most=60)
        allowed = list(allowed)
        if text not in allowed:
            raise self.fail(f"“{text}” tidak dikenal; pilih: {', '.join(allowed)}")
        return text

    def items(self, *, least: int = 0) -> Iterator["Node"]:
        if not isinstance(self.value, list):
            raise self.fail("harus berupa daftar […]")
        if len(self.value) < least:
            raise self.fail(f"paling sedikit {least} isi")
        for position, value in enumerate(self.value):
            yield Node(value, f"{self.place}[{position}]")

    def pairs(self) -> Iterator[tuple[str, "Node"]]:
        if not isinstance(self.value, dict):
            raise self.fail("harus berupa objek {…}")
        for key in self.value:
            yield key, self[key]

    def list_of(self, read: Callable[["Node"], T], *, key: str, least: int = 0) -> tuple[T, ...]:
        """Read the list under `key` (absent: empty) with `read`."""
        if not self.has(key) and least == 0:
            return ()
        return tuple(read(item) for item in self[key].items(least=least))
