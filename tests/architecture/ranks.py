"""Who may import whom: the table of the architecture, as data."""

# A module belongs to the longest name here that it starts with.
RANKS = {
    "detentions.sundays": 0,
    "detentions.names": 0,
    "detentions.quantities": 0,
    "detentions.choices": 0,
    "detentions.ids": 0,
    "detentions.custody": 1,
    "detentions.models": 1,
    "detentions.public": 2,
    "detentions.tallies": 3,
    "detentions.records": 3,
    "detentions.changes": 3,
    "detentions.dictionary": 3,
    "detentions.entry": 3,
    "detentions.intake": 4,
    "detentions.demo": 4,
    "detentions.filters": 4,
    "detentions.exports": 4,
    "detentions.charts": 4,
    "detentions.releases": 4,
    "detentions.freshness": 5,
    "detentions.pages": 5,
    "detentions.admin": 5,
    "detentions.management": 5,
    "api": 5,
    "detentions.apps": 6,
    "tracker": 6,
}

# Siblings of one rank do not import each other, but for these.
SIBLINGS = {
    ("detentions.entry", "detentions.tallies"),
    ("detentions.demo", "detentions.intake"),
    ("detentions.pages", "detentions.freshness"),
    ("api", "detentions.freshness"),
}

# Right of the door: these read published rows only and cannot name a casework model.
RIGHT_OF_THE_DOOR = (
    "detentions.tallies",
    "detentions.records",
    "detentions.changes",
    "detentions.filters",
    "detentions.exports",
    "detentions.charts",
    "detentions.releases",
    "detentions.freshness",
    "detentions.pages",
    "api",
)

# The counting keeps its own table, which holds numbers only.
OWN_TABLES = {("detentions.tallies", "detentions_tally")}

# Rules without a database, so that each is tested alone.
WITHOUT_DJANGO = ("detentions.sundays", "detentions.names", "detentions.quantities")

# Packages named in the table whose modules are no part of the program's ranks.
NOT_RANKED = ("detentions.migrations",)

# From this rank on a module may know that there are requests.
FIRST_WITH_REQUESTS = 5
OF_REQUESTS = ("django.http", "django.shortcuts", "django.urls", "django.views")


def home(module: str) -> str | None:
    """Return the entry of the table that a module belongs to; None when it has none."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        if (name := ".".join(parts[:length])) in RANKS:
            return name
    return None
