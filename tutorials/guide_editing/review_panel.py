"""In the editor of a guide: what reviewers without an account said last."""

from django.forms import Media
from wagtail.admin.panels import Panel


class ReviewPanel(Panel):
    """Nothing where nobody was ever asked. Its template asks for the links: models are not there yet at this import."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "tutorials/review/panel.html"
        media = Media(css={"all": ["css/tinjau.css"]})

        def is_shown(self) -> bool:
            return self.instance.pk is not None and self.instance.review_links.exists()
