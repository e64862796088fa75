"""The page of what a persona answers on one screen."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from tutorials.flow_editing import desk, parts, places
from tutorials.flow_editing.answers_form import AnswersForm
from tutorials.flow_editing.drafts import Refused
from tutorials.flow_editing.part_views import DraftView
from tutorials.flow_editing.parts import NoSuchPart, Part


class AnswersView(DraftView):
    def get(self, request: HttpRequest, *, key: str, **kwargs: object) -> HttpResponse:
        persona, screen = self._find(key)
        return self._shown(AnswersForm(self.draft.document, persona, screen), persona, screen)

    def post(self, request: HttpRequest, *, key: str, **kwargs: object) -> HttpResponse:
        persona, screen = self._find(key)
        form = AnswersForm(self.draft.document, persona, screen, request.POST)
        if form.is_valid():
            try:
                document = parts.put(self.draft.document, parts.PERSONA, persona["id"], form.new_persona())
                self.keep(document, places.of_answers(document, persona["id"], screen), "diubah")
                return redirect(desk.part_url(self.draft, places.ANSWERS, key))
            except Refused as refused:
                form.add_error(None, str(refused))
        return self._shown(form, persona, screen)

    def _find(self, key: str) -> tuple[Part, str]:
        persona, _, screen = key.partition(".")
        try:
            parts.get(self.draft.document, parts.SCREEN, screen)
            return parts.get(self.draft.document, parts.PERSONA, persona), screen
        except NoSuchPart:
            raise Http404("Tokoh atau layar ini tidak ada (lagi) di draf.") from None

    def _shown(self, form: AnswersForm, persona: Part, screen: str) -> HttpResponse:
        place = places.of_answers(self.draft.document, persona["id"], screen)
        return self.page(
            form,
            title=f"Jawaban di {place.words.rpartition(' › ')[2]}",
            rows=list(form.rows()),
            card=persona.get("card", []),
            preview_screen=screen,
            preview_persona=persona["id"],
            problems=desk.problem_rows(self.draft, desk.part_url(self.draft, place.form, place.key)),
            crumbs=[
                {
                    "url": desk.part_url(self.draft, parts.PERSONA.slug, persona["id"]),
                    "label": f"Tokoh “{persona.get('name', persona['id'])}”",
                }
            ],
        )
