"""What may be ticked in a step, for the form that fetches it once for all its rows."""

from django.http import Http404, HttpRequest, JsonResponse

from tutorials.models.ticks import TICK_CHOICES, grouped


def tick_choices(request: HttpRequest, kind: str) -> JsonResponse:
    """[[heading or "", [[value, label], …]], …]; 404 for an unknown kind."""
    if kind not in TICK_CHOICES:
        raise Http404("Pilihan ini tidak ada.")
    return JsonResponse(list(grouped(TICK_CHOICES[kind]())), safe=False)
