"""Pages of `learning` itself."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie

from learning import progress, real_steps
from sandbox.learners import LearnerRequest
from sandbox.summaries import of_learner
from tutorials import conditions
from tutorials.catalogue import guide_definitions

# What a press elsewhere has just done, told on the page it leads to.
NEWS = ("dihapus", "dilepas", "digabung", "dilanjutkan", "sama")


@require_safe
@vary_on_cookie
@cache_control(private=True, no_store=True)
def my_progress(request: LearnerRequest) -> HttpResponse:
    """What the learner of the cookie has done and what is left; a newcomer sees where to begin."""
    learner = request.learner.uuid
    attempts = of_learner(learner)
    definitions = guide_definitions()
    guides = progress.guides_of(learner, definitions, left_out=conditions.left_out(request))
    return render(
        request,
        "learning/saya.html",
        {
            "guides": guides,
            "under_way": [attempt for attempt in attempts if attempt.finished_at is None and not attempt.erased],
            "finished": [attempt for attempt in attempts if attempt.finished_at is not None],
            "is_new": not attempts and not any(guide.done for guide in guides),
            "real_steps": real_steps.sections_of(learner, definitions),
            "known": learner is not None,
            "news": news if (news := request.GET.get("baru", "")) in NEWS else "",
        },
    )


@require_safe
def real_number(request: LearnerRequest) -> HttpResponse:
    """Why an address with what could be somebody's NIK was not opened."""
    return render(request, "learning/real_number.html")
