"""The vocabularies of the records, each in one place.

The terms are those of the field: HURIDOCS Events, ACLED, Security Force Monitor and the
US Press Freedom Tracker. Values are what the API prints and never change meaning.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PublicationState(TextChoices):
    """Where a record stands between its entry and the public."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


class RegionKind(TextChoices):
    """What sort of area a region is; only regions of the country take part in sums."""

    REGION = "region", _("region of the country")
    AREA = "area", _("other area that sources count over")


class OrganisationKind(TextChoices):
    """What sort of body counts or publishes."""

    RIGHTS_GROUP = "rights_group", _("rights group")
    MINISTRY = "ministry", _("ministry")
    POLICE = "police", _("police")
    NEWSROOM = "newsroom", _("newsroom")
    COURT = "court", _("court")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not stated")


class SourceKind(TextChoices):
    """What sort of document a source is."""

    ARTICLE = "article", _("news article")
    AGENCY = "agency", _("agency report")
    CHANNEL_POST = "channel_post", _("post in a channel")
    STATEMENT = "statement", _("official statement")
    LIST = "list", _("list of names")
    DATASET = "dataset", _("data set")
    DOCUMENT = "document", _("court or police document")
    TESTIMONY = "testimony", _("testimony")
    OTHER = "other", _("other")


class EventKind(TextChoices):
    """What sort of gathering an event was."""

    MARCH = "march", _("march")
    RALLY = "rally", _("rally")
    WOMENS_MARCH = "womens_march", _("women's march")
    PENSIONERS_MARCH = "pensioners_march", _("pensioners' march")
    SOLIDARITY_CHAIN = "solidarity_chain", _("solidarity chain")
    PICKET = "picket", _("picket")
    STRIKE = "strike", _("strike")
    OTHER = "other", _("other")


class Authorisation(TextChoices):
    """Whether the authorities had allowed an event."""

    AUTHORISED = "authorised", _("authorised")
    NOT_AUTHORISED = "not_authorised", _("not authorised")
    UNKNOWN = "unknown", _("unknown")


class EventStatus(TextChoices):
    """What became of an event; empty where nobody recorded it."""

    ANNOUNCED = "announced", _("announced")
    HELD = "held", _("took place")
    DISPERSED = "dispersed", _("dispersed by force")
    PREVENTED = "prevented", _("prevented by the authorities")
    CANCELLED = "cancelled", _("called off by the organisers")


class CircumstanceKind(TextChoices):
    """What the authorities did around an event."""

    INTERNET_RESTRICTED = "internet_restricted", _("internet restricted")
    METRO_CLOSED = "metro_closed", _("metro stations closed")
    STREETS_BLOCKED = "streets_blocked", _("streets blocked")
    AREA_CORDONED = "area_cordoned", _("area cordoned off")
    GATHERING_PREVENTED = "gathering_prevented", _("gathering prevented")
    FORCE_USED = "force_used", _("force used")
    OTHER = "other", _("other")


class NamePublication(TextChoices):
    """In which form a detainee's name leaves the casework."""

    PUBLIC = "public", _("public")
    INITIALS = "initials", _("initials")
    PSEUDONYM = "pseudonym", _("pseudonym")
    WITHHELD = "withheld", _("withheld")


class Sex(TextChoices):
    """Sex as reported."""

    FEMALE = "female", _("female")
    MALE = "male", _("male")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("unknown")


class DetainedBy(TextChoices):
    """Who carried out a detention."""

    RIOT_POLICE = "riot_police", _("riot police")
    PLAINCLOTHES = "plainclothes", _("men in plain clothes")
    POLICE = "police", _("police")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("unknown")


class Force(TextChoices):
    """Whether force was used at a detention."""

    YES = "yes", _("force used")
    NO = "no", _("no force")
    UNKNOWN = "unknown", _("unknown")


class Role(TextChoices):
    """What a person was at the time of a detention; one person may be several."""

    JOURNALIST = "journalist", _("journalist")
    MEDICAL_WORKER = "medical_worker", _("medical worker")
    STUDENT = "student", _("student")
    MINOR = "minor", _("minor")
    PENSIONER = "pensioner", _("pensioner")
    BYSTANDER = "bystander", _("bystander")
    LAWYER = "lawyer", _("lawyer")
    ACTIVIST = "activist", _("activist")
    ATHLETE = "athlete", _("athlete")


class Group(TextChoices):
    """The people a reported count is about."""

    EVERYONE = "everyone", _("everyone")
    JOURNALISTS = "journalists", _("journalists")
    MEDICAL_WORKERS = "medical_workers", _("medical workers")
    STUDENTS = "students", _("students")
    MINORS = "minors", _("minors")
    WOMEN = "women", _("women")
    PENSIONERS = "pensioners", _("pensioners")
    LAWYERS = "lawyers", _("lawyers")
    OTHER = "other", _("other")


# Which documented detentions stand against a reported group; women are counted by sex.
ROLE_OF_GROUP: dict[str, str] = {
    Group.JOURNALISTS: Role.JOURNALIST,
    Group.MEDICAL_WORKERS: Role.MEDICAL_WORKER,
    Group.STUDENTS: Role.STUDENT,
    Group.MINORS: Role.MINOR,
    Group.PENSIONERS: Role.PENSIONER,
    Group.LAWYERS: Role.LAWYER,
}


class Measure(TextChoices):
    """What a reported count counts; measures are never mixed."""

    DETAINED = "detained", _("detained")
    NAMES_ON_LIST = "names_on_list", _("names on list")
    HELD_PENDING_COURT = "held_pending_court", _("held pending court")
    RELEASED = "released", _("released")
    FINED = "fined", _("fined")
    ADMINISTRATIVE_ARREST = "administrative_arrest", _("administrative arrest")
    IN_CUSTODY = "in_custody", _("in custody")
    PARTICIPANTS = "participants", _("participants")


class Qualifier(TextChoices):
    """The hedge under which a figure was printed."""

    EXACTLY = "exactly", _("exactly")
    AT_LEAST = "at_least", _("at least")
    MORE_THAN = "more_than", _("more than")
    ABOUT = "about", _("about")
    BETWEEN = "between", _("between")
    UNQUANTIFIED = "unquantified", _("unquantified")
    NONE_REPORTED = "none_reported", _("none reported")


class CustodyKind(TextChoices):
    """A dated step of one detention."""

    HELD = "held", _("held")
    TRANSFERRED = "transferred", _("transferred")
    RELEASED = "released", _("released")
    RELEASED_PENDING_TRIAL = "released_pending_trial", _("released pending trial")
    TRIED = "tried", _("tried")
    FINED = "fined", _("fined")
    ADMINISTRATIVE_ARREST = "administrative_arrest", _("administrative arrest")
    CHARGED = "charged", _("charged")
    SENTENCED = "sentenced", _("sentenced")
    HOSPITALISED = "hospitalised", _("hospitalised")
    UNKNOWN = "unknown", _("unknown")


# Steps after which the person's fate is still open: after 72 hours without another step
# the public reads "status unknown since", never "detained" (domain.md, CustodyEvent).
OPEN_STEPS: frozenset[str] = frozenset(
    {"", CustodyKind.HELD, CustodyKind.TRANSFERRED, CustodyKind.HOSPITALISED, CustodyKind.UNKNOWN}
)
OPEN_FOR_DAYS = 3


class Precision(TextChoices):
    """How exactly a moment is known."""

    MINUTE = "minute", _("to the minute")
    ABOUT = "about", _("about that time")
    PART_OF_DAY = "part_of_day", _("part of the day")
    DAY = "day", _("day")
    ABOUT_DAY = "about_day", _("about that day")
    UNKNOWN = "unknown", _("not stated")


class ChangeAction(TextChoices):
    """What happened to a public record."""

    CREATED = "created", _("created")
    UPDATED = "updated", _("updated")
    WITHDRAWN = "withdrawn", _("withdrawn")
    MERGED = "merged", _("merged")


class IntakeKind(TextChoices):
    """What a file brought in by intake holds."""

    COUNTS = "counts", _("counts")
    EVENTS = "events", _("events")
    CITIES = "cities", _("cities")
    DETENTIONS = "detentions", _("detentions")
    SOURCES = "sources", _("sources")


class Script(TextChoices):
    """ISO 15924 codes of the scripts that names are kept in."""

    LATIN = "Latn", _("Latin")
    CYRILLIC = "Cyrl", _("Cyrillic")
    OTHER = "Zyyy", _("other")


# ISO 3166-1 alpha-2: the officially assigned codes. They change about once in ten years.
_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV "
    "SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW"
)
COUNTRIES: frozenset[str] = frozenset(_COUNTRIES.split())
