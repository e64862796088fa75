"""Keys and versions of a guide and its steps: settled by publishing, untouched by drafts, reordering and renaming.

What was published stands in the database, never in a draft: a draft may be older than the last publication.
"""

from datetime import datetime

from django.db import models, transaction
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from wagtail.models import Revision

from tutorials.domain.keys import MAX_LENGTH, make_key
from tutorials.domain.versions import Stamp, next_publication
from tutorials.guide_editing.archive import keep_removed, spent_keys
from tutorials.models.changes import StepChange
from tutorials.models.public import PublicPage


class VersionedSteps(PublicPage):
    """A page with child rows `steps`. Its version counts the publications in which their content changed."""

    key = models.SlugField(
        "kunci",
        max_length=MAX_LENGTH,
        unique=True,
        blank=True,
        editable=False,
        help_text="Nama panduan ini di laporan dan kemajuan. Tetap, juga bila alamatnya berubah.",
    )
    version = models.PositiveIntegerField("versi", default=0, editable=False)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: object, **kwargs: object) -> None:
        if kwargs.get("update_fields") is None:
            self.settle_key()
            self.take_shared_contents()
            self.assign_step_keys(settle=self.live)
            self.stamp_steps(now=timezone.now())
            if self.live:
                keep_removed(self)  # type: ignore[arg-type]  # the only page of this kind is the guide
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Wagtail's own signature is untyped
        if kwargs.get("update_fields") is None and self.live:
            self._remember_changes()

    def save_revision(self, *args: object, **kwargs: object) -> Revision:
        self.take_shared_contents()
        self.assign_step_keys(settle=False)
        return super().save_revision(*args, **kwargs)

    def clean(self) -> None:
        self.settle_key()  # before it is checked for being unique: a copy or an old draft brings another page's key
        super().clean()

    def take_shared_contents(self) -> None:
        for step in self.steps.get_object_list():
            step.take_shared_content()

    def settle_key(self) -> None:
        """Make the key from the address; the first publication fixes it for good, whatever becomes of the address.

        Progress and statistics hang on it. Until somebody can have any, it follows the address, which a draft may
        get while its author is still typing the title.
        """
        pages = type(self).objects
        fixed = pages.filter(pk=self.pk, version__gt=0).values_list("key", flat=True).first() if self.pk else None
        taken = set(pages.exclude(pk=self.pk).values_list("key", flat=True)) if fixed is None else set()
        self.key = fixed or make_key(self.slug or self.title, taken=taken, fallback="panduan")

    def assign_step_keys(self, *, settle: bool) -> None:
        """Give each step without a key one made from its title; the first publication settles it for good.

        Until then it follows the title: a draft is saved while its author is still typing, so the first title
        seen may be half a word.
        """
        published = self._published_stamps()
        steps = self.steps.get_object_list()
        settled = [step for step in steps if step.key and (not step.key_follows_title or step.key in published)]
        taken = {step.key for step in settled}
        if len(settled) < len(steps):
            taken |= spent_keys(self)  # type: ignore[arg-type]
        for step in steps:
            step.key_follows_title = not settle and step not in settled
            if step not in settled:
                step.key = make_key(step.title, taken=taken, fallback="langkah")
                taken.add(step.key)

    def stamp_steps(self, *, now: datetime) -> None:
        """Bring version and stamps up to date: with a publication the new ones, else those last published."""
        steps, stamps = self.steps.get_object_list(), self._published_stamps()
        if self.pk is not None:
            self.version = type(self).objects.filter(pk=self.pk).values_list("version", flat=True).first() or 0
            self._free_following_keys()
        if self.live:
            digests = {step.key: step.digest() for step in steps}
            self.version, stamps = next_publication(digests, stamps, version=self.version, now=now)
        for step in steps:
            if step.key in stamps:
                step.put_stamp(stamps[step.key])

    def _remember_changes(self) -> None:
        """What a stamp tells of the last change of a step stays known after the next one."""
        changes = [
            StepChange(page_id=self.pk, step=row.key, version=row.content_changed_version, at=row.content_changed_at)
            for row in self._rows().filter(content_changed_at__isnull=False)
        ]
        StepChange.objects.bulk_create(changes, ignore_conflicts=True)

    def _published_stamps(self) -> dict[str, Stamp]:
        # A copy, for a translation say, has no rows of its own yet and goes on from those of its source.
        rows = self.steps.get_object_list() if self.pk is None else self._rows()
        return {row.key: row.stamp for row in rows if row.stamp}

    def _free_following_keys(self) -> None:
        """Two steps that were never published may swap titles; row by row their keys would meet."""
        following = self._rows().filter(key_follows_title=True)
        following.update(key=Concat(models.Value("~"), Cast("pk", models.CharField())))

    def _rows(self) -> models.QuerySet:
        return self.steps.model.objects.filter(page_id=self.pk)
