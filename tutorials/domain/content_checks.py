"""What the text of a step still needs: each finding says where it stands and what to do, in one sentence.

Pure: what a step says and what is known (terms, labels of the practice) come in as plain values.
docs/content-checks.md gives the reasons and the limits of each rule.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from tutorials.domain import content_words as words
from tutorials.domain.sentences import count_words, sentences, words_in

MOST_WORDS_A_SENTENCE = 12
MOST_WORDS_A_STEP = 40
MOST_WORDS_ON_AVERAGE = 15
MOST_ACTIONS = 3
MOST_BYTES = 60_000  # of one step's page with its picture: half a minute on a 2G network
QUOTED_WORDS = 5
TEXT_NAMES = {"body": "Isi", "more": "Penjelasan tambahan", "expect": "Yang seharusnya terlihat"}
PICTURE_NAMES = {"image": "Gambar", "desktop_image": "Gambar layar laptop", "app_image": "Gambar aplikasi OSS"}


class Level(StrEnum):
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True)
class Finding:
    level: Level
    code: str
    step: str  # its key; "" for the guide itself
    field: str  # name of the field to change
    sentence: str  # what to do

    @property
    def blocks(self) -> bool:
        return self.level is Level.BLOCK


@dataclass(frozen=True)
class StepPicture:
    field: str  # a key of PICTURE_NAMES
    described: bool
    title: str = ""
    bytes: int | None = None  # None where nobody knows yet


@dataclass(frozen=True)
class StepText:
    """What one step says."""

    key: str
    title: str
    body: str
    more: str = ""
    expect: str = ""
    pictures: tuple[StepPicture, ...] = ()
    page_bytes: int = 0  # of its page without a picture, as sent
    has_practice: bool = False  # stands beside practice screens: their words are its words

    @property
    def texts(self) -> dict[str, str]:
        return {"body": self.body, "more": self.more, "expect": self.expect}


@dataclass(frozen=True)
class Known:
    """What the site knows: spellings of the glossary, and everything that stands on a screen of practice."""

    terms: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    folded: dict[str, str] = field(default_factory=dict)  # labels by their letters in small


def check_step(step: StepText, known: Known) -> list[Finding]:
    """Blocks first, then warnings, each in the order of the form."""
    found = [finding for rule in RULES for finding in rule(step, known)]
    return sorted(found, key=lambda finding: finding.level is Level.WARN)


def check_words(where: str, text: str, known: Known) -> list[Finding]:
    """The rules for any text of a guide that is not a step: its sentences, abbreviations and words."""
    step = StepText(key="", title="", body=text, expect="-")
    rules = (_sentences, _abbreviations, _wrong_words)
    found = [finding for rule in rules for finding in rule(step, known)]
    return [replace(finding, field=where, sentence=finding.sentence.removeprefix("Isi: ")) for finding in found]


def _block(step: StepText, code: str, where: str, sentence: str) -> Finding:
    return Finding(Level.BLOCK, code, step.key, where, sentence)


def _warn(step: StepText, code: str, where: str, sentence: str) -> Finding:
    return Finding(Level.WARN, code, step.key, where, sentence)


def _expected_result(step: StepText, known: Known) -> Iterator[Finding]:
    if not step.expect.strip():
        yield _block(step, "expect.missing", "expect", EXPECT_MISSING)


def _descriptions(step: StepText, known: Known) -> Iterator[Finding]:
    for picture in step.pictures:
        if not picture.described:
            sentence = UNDESCRIBED.format(picture=PICTURE_NAMES[picture.field])
            yield _block(step, "picture.undescribed", f"{picture.field}_alt", sentence)


def _average(step: StepText, known: Known) -> Iterator[Finding]:
    told = [sentence for text in step.texts.values() for sentence in sentences(text)]
    if told and sum(map(count_words, told)) > MOST_WORDS_ON_AVERAGE * len(told):
        average = round(sum(map(count_words, told)) / len(told))
        yield _block(step, "sentences.average", "body", AVERAGE.format(average=average, most=MOST_WORDS_ON_AVERAGE))


def _title(step: StepText, known: Known) -> Iterator[Finding]:
    verbs = words.verbs_of(step.title)
    if not verbs:
        yield _warn(step, "title.no-verb", "title", NO_VERB)
    elif len(verbs) > 1:
        yield _warn(step, "title.verbs", "title", VERBS.format(verbs=", ".join(f"“{verb}”" for verb in verbs)))


def _length(step: StepText, known: Known) -> Iterator[Finding]:
    if (count := words_in(step.body)) > MOST_WORDS_A_STEP:
        yield _warn(step, "body.long", "body", LONG_BODY.format(count=count, most=MOST_WORDS_A_STEP))


def _actions(step: StepText, known: Known) -> Iterator[Finding]:
    if (count := words.count_actions(step.body)) > MOST_ACTIONS:
        yield _warn(step, "body.actions", "body", ACTIONS.format(count=count, most=MOST_ACTIONS))


def _sentences(step: StepText, known: Known) -> Iterator[Finding]:
    for where, text in step.texts.items():
        for sentence in sentences(text):
            if (count := count_words(sentence)) > MOST_WORDS_A_SENTENCE:
                said = LONG_SENTENCE.format(start=_start(sentence), count=count, most=MOST_WORDS_A_SENTENCE)
                yield _warn(step, "sentence.long", where, f"{TEXT_NAMES[where]}: {said}")


def _abbreviations(step: StepText, known: Known) -> Iterator[Finding]:
    seen: set[str] = set()
    for where, text in {"title": step.title, **step.texts}.items():
        for short in words.abbreviations_in(text, known=known.terms):
            if short not in seen:
                seen.add(short)
                yield _warn(step, "abbreviation.unknown", where, ABBREVIATION.format(short=short))


def _wrong_words(step: StepText, known: Known) -> Iterator[Finding]:
    for where, text in {"title": step.title, **step.texts}.items():
        for wrong, better in words.wrong_words_in(text):
            yield _warn(step, "word.wrong", where, WRONG_WORD.format(wrong=wrong, better=better))


def _labels(step: StepText, known: Known) -> Iterator[Finding]:
    if not (step.has_practice and known.labels):
        return
    for where, text in step.texts.items():
        for bold in words.labels_in(text):
            if bold in known.labels or bold in words.NOT_LABELS or bold in words.PORTAL_LABELS:
                continue
            written = known.folded.get(bold.casefold())
            sentence = OTHER_LETTERS.format(bold=bold, written=written) if written else NO_LABEL.format(bold=bold)
            yield _warn(step, "label.unknown", where, sentence)


def _budget(step: StepText, known: Known) -> Iterator[Finding]:
    for picture in step.pictures:
        if picture.bytes is not None and step.page_bytes + picture.bytes > MOST_BYTES:
            kilobytes = round((step.page_bytes + picture.bytes) / 1000)
            sentence = TOO_HEAVY.format(title=picture.title, kilobytes=kilobytes, most=MOST_BYTES // 1000)
            yield _warn(step, "page.heavy", picture.field, sentence)


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:QUOTED_WORDS])


RULES: tuple[Callable[[StepText, Known], Iterator[Finding]], ...] = (
    _title, _expected_result, _descriptions, _average, _length, _actions, _sentences, _abbreviations, _wrong_words,
    _labels, _budget,
)  # fmt: skip
EXPECT_MISSING = (
    "Tulis apa yang seharusnya terlihat sesudah langkah ini. Tanpa itu pembaca tidak tahu apakah ia berhasil."
)
UNDESCRIBED = "{picture} ini belum punya kata-kata. Tulis isi gambarnya, baru panduan bisa diterbitkan."
AVERAGE = "Kalimat di langkah ini rata-rata {average} kata, paling banyak {most}. Pecah kalimat yang panjang jadi dua."
NO_VERB = "Judul ini belum menyebut satu tindakan. Mulai dengan kata seperti Isi, Pilih, atau Tekan."
VERBS = "Judul ini menyebut beberapa tindakan: {verbs}. Pilih satu, atau pecah jadi dua langkah."
LONG_BODY = (
    "Isi langkah ini {count} kata, sebaiknya paling banyak {most}. Pindahkan sisanya ke “Penjelasan tambahan”, "
    "kendala, atau langkah lain."
)
ACTIONS = "Daftar bernomor ini berisi {count} tindakan, sebaiknya paling banyak {most}. Pecah jadi dua langkah."
LONG_SENTENCE = "kalimat “{start} …” panjangnya {count} kata. Pecah jadi kalimat yang paling banyak {most} kata."
ABBREVIATION = "Singkatan “{short}” belum ada di daftar istilah. Tambahkan di Istilah, atau tulis kepanjangannya."
WRONG_WORD = "Ganti “{wrong}” dengan kata sehari-hari: {better}."
OTHER_LETTERS = "Tulisan tebal “{bold}” di layar tertulis “{written}”. Samakan huruf demi huruf."
NO_LABEL = (
    "Tulisan tebal “{bold}” tidak ada di layar latihan. Samakan dengan tulisan di layar, atau hilangkan tebalnya."
)
TOO_HEAVY = (
    "Halaman ini jadi kira-kira {kilobytes} KB dengan gambar “{title}”, sebaiknya paling banyak {most} KB. "
    "Potong gambarnya ke bagian yang perlu saja."
)
