"""A detention that the public counts leads to a source."""

from typing import Any

import pytest

from detentions import entry, models
from tests import staff

pytestmark = pytest.mark.django_db


def waiting(**parts: Any) -> models.Detention:
    """Return a detention in review with these child rows."""
    draft = staff.enter_detention(parts={"citations": [], **parts})
    return entry.submit(draft, by=staff.enterer(), revision=draft.revision)


def cited(source: models.Source) -> dict[str, Any]:
    return {"citations": [{"source": source}]}


def held(source: models.Source) -> dict[str, Any]:
    return {"custody_events": [{"kind": "held", "date": staff.SUNDAY, "source": source}]}


def publish(detention: models.Detention) -> models.Detention:
    return entry.publish(detention, by=staff.reviewer(), revision=detention.revision)


@pytest.mark.parametrize("rest_on", [cited, held])
def test_a_detention_without_a_published_source_is_not_published(rest_on: Any) -> None:
    draft = staff.enter_source()
    for detention in (waiting(), waiting(**rest_on(draft))):
        with pytest.raises(entry.NotReadyError, match="no published source"):
            publish(detention)


@pytest.mark.parametrize("rest_on", [cited, held])
@pytest.mark.parametrize("confidential", [False, True])
def test_a_citation_or_a_step_is_enough(rest_on: Any, confidential: bool) -> None:
    source = staff.publish(staff.enter_source(confidential=confidential))
    assert publish(waiting(**rest_on(source))).state == "published"


@pytest.mark.parametrize("rest_on", [cited, held])
def test_the_last_source_of_a_published_detention_stays(rest_on: Any) -> None:
    source = staff.publish(staff.enter_source())
    detention = publish(waiting(**rest_on(source)))
    bare: dict[str, Any] = {"citations": [], "custody_events": []}
    for parts in (bare, rest_on(staff.enter_source())):
        with pytest.raises(entry.NotReadyError, match="no published source"):
            entry.change(detention, by=staff.editor(), revision=detention.revision, parts=parts)
    other = held if rest_on is cited else cited
    kept = {**bare, **other(source)}
    entry.change(detention, by=staff.editor(), revision=detention.revision, parts=kept)


def test_a_batch_publishes_no_detention_without_a_source() -> None:
    values = {
        "detainee": staff.enter_detainee(),
        "city": staff.enter_city(),
        "date": staff.SUNDAY,
    }
    opened = entry.batch(
        by=staff.enterer(),
        publisher=staff.reviewer(),
        kind="detentions",
        file_name="a.csv",
        file_digest="0" * 64,
    )
    with pytest.raises(entry.NotReadyError, match="no published source"), opened as batch:
        batch.create([entry.Proposal(models.Detention, values)])
    assert not models.Detention.objects.exists()
