"""Loading the demonstration: all of it or nothing, and once."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from detentions import entry
from detentions.demo.carried import staff
from detentions.demo.figures import correct, load_facts, load_figures, load_places
from detentions.demo.gatherings import load_gatherings
from detentions.demo.people import load_people


def load(*, today: date, force: bool = False) -> bool:
    """Load the demonstration; returns False, with nothing written, where it is loaded already.

    Raises NotAllowedError where people have entered records, unless forced: invented
    detentions would stand among theirs, and every page would say so.
    """
    if entry.is_demonstration():
        return False
    with transaction.atomic():
        accounts = staff()
        if not force:
            entry.refuse_others(accounts.all)
        entry.mark_demonstration(by=accounts.enterer)
        load_places(accounts, today)
        load_figures(accounts, today)
        load_gatherings(accounts)
        load_facts(accounts)
        correct(accounts)
        load_people(accounts)
    return True
