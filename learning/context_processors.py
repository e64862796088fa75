from django.http import HttpRequest

from learning.theme import chosen


def theme(request: HttpRequest) -> dict[str, str]:
    return {"tema": chosen(request)}
