"""A reader's situation: what was answered to the questions of a guide, and which steps that leaves out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from django.http import HttpRequest, HttpResponse, QueryDict

from tutorials.domain.answers import NO, YES, is_needed, mark_of, read_answers, write_answers
from tutorials.models.steps import GuideQuestion, GuideStep
from tutorials.reader_cookies import keep

COOKIE = "keadaan"
FIELD = "tanya-"  # before the mark of a question: the name of its two radio buttons


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as its reader meets it. `answer`: "ya", "tidak", or "" while there is none."""

    row: GuideQuestion
    number: int  # from 1
    mark: str
    answer: str

    @property
    def field(self) -> str:
        return f"{FIELD}{self.mark}"

    @property
    def advice_html(self) -> str:
        return self.row.advice_html(self.answer)

    @property
    def guide(self) -> object | None:
        """The other guide that the answer leads to, while it is live."""
        guide = {YES: self.row.yes_guide, NO: self.row.no_guide}.get(self.answer)
        return guide if guide is not None and guide.live else None


def asked(request: HttpRequest, guide_key: str, questions: Iterable[GuideQuestion]) -> list[AskedQuestion]:
    """These questions of a guide, with what this reader answered."""
    kept = read_answers(request.COOKIES.get(COOKIE, ""))
    marked = ((row, mark_of(guide_key, row.sentence)) for row in questions)
    return [AskedQuestion(row, number, mark, kept.get(mark, "")) for number, (row, mark) in enumerate(marked, 1)]


def answers_of(questions: Iterable[AskedQuestion]) -> dict[int, str]:
    return {question.number: question.answer for question in questions if question.answer}


def has_answered(request: HttpRequest) -> bool:
    """Whether this reader answered anything anywhere; False saves looking up the questions."""
    return bool(request.COOKIES.get(COOKIE))


def tell_needed(steps: Iterable[GuideStep], answers: Mapping[int, str]) -> None:
    """Let each step know whether it is for somebody who gave these answers."""
    for step in steps:
        step.needed = is_needed(step.only_when, answers)


def left_out(request: HttpRequest) -> dict[str, set[str]]:
    """By "guide/<key>": the keys of the steps that this reader's answers leave out, of every live guide.

    Two queries, and none for who has answered nothing.
    """
    if not has_answered(request):
        return {}
    answers = _answers_everywhere(request)
    steps: defaultdict[str, set[str]] = defaultdict(set)
    rows = GuideStep.objects.filter(page__live=True).exclude(only_when="")
    for guide, key, only_when in rows.values_list("page__key", "key", "only_when"):
        if not is_needed(only_when, answers.get(guide, {})):
            steps[f"guide/{guide}"].add(key)
    return dict(steps)


def _answers_everywhere(request: HttpRequest) -> dict[str, dict[int, str]]:
    """By key of the guide, then by number of the question."""
    kept = read_answers(request.COOKIES.get(COOKIE, ""))
    rows = GuideQuestion.objects.filter(page__live=True).order_by("page", "sort_order")
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for guide, asked_rows in groupby(rows.values_list("page__key", "sentence"), key=itemgetter(0)):
        for number, (_, sentence) in enumerate(asked_rows, 1):
            if answer := kept.get(mark_of(guide, sentence)):
                found[guide][number] = answer
    return dict(found)


def sent_answers(form: QueryDict, questions: Iterable[AskedQuestion]) -> dict[str, str]:
    """{mark: answer} of a sent form, only of questions that are asked and answers that can be given."""
    sent = {question.mark: form.get(question.field, "") for question in questions}
    return {mark: answer for mark, answer in sent.items() if answer in (YES, NO)}


def keep_answers(
    request: HttpRequest, response: HttpResponse, *, questions: Iterable[AskedQuestion], sent: Mapping[str, str]
) -> None:
    """From now on these answers stand for these questions; those of other guides stay."""
    asked_marks = {question.mark for question in questions}
    kept = read_answers(request.COOKIES.get(COOKIE, ""))
    others = {mark: answer for mark, answer in kept.items() if mark not in asked_marks}
    keep(request, response, COOKIE, write_answers(others | dict(sent)))
