"""What the codes of the stuck report and of its events are called for people."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learning.definitions import FLOW_PREFIX, GUIDE_PREFIX
from sandbox.catalogue import flow_of, newest_version
from tutorials.models import GuideStep

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
    """What is known of one activity's words.

    Labels by (step, field), sentences by (step, field, code), reasons for confusion by (step, code).
    """

    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)
    sentences: Mapping[tuple[str, str, str], str] = field(default_factory=dict)
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def label(self, step: str, field: str) -> str:
        return self.labels.get((step, field), field)

    def sentence(self, step: str, field: str, code: str) -> str:
        return self.sentences.get((step, field, code)) or code or "tanpa kode"

    def error(self, step: str, field: str, code: str) -> str:
        """`Luas lahan: Tulis angkanya saja`; the bare codes where nobody knows better."""
        label, sentence = self.label(step, field), self.sentence(step, field, code)
        return f"{label}: {sentence}" if label else sentence

    def reason(self, step: str, code: str) -> str:
        return self.reasons.get((step, code)) or code or "tidak memilih sebab"


def words_of(activity: str) -> Words:
    """The words of our own screens and guide steps; of other activities nothing but codes is known."""
    if activity.startswith(FLOW_PREFIX):
        return _words_of_flow(activity.removeprefix(FLOW_PREFIX))
    if activity.startswith(GUIDE_PREFIX):
        return _words_of_guide(activity.removeprefix(GUIDE_PREFIX))
    return Words()


def _words_of_flow(flow_id: str) -> Words:
    version = newest_version(flow_id)
    labels: dict[tuple[str, str], str] = {}
    sentences: dict[tuple[str, str, str], str] = {}
    if version is not None:
        flow = flow_of(version)
        places = [(screen.id, box) for screen in flow.screens for box in screen.fields]
        for screen, box in places:
            labels[screen, box.id] = box.label
            for code, text in {**flow.texts, **box.texts}.items():
                sentences[screen, box.id, code] = text.says
    return Words(labels, sentences)


def _words_of_guide(key: str) -> Words:
    """Each step asks in words that fit it, which depend on its picture."""
    steps = GuideStep.objects.filter(page__live=True, page__key=key).select_related("image")
    steps = steps.prefetch_related("image__renditions")
    return Words(reasons={(step.key, code): sentence for step in steps for code, sentence in step.reasons})
