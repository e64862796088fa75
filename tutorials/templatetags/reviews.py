"""What became of the links by which somebody without an account was asked about a guide."""

from django import template

from tutorials.guide_editing.review_link_views import shown_links
from tutorials.models import GuidePage, ReviewLink
from tutorials.review_links import State

register = template.Library()
MOST_IN_EDITOR = 3


@register.simple_tag
def last_reviews(page: GuidePage) -> list[tuple[ReviewLink, State, str]]:
    """`{% last_reviews page as shown %}`: (link, state, what the state is called), newest first."""
    return shown_links(page)[:MOST_IN_EDITOR]
