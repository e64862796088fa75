"""What a reviewer without an account sends."""

from django import forms
from django.core.exceptions import ValidationError

from sandbox.catalogue import holds_real_number
from tutorials.domain.unseen import without_unseen
from tutorials.models.approval_task import NOT_TRIED, TRIED_LABEL
from tutorials.models.review_links import Decision
from tutorials.models.texts import REAL_NUMBER_SENTENCE
from tutorials.review_decisions import LONGEST_COMMENT

TOO_LONG = "Catatan ini lebih dari 1.000 huruf. Ringkas dulu, lalu kirim lagi."
NOTHING_SAID = "Tulis dulu apa yang perlu diubah. Sebut nomor langkahnya."
NOTHING_CHOSEN = "Pilih salah satu: setujui, atau minta diubah."


class ReviewForm(forms.Form):
    tried_on_phone = forms.BooleanField(label=TRIED_LABEL, required=False)
    comment = forms.CharField(label="Catatan", required=False)
    decision = forms.ChoiceField(
        choices=Decision.choices, error_messages={"required": NOTHING_CHOSEN, "invalid_choice": NOTHING_CHOSEN}
    )

    def clean_comment(self) -> str:
        comment: str = without_unseen(self.cleaned_data["comment"]).replace("\r\n", "\n")
        if len(comment) > LONGEST_COMMENT:
            raise ValidationError(TOO_LONG)
        if holds_real_number(comment):
            raise ValidationError(REAL_NUMBER_SENTENCE)
        return comment

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        decision = cleaned.get("decision")
        if decision == Decision.APPROVED and not cleaned.get("tried_on_phone"):
            self.add_error("tried_on_phone", NOT_TRIED)
        if decision == Decision.CHANGES and not cleaned.get("comment") and "comment" not in self.errors:
            self.add_error("comment", NOTHING_SAID)
        return cleaned
