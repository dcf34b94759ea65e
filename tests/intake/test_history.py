"""What a file enters has a history from the first row on, equal to what is stored."""

from typing import Any

import pytest

from detentions import models
from detentions.models import IntakeBatch
from tests.intake.files import OVD_INFO, bring_in

pytestmark = pytest.mark.django_db

_ENTERED = (models.Event, models.EventName, models.Citation, models.ReportedCount, models.Source)


@pytest.mark.parametrize("model", _ENTERED)
def test_every_row_has_one_history_row_that_says_the_same(model: Any) -> None:
    with bring_in("events", OVD_INFO, commit=True, skip_refused=True) as report:
        batch = IntakeBatch.objects.get(pk=report.batch)
    columns = [field.attname for field in model.history.model.tracked_fields]
    past = model.history.all()
    assert past.count() > 0
    assert set(past.values_list(*columns)) == set(model.objects.values_list(*columns))
    assert set(
        past.values_list("history_type", "history_date", "history_user", "history_change_reason")
    ) == {("+", batch.committed_at, batch.entered_by_id, OVD_INFO.name)}
    assert past.count() == model.objects.count()
