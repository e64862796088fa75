"""The form in which staff say who mends a step, until when and how."""

from django import forms

from learning.mending.todos import authors, name_of
from learning.models import Todo
from sandbox.domain.realnumbers import holds_real_number
from tutorials.models.texts import REAL_NUMBER_SENTENCE


class _Author(forms.ModelChoiceField):
    def label_from_instance(self, obj: object) -> str:
        return name_of(obj)  # type: ignore[arg-type]


class TodoForm(forms.ModelForm):
    assigned_to = _Author(queryset=None, label="Dikerjakan oleh", required=False, empty_label="belum ada")

    class Meta:
        model = Todo
        fields = ["assigned_to", "due", "note"]
        widgets = {
            "due": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "note": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        field = self.fields["assigned_to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = authors()

    def clean_note(self) -> str:
        note = str(self.cleaned_data["note"])
        if holds_real_number(note):
            raise forms.ValidationError(REAL_NUMBER_SENTENCE)
        return note
