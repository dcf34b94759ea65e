"""Who may import whom: the table of the architecture, as data."""

# A module belongs to the longest name here that it starts with.
RANKS = {
    "detentions.sundays": 0,
    "detentions.names": 0,
    "detentions.quantities": 0,
    "detentions.choices": 0,
    "detentions.ids": 0,
    "detentions.problem_details": 0,
    "detentions.custody": 1,
    "detentions.wording": 1,
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

# Tables that nothing right of the door may name, however the statement is written. Each kept
# history is one more, `historical` before the name. A test compares this with the models.
CASEWORK_TABLES = (
    "batchrecord",
    "change",
    "citation",
    "city",
    "cityname",
    "custodyevent",
    "dataversion",
    "detainee",
    "detaineename",
    "detention",
    "detentionrole",
    "event",
    "eventcircumstance",
    "eventname",
    "eventseries",
    "formerslug",
    "intakebatch",
    "organisation",
    "printedordinal",
    "region",
    "regionname",
    "reportedcount",
    "source",
    "tally",
)

# What writes casework. Right of the door it could be asked to, or to tell what it has read.
LEFT_OF_THE_DOOR = ("detentions.entry", "detentions.intake", "detentions.demo")

# Right of the door, but on the staff's connection, each with its reason.
ON_THE_STAFF_CONNECTION = {
    "detentions.tallies.table": "writes its own table, within the transaction that entry opened",
}

# The only writers of the database; the counting writes its own table, which holds numbers only.
WRITERS = ("detentions.entry", "detentions.tallies.table", "detentions.migrations")

# Single writes beside them, as (module, what is called), each with its reason.
WRITES_BESIDE_ENTRY = {
    ("detentions.management.preparation", "user.save"): (
        "the first staff account is a User, no casework, and nobody is there yet to enter it"
    ),
}

# Rules without a database, so that each is tested alone.
WITHOUT_DJANGO = (
    *("detentions.sundays", "detentions.names", "detentions.quantities"),
    "detentions.problem_details",
)

# What is answered or refused in English alone, each with its reason.
IN_ENGLISH = {
    "api": "programs read it, and whoever writes them searches for the sentence",
    "tracker": "a setting is refused before any language is known",
}
TEMPLATES_IN_ENGLISH = "templates/api/"

# Packages named in the table whose modules are no part of the program's ranks.
NOT_RANKED = ("detentions.migrations",)

# From this rank on a module may know that there are requests.
FIRST_WITH_REQUESTS = 5
OF_REQUESTS = ("django.http", "django.shortcuts", "django.urls", "django.views")

# From this rank on a module may ask what day it is. Below it is told, so that an answer depends
# on what was asked alone; but whoever writes names the moment of the write.
FIRST_WITH_A_CLOCK = 5
NAME_THE_MOMENT = ("detentions.entry",)


def home(module: str) -> str | None:
    """Return the entry of the table that a module belongs to; None when it has none."""
    parts = module.split(".")
    for length in range(len(parts), 0, -1):
        if (name := ".".join(parts[:length])) in RANKS:
            return name
    return None
