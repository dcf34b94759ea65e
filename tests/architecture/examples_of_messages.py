"""Sentences that nothing translates, and lines that only look so."""

# rule, file, content, and the breach that must be named
UNMARKED = [
    ("sentences_are_marked", path, content, "not marked for translation")
    for path, content in (
        ("detentions/entry/parts.py", "raise NotAllowedError('You may not.')"),
        ("detentions/entry/parts.py", "raise NotAllowedError(f'{who} may not.')"),
        ("detentions/entry/parts.py", "raise NotAllowedError('%s may not.' % who)"),
        ("detentions/entry/parts.py", "raise NotAllowedError('{} may not.'.format(who))"),
        ("detentions/entry/parts.py", "raise NotAllowedError(who + ' may not.')"),
        ("detentions/entry/parts.py", "why = 'You may not.'\nraise NotAllowedError(why)"),
        ("detentions/models/events.py", "raise ValidationError(['No end.', _('No day.')])"),
        ("detentions/models/events.py", "Field(help_text='The day.')"),
        ("detentions/models/events.py", "class Meta:\n    verbose_name = 'event'"),
        ("detentions/intake/count_rows.py", "raise errors.UnusableError('No file.')"),
        ("detentions/intake/count_rows.py", "cells.refuse('url', url, 'no source')"),
        ("detentions/admin/counts.py", "self.add_error('phrase', 'Write a number.')"),
        ("detentions/admin/counts.py", "messages.success(request, 'It is done.')"),
        ("detentions/admin/counts.py", "self.message_user(request, f'{number} done')"),
        ("detentions/admin/counts.py", "@admin.display(description='figure')\ndef _f(): ..."),
        ("detentions/pages/lists.py", "raise Http404('No such page.' if late else _('No.'))"),
        ("detentions/management/commands/x.py", "self.stdout.write('Done.')"),
        ("detentions/management/commands/x.py", "parser.add_argument('file', help='the file')"),
        ("detentions/public/install.py", "raise NotSupportedError('Not on SQLite.')"),
    )
]

# file, content
MARKED = [
    ("detentions/entry/parts.py", "raise TypeError('Only for programmers.')"),
    ("detentions/entry/parts.py", "raise NotAllowedError(_('%s may not.') % who)"),
    ("detentions/entry/parts.py", "raise NotAllowedError(sentence)"),
    ("detentions/entry/parts.py", "why = _('You may not.')\nraise NotAllowedError(why)"),
    ("detentions/intake/count_rows.py", "cells.refuse('url', 'as printed', _('no source'))"),
    ("detentions/admin/counts.py", "self.add_error('phrase', wording.why(refusal))"),
    ("detentions/pages/lists.py", "NAME = 'by'\nraise Refused(NAME, _('No.'))"),
    ("detentions/management/commands/x.py", "self.stdout.write(f'{statement};')"),
    ("detentions/quantities/reading.py", "raise Refused(Reason.MINUS, sign='-')"),
    ("api/views.py", "raise ParseError('Programs read this.')"),
    ("tracker/env.py", "raise ImproperlyConfigured('No key.')"),
]

# template, and what must be named
UNTRANSLATED = [
    ("<p>Sundays</p>", "Sundays"),
    ('{% load i18n %}<p>{% translate "All" %}\n of {{ n }} Sundays</p>', "of Sundays"),
    ('<a href="{% url "x" %}" title="The day">1</a>', "The day"),
    ('<img alt="Map of {{ city }}">', "Map of"),
    ('<input type="submit" value="Search">', "Search"),
    ('<meta name="description" content="Counts of people">', "Counts of people"),
    ('<p>{{ name|default:"unknown" }}</p>', "unknown"),
    ("<p>{{ name|default:'unknown' }}</p>", "unknown"),
    ('<p>{{ late|yesno:"late,early" }}</p>', "late,early"),
    ("<p>{{ n }}{{ n|pluralize }}</p>", "pluralize"),
    ('{% include "a.html" with title="The day" %}', "The day"),
    ("{% blocktranslate %}All{% endblocktranslate %} Sundays", "Sundays"),
    ("{% if a %}Сёння{% endif %}", "Сёння"),
]

TRANSLATED = [
    '{% load i18n %}<p title="{% translate "The day" %}">{% translate "All" %}: {{ n }}</p>',
    "{% blocktranslate count n=n %}\none\n{% plural %}{{ n }} <b>all</b>{% endblocktranslate %}",
    "{# a remark #}{% comment %}a remark{% endcomment %}<!-- a remark -->",
    '<q lang="be">больш за 500</q> CSV · JSON–×',
    '<a href="{{ page|add:"?month=may" }}#figures" class="small quiet">{{ n|default:"–" }}</a>',
    "<script>const day = 1;</script><style>p { color: red }</style><code>low</code>",
]
