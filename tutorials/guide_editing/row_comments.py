"""Comments on the fields of rows. Wagtail has them for fields of the page alone; a row with a key can be named too."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import pre_save
from django.dispatch import receiver
from modelcluster.forms import BaseChildFormSet
from modelcluster.models import get_all_child_relations
from wagtail.admin.forms.comments import CommentFormSet
from wagtail.admin.panels import CommentPanel
from wagtail.models import COMMENTS_RELATION_NAME, Comment, CommentReply, Page

from sandbox.catalogue import redact


def content_path(relation: str, key: str) -> str:
    """What stands before the name of a field in the place of a comment: `steps.isi-nik`."""
    return f"{relation}.{key}"


def is_at_row(place: str, page: Page) -> bool:
    """Whether `steps.isi-nik.body` names a field of a row that this version of the page has."""
    relation, _, rest = place.partition(".")
    key, _, name = rest.rpartition(".")
    found = {child.get_accessor_name(): child.related_model for child in get_all_child_relations(type(page))}
    row = found.get(relation)
    if row is None or name not in [field.name for field in row._meta.fields]:
        return False
    return any(getattr(each, "key", None) == key for each in getattr(page, relation).all())


@receiver(pre_save, sender=Comment)
@receiver(pre_save, sender=CommentReply)
def blank_real_numbers(instance: Comment | CommentReply, **_: object) -> None:
    """Not refused: Wagtail shows no error at a comment, and the form around it may hold an hour of work."""
    instance.text = redact(instance.text)


class RowCommentFormSet(CommentFormSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # as Wagtail's own
        """As Wagtail's own, which would leave out what it cannot place; so it is not asked."""
        BaseChildFormSet.__init__(self, *args, **kwargs)
        comments: QuerySet[Comment] = self.queryset  # type: ignore[has-type]
        placed = [
            comment.pk
            for comment in comments
            if comment.has_valid_contentpath(self.instance) or is_at_row(comment.contentpath, self.instance)
        ]
        self.queryset = comments.filter(id__in=placed)


class RowCommentPanel(CommentPanel):
    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][COMMENTS_RELATION_NAME]["formset"] = RowCommentFormSet
        return options
