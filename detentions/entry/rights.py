"""Who may do what. Enforced here, below every form, action, file and command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q
from django.utils.translation import gettext as _

from detentions.choices import NamePublication, PublicationState
from detentions.entry.errors import NotAllowedError, NotReadyError
from detentions.models import Detainee, Detention
from detentions.models.base import PublishableRecord, Record

PUBLISH = "detentions.publish_record"
CHANGE_PUBLISHED = "detentions.change_published"
VIEW_IDENTITY = "detentions.view_identity"
_LOT = 500


def require(by: User, permission: str, message: str) -> None:
    """Raise unless the person has the permission."""
    if not by.has_perm(permission):
        raise NotAllowedError(message)


def may_create(by: User, model: type[Record]) -> None:
    """Raise unless the person may enter such records."""
    require(
        by,
        f"detentions.add_{model._meta.model_name}",
        _("%(who)s may not enter %(what)s.") % {"who": by, "what": model._meta.verbose_name_plural},
    )


def may_change(by: User, record: Record) -> None:
    """Raise unless the person may change this record in the state it is in.

    Enterers change their own drafts; reviewers also what waits for review; what is
    published, or was, is changed by editors alone.
    """
    require(
        by,
        f"detentions.change_{record._meta.model_name}",
        _("%(who)s may not change %(what)s.")
        % {"who": by, "what": record._meta.verbose_name_plural},
    )
    if isinstance(record, Detainee):
        _may_change_person(by, record)
    if not isinstance(record, PublishableRecord):
        return
    if record.state in {PublicationState.PUBLISHED, PublicationState.WITHDRAWN}:
        require(by, CHANGE_PUBLISHED, _("Only editors change what is or was published."))
    elif record.state == PublicationState.IN_REVIEW or record.entered_by_id != by.pk:
        require(
            by,
            PUBLISH,
            _("A record in review, or entered by somebody else, is changed by reviewers."),
        )


def _may_change_person(by: User, person: Detainee) -> None:
    """Raise unless the person may change what is known of a detainee, the name's form included."""
    states = set(person.detentions.values_list("state", flat=True))
    if PublicationState.PUBLISHED in states:
        require(by, CHANGE_PUBLISHED, _("Only editors change a person that the public sees."))
    elif PublicationState.IN_REVIEW in states or person.entered_by_id != by.pk:
        require(
            by,
            PUBLISH,
            _(
                "A person whose detention is in review, or entered by somebody else, is changed "
                "by reviewers."
            ),
        )


def may_discard(by: User, record: Record) -> None:
    """Raise unless the person may delete this record: a draft that never was public.

    Records without drafts, such as cities, need the right to delete them.
    """
    may_change(by, record)
    if not isinstance(record, PublishableRecord):
        require(
            by,
            f"detentions.delete_{record._meta.model_name}",
            _("%(who)s may not delete %(what)s.") % {"who": by, "what": record},
        )
    elif record.state != PublicationState.DRAFT or record.published_at:
        raise NotReadyError(_("Only a draft is deleted; withdraw what was published."))


def may_publish(by: User, record: PublishableRecord, *, with_batch: bool = False) -> None:
    """Raise unless the person is a reviewer and a second pair of eyes.

    Whoever entered the record, or changed what it says since, has seen it already: neither
    may publish it, administrators included (domain.md, PublicationState: two people). With a
    batch that rests on it a draft may be published too; it is read with the file.
    """
    require(by, PUBLISH, _("%(who)s may not publish.") % {"who": by})
    if by.pk in {record.entered_by_id, record.changed_by_id}:
        raise NotAllowedError(
            _("%(record)s was entered or last changed by %(who)s: somebody else publishes it.")
            % {"record": record, "who": by}
        )
    if isinstance(record, Detention):
        may_open_name(by, record.detainee)
    ready = {PublicationState.IN_REVIEW} | ({PublicationState.DRAFT} if with_batch else set())
    if record.state not in ready:
        raise NotReadyError(
            _("%(record)s is %(state)s: only what is in review can be published.")
            % {"record": record, "state": record.get_state_display()}
        )


def may_open_name(by: User, person: Detainee) -> None:
    """Raise where publishing opens a name, in whatever form, that only this person decided on."""
    if person.name_publication == NamePublication.WITHHELD or by.pk not in {
        person.entered_by_id,
        person.changed_by_id,
    }:
        return
    if not person.detentions.filter(state=PublicationState.PUBLISHED).exists():
        raise NotAllowedError(
            _(
                "The name of %(person)s was entered or last changed by %(who)s: somebody else "
                "makes it public."
            )
            % {"person": person, "who": by}
        )


def may_open_names(by: User, records: Sequence[Record]) -> None:
    """Raise where publishing one of many new records opens a name that only this person decided on.

    People who are entered with the records were entered by somebody else: `by` publishes them.
    """
    ids = sorted({one.detainee_id for one in records if isinstance(one, Detention)})
    decided = Detainee.objects.filter(Q(entered_by=by) | Q(changed_by=by))
    for start in range(0, len(ids), _LOT):
        for person in decided.filter(pk__in=ids[start : start + _LOT]):
            may_open_name(by, person)


def may_send_back(by: User, record: PublishableRecord) -> None:
    """Raise unless the person is a reviewer and the record waits for review."""
    require(by, PUBLISH, _("Only reviewers return records."))
    if record.state != PublicationState.IN_REVIEW:
        raise NotReadyError(_("Only what is in review can be returned."))


def may_withdraw(by: User, record: PublishableRecord) -> None:
    """Raise unless the person is an editor and the record is published."""
    require(by, CHANGE_PUBLISHED, _("Only editors withdraw what is published."))
    if record.state != PublicationState.PUBLISHED:
        raise NotReadyError(
            _("%(record)s is %(state)s: only what is published can be withdrawn.")
            % {"record": record, "state": record.get_state_display()}
        )


def may_submit(by: User, record: Any) -> None:
    """Raise unless the person may hand this draft in for review."""
    may_change(by, record)
    if record.state not in {PublicationState.DRAFT, PublicationState.WITHDRAWN}:
        raise NotReadyError(
            _("%(record)s is %(state)s: only a draft can be handed in for review.")
            % {"record": record, "state": record.get_state_display()}
        )
