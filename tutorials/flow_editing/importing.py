"""A flow as one JSON file, out and in again."""

import json
import re

from django.core.files.uploadedfile import UploadedFile
from django.utils.text import slugify

from tutorials.flow_editing.drafts import Refused
from tutorials.flow_editing.parts import Document
from tutorials.flow_editing.shape import check_shape
from tutorials.flow_editing.vocabulary import ShapeProblem

MOST_BYTES = 2 * 1024 * 1024
NULL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def written(document: Document) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def file_name(document: Document) -> str:
    return f"{slugify(document['id']) or 'alur'}.json"


def read(file: UploadedFile) -> Document:
    """The document in the file. Raises Refused, naming the place where one can be named."""
    if file.size is None or file.size > MOST_BYTES:
        raise Refused("Berkas ini lebih dari 2 MB. Alur latihan jauh lebih kecil; periksa berkasnya.")
    try:
        document = json.loads(file.read().decode("utf-8-sig"), parse_constant=_no_number, parse_int=_small_number)
    except UnicodeDecodeError:
        raise Refused("Berkas ini bukan teks UTF-8. Pakai berkas dari “Ekspor JSON”.") from None
    except (ValueError, RecursionError) as problem:
        where = f" (baris {problem.lineno})" if isinstance(problem, json.JSONDecodeError) else ""
        raise Refused(f"Berkas ini bukan JSON yang utuh{where}. Pakai berkas dari “Ekspor JSON”.") from None
    if not _can_be_kept(document):
        raise Refused("Berkas ini berisi tanda yang bukan huruf. Pakai berkas dari “Ekspor JSON”.")
    try:
        check_shape(document)
    except ShapeProblem as problem:
        raise Refused(f"Berkas ini bukan alur latihan yang bisa dibuka. {problem}") from None
    if not document.get("screens"):
        raise Refused("Berkas ini bukan alur latihan yang bisa dibuka. screens: paling sedikit 1 layar")
    return document


def _can_be_kept(document: object) -> bool:
    """JSON can spell halves of characters, a null character and nests without an end; no database keeps them."""
    try:
        text = json.dumps(document, ensure_ascii=False)
    except RecursionError:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in text) and not NULL.search(text)


def _no_number(name: str) -> None:
    raise ValueError(name)


def _small_number(digits: str) -> int:
    if len(digits) > 16:
        raise ValueError("angka terlalu panjang")
    return int(digits)
