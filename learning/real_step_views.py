"""POST /saya/langkah-nyata/: what an owner says about the real registration."""

from enum import StrEnum

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from learning import real_steps
from learning.learners import OwnRequest
from tutorials.catalogue import guide_definitions


class Word(StrEnum):
    """What a button of the form says (`kata`)."""

    ISSUED = "terbit"
    STUCK = "macet"
    TAKEN_BACK = "batal"


def say(request: OwnRequest) -> HttpResponse:
    """Keep what the pressed button says and show it; 400 for words that no button of ours has."""
    answer = HttpResponseRedirect(reverse("my-progress") + "#nyata")
    if request.method != "POST":
        return answer
    guides = {guide.id: guide for guide in real_steps.leading(guide_definitions())}
    guide, word = guides.get(request.POST.get("panduan", "")), request.POST.get("kata", "")
    steps = {step.id: step for step in guide.steps} if guide else {}
    step = steps.get(request.POST.get("langkah", ""))
    if guide is None or word not in set(Word) or (word == Word.STUCK and step is None):
        return render(request, "400.html", status=400)
    learner = request.learner.ensure()
    if word == Word.ISSUED:
        real_steps.say_issued(learner, guide)
    elif step is not None and word == Word.STUCK:
        real_steps.say_stuck(learner, guide, step)
    else:
        real_steps.take_back(learner, guide)
    return answer
