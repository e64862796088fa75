"""Reading a list of regions: `code,name,level,postal_code`, one place a line, Kemendagri codes with dots."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

HEADER = ["code", "name", "level", "postal_code"]
LONGEST_NAME = 80
_CODE = re.compile(r"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", re.ASCII)
_POSTAL_CODE = re.compile(r"\d{5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class RegionLine:
    """`level`: 1 province, 2 regency or city, 3 district, 4 village; `postal_code` is "" where there is none."""

    code: str
    name: str
    level: int
    postal_code: str

    @property
    def parent(self) -> str | None:
        """The code of the place it lies in; None for a province."""
        return self.code.rpartition(".")[0] or None


class RegionListError(ValueError):
    """Why a list is refused: the line (1 is the header), a reason code, and the value that offends."""

    def __init__(self, line: int, reason: str, value: str = "") -> None:
        super().__init__(f"line {line}: {reason}")
        self.line, self.reason, self.value = line, reason, value


def parse_region_list(text: str) -> list[RegionLine]:
    """The places of a list; RegionListError at the first line that makes no sense. Parents may stand after children.

    Reasons: csv, header, empty, columns, code, level, name, postal_code, duplicate, orphan.
    """
    found: dict[str, tuple[int, RegionLine]] = {}
    for number, fields in _records(text):
        line = _region(number, fields)
        if line.code in found:
            raise RegionListError(number, "duplicate", line.code)
        found[line.code] = (number, line)
    if not found:
        raise RegionListError(1, "empty")
    for number, line in found.values():
        if line.parent is not None and line.parent not in found:
            raise RegionListError(number, "orphan", line.parent)
    return [line for _, line in found.values()]


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Line number and fields of every line below the header that is not blank."""
    reader = csv.reader(text.splitlines())
    try:
        if next(reader, None) != HEADER:
            raise RegionListError(1, "header")
        for fields in reader:
            if fields:
                yield reader.line_num, fields
    except csv.Error as error:
        raise RegionListError(reader.line_num, "csv") from error


def _region(number: int, fields: list[str]) -> RegionLine:
    if len(fields) != len(HEADER):
        raise RegionListError(number, "columns", str(len(fields)))
    code, name, level, postal_code = fields
    if not _CODE.fullmatch(code):
        raise RegionListError(number, "code", code)
    if level != str(code.count(".") + 1):
        raise RegionListError(number, "level", level)
    if not name.strip() or name != name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise RegionListError(number, "name", name)
    if postal_code and not _POSTAL_CODE.fullmatch(postal_code):
        raise RegionListError(number, "postal_code", postal_code)
    return RegionLine(code, name, int(level), postal_code)
