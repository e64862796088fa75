"""What the codes of the stuck report and of its events are called for people."""

from collections.abc import Mapping
from dataclasses import dataclass

from learning.definitions import FLOW_PREFIX
from sandbox.catalogue import flow_of, newest_version

FLAGS = {"stuck": "Macet", "watch": "Pantau", "ok": "Lancar", "too-few": "Data masih sedikit"}
REASONS = {
    "loss": "banyak yang berhenti",
    "errors": "banyak isian ditolak",
    "slow": "makan waktu lama",
    "help": "banyak yang minta bantuan",
    "loop": "banyak yang bolak-balik",
    "fault": "banyak yang terhenti gangguan",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Labels by (step, field) and sentences by (step, field, code) of one activity, as far as they are known."""

    labels: Mapping[tuple[str, str], str]
    sentences: Mapping[tuple[str, str, str], str]

    def error(self, step: str, field: str, code: str) -> str:
        """`Luas lahan: Tulis angkanya saja`; the bare codes where nobody knows better."""
        label = self.labels.get((step, field), field)
        sentence = self.sentences.get((step, field, code)) or code or "tanpa kode"
        return f"{label}: {sentence}" if label else sentence


def words_of(activity: str) -> Words:
    """The words of a flow's own screens; of other activities nothing but codes is known."""
    version = newest_version(activity.removeprefix(FLOW_PREFIX)) if activity.startswith(FLOW_PREFIX) else None
    labels: dict[tuple[str, str], str] = {}
    sentences: dict[tuple[str, str, str], str] = {}
    if version is not None:
        flow = flow_of(version)
        places = [(screen.id, field) for screen in flow.screens for field in screen.fields]
        for screen, field in places:
            labels[screen, field.id] = field.label
            for code, text in {**flow.texts, **field.texts}.items():
                sentences[screen, field.id, code] = text.says
    return Words(labels, sentences)
