"""Questions of a guide in its form: steps may only refer to those that are there."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

UNKNOWN_QUESTION = (
    "Pertanyaan {number} tidak ada di panduan ini. Tambahkan pertanyaannya di tab Panduan, atau kosongkan pilihan ini."
)


def refuse_unknown_questions(form: WagtailAdminPageForm) -> None:
    """Put an error at each step that is only for an answer to a question that the form does not have."""
    if not {"steps", "questions"} <= form.formsets.keys():
        return
    asked = sum(1 for row in _rows(form, "questions") if row["data"].get("sentence"))
    for row in _rows(form, "steps"):
        number = str(row["data"].get("only_when") or "").partition(":")[0]
        if number.isdecimal() and int(number) > asked:
            row["form"].add_error("only_when", UNKNOWN_QUESTION.format(number=number))


def _rows(form: WagtailAdminPageForm, relation: str) -> list[dict[str, Any]]:
    """The rows that stay. Asking for errors fills cleaned_data, before the rows are looked at in their own turn."""
    rows = [
        {"form": row, "data": row.cleaned_data if row.errors is not None else {}}
        for row in form.formsets[relation].forms
    ]
    return [row for row in rows if not row["data"].get("DELETE")]
