"""What filters mean that are named like no key of a record, or mean more than it."""

from django.utils.translation import gettext_lazy as _

CHANGED_AFTER = _("Only what changed after this data version: how partners keep up.")
SUNDAY = _("On this Sunday itself, not in the week that ends with it.")
ROLE = _("Only people who were this at the time; one person may be several.")
COUNTED_REGION = _("The region that was counted as such; figures for its cities are not in it.")
SOURCE = _("Only what this source supports.")
