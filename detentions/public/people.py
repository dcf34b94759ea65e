"""The public views of detainees and their detentions as models."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from detentions import models as casework
from detentions.public.columns import PublicView, like, ref, row_key, text


class PublicDetainee(PublicView):
    """A person with a published detention, under the name that may be public."""

    id = like(casework.Detainee, "id", key=True)
    version = like(casework.Detainee, "version")
    name_publication = like(casework.Detainee, "name_publication")
    name = text(_("In the form that its publication allows; empty where withheld."), 200)
    year_of_birth = like(casework.Detainee, "year_of_birth")
    sex = text(_("As reported; only with a public name."), 7)
    occupation = like(casework.Detainee, "occupation")
    citizenship = like(casework.Detainee, "citizenship")

    class Meta(PublicView.Meta):
        db_table = "public_detainees"


class PublicDetaineeName(PublicView):
    """Another form of a public name."""

    id = row_key()
    detainee_id = ref(_("Id of the detainee."))
    name = like(casework.DetaineeName, "name")
    language = like(casework.DetaineeName, "language")
    script = like(casework.DetaineeName, "script")
    key = like(casework.DetaineeName, "key")

    class Meta(PublicView.Meta):
        db_table = "public_detainee_names"


class PublicDetention(PublicView):
    """A published detention."""

    id = like(casework.Detention, "id", key=True)
    version = like(casework.Detention, "version")
    detainee_id = ref(_("Id of the detainee."))
    name_publication = like(casework.Detainee, "name_publication")
    detainee_name = text(_("In the form that its publication allows; empty where withheld."), 200)
    event_id = ref(_("Id of the event."), null=True)
    event_slug = text(_("Slug of the event."))
    event_name = text(_("Name of the event."))
    city_id = ref(_("Id of the city."))
    city_slug = text(_("Slug of the city."))
    city_name = text(_("Name of the city."))
    region_id = ref(_("Id of the region of the city."), null=True)
    region_slug = text(_("Slug of the region of the city; empty where it has none."))
    region_name = text(_("Name of the region of the city."))
    date = like(casework.Detention, "date")
    time = like(casework.Detention, "time")
    precision = like(casework.Detention, "precision")
    detained_by = like(casework.Detention, "detained_by")
    force_used = like(casework.Detention, "force_used")
    last_step = like(casework.CustodyEvent, "kind")
    last_step_date = models.DateField(null=True, help_text=_("Date of the latest custody event."))

    class Meta(PublicView.Meta):
        db_table = "public_detentions"


class PublicDetentionRole(PublicView):
    """What a person was at the time of a detention."""

    id = row_key()
    detention_id = ref(_("Id of the detention."))
    role = like(casework.DetentionRole, "role")

    class Meta(PublicView.Meta):
        db_table = "public_detention_roles"
