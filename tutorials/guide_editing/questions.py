"""Questions of a guide: steps may only refer to those that are there, in its form and whatever way it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tutorials.domain.content_checks import Finding, Level

if TYPE_CHECKING:  # the page asks this module before it is published
    from wagtail.admin.forms import WagtailAdminPageForm

    from tutorials.models import GuidePage

UNKNOWN_QUESTION = (
    "Pertanyaan {number} tidak ada di panduan ini. Tambahkan pertanyaannya di tab Panduan, atau kosongkan pilihan ini."
)


def refuse_unknown_questions(form: WagtailAdminPageForm) -> None:
    """Put an error at each step that is only for an answer to a question that the form does not have."""
    if not {"steps", "questions"} <= form.formsets.keys():
        return
    asked = sum(1 for row in _rows(form, "questions") if row["data"].get("sentence"))
    for row in _rows(form, "steps"):
        if number := _unknown_question(row["data"].get("only_when"), asked):
            row["form"].add_error("only_when", UNKNOWN_QUESTION.format(number=number))


def unknown_questions(page: GuidePage) -> list[Finding]:
    """What blocks this version of the guide: each step that is only for an answer to a question that it lacks."""
    asked = len(page.questions.all())
    return [
        Finding(Level.BLOCK, "question.unknown", step.key, "only_when", UNKNOWN_QUESTION.format(number=number))
        for step in page.steps.all()
        if (number := _unknown_question(step.only_when, asked))
    ]


def _unknown_question(only_when: str | None, asked: int) -> str:
    """The number of the question that is not among the `asked`; "" where nothing is missing."""
    number = (only_when or "").partition(":")[0]
    return number if number.isdecimal() and int(number) > asked else ""


def _rows(form: WagtailAdminPageForm, relation: str) -> list[dict[str, Any]]:
    """The rows that stay. Asking for errors fills cleaned_data, before the rows are looked at in their own turn."""
    rows = [
        {"form": row, "data": row.cleaned_data if row.errors is not None else {}}
        for row in form.formsets[relation].forms
    ]
    return [row for row in rows if not row["data"].get("DELETE")]
