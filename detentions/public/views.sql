-- The door. What is not named here cannot be reached by a page, the API or a download.
-- Portable SQL: SQLite and PostgreSQL take the same text. One statement a view, in order of use.
-- Keys of child rows are built from public columns: a running number would tell how many exist.

CREATE VIEW public_data_version AS
SELECT v.id, v.number, v.published_at, v.demonstration
FROM detentions_dataversion v;

CREATE VIEW public_changes AS
SELECT c.version || ':' || c.kind || ':' || c.record_id AS id,
       c.version, c.kind, c.record_id, c.action, c.successor_id, c.at
FROM detentions_change c;

CREATE VIEW public_former_slugs AS
SELECT f.kind || ':' || f.digest AS id, f.kind, f.digest, f.record_id
FROM detentions_formerslug f;

CREATE VIEW public_regions AS
SELECT r.id, r.version, r.slug, r.code, r.kind, r.name
FROM detentions_region r;

CREATE VIEW public_region_names AS
SELECT n.region_id || ':' || n.language || ':' || n.name AS id,
       n.region_id, n.name, n.language, n.script, n.key, n.displayed
FROM detentions_regionname n;

CREATE VIEW public_cities AS
SELECT c.id, c.version, c.slug, c.name, c.region_id,
       COALESCE(r.slug, '') AS region_slug, COALESCE(r.code, '') AS region_code,
       COALESCE(r.name, '') AS region_name,
       c.latitude, c.longitude, c.population, c.geonames_id, c.wikidata_id
FROM detentions_city c
LEFT JOIN detentions_region r ON r.id = c.region_id;

CREATE VIEW public_city_names AS
SELECT n.city_id || ':' || n.language || ':' || n.name AS id,
       n.city_id, n.name, n.language, n.script, n.key, n.displayed
FROM detentions_cityname n;

-- An organisation that only a draft or a confidential source names would give that source away.
CREATE VIEW public_organisations AS
SELECT o.id, o.version, o.slug, o.name, o.short_name, o.kind, o.rank, o.counts_towards_headlines,
       o.url
FROM detentions_organisation o
WHERE EXISTS (SELECT 1 FROM detentions_reportedcount c
              WHERE c.organisation_id = o.id AND c.state = 'published')
   OR EXISTS (SELECT 1 FROM detentions_source s
              WHERE s.publisher_id = o.id AND s.state = 'published' AND NOT s.confidential);

-- Names that a view joins in are tied to the row that it is about, though its state is asked below
-- as well: a condition of the reader's own cannot be put to the joined table alone.
-- A confidential source is no record of its own here: what rests on it says so and no more, or its
-- id would tie together all that one person told.
CREATE VIEW public_sources AS
SELECT s.id, s.version, s.title, s.publisher_id,
       CASE s.state WHEN 'published' THEN COALESCE(o.slug, '') END AS publisher_slug,
       CASE s.state WHEN 'published'
            THEN COALESCE(NULLIF(o.short_name, ''), o.name, '') END AS publisher_name,
       s.kind, s.language, s.url, s.archived_url, s.published_on, s.accessed_on,
       (SELECT p.id FROM detentions_source p
        WHERE p.id = s.derived_from_id AND p.state = 'published'
          AND NOT p.confidential) AS derived_from_id,
       COALESCE((SELECT COALESCE(NULLIF(q.short_name, ''), q.name)
                 FROM detentions_source p
                 JOIN detentions_organisation q ON q.id = p.publisher_id
                 WHERE p.id = s.derived_from_id AND p.state = 'published'
                   AND NOT p.confidential), '') AS origin_name
FROM detentions_source s
LEFT JOIN detentions_organisation o ON o.id = s.publisher_id
WHERE s.state = 'published' AND NOT s.confidential;

CREATE VIEW public_event_series AS
SELECT s.id, s.version, s.slug, s.name, s.weekday, s.first_date
FROM detentions_eventseries s;

CREATE VIEW public_printed_ordinals AS
SELECT p.series_id || ':' || p.date || ':' || p.source_id || ':' || p.phrase AS id,
       p.series_id, p.date, p.phrase, p.source_id
FROM detentions_printedordinal p
JOIN detentions_source s ON s.id = p.source_id
WHERE s.state = 'published' AND NOT s.confidential;

CREATE VIEW public_events AS
SELECT e.id, e.version, e.slug, e.name, e.kind, e.authorisation, e.status, e.series_id,
       e.city_id, c.slug AS city_slug, c.name AS city_name,
       c.region_id, COALESCE(g.slug, '') AS region_slug, COALESCE(g.name, '') AS region_name,
       e.place_detail, e.date, e.start_time, e.end_date, e.end_time, e.description
FROM detentions_event e
LEFT JOIN detentions_city c ON c.id = e.city_id
LEFT JOIN detentions_region g ON g.id = c.region_id
WHERE e.state = 'published';

CREATE VIEW public_event_names AS
SELECT n.event_id || ':' || n.language || ':' || n.name AS id,
       n.event_id, n.name, n.language,
       (SELECT s.id FROM detentions_source s
        WHERE s.id = n.source_id AND s.state = 'published' AND NOT s.confidential) AS source_id
FROM detentions_eventname n
JOIN detentions_event e ON e.id = n.event_id
WHERE e.state = 'published';

CREATE VIEW public_event_circumstances AS
SELECT n.event_id || ':' || n.kind || ':' || COALESCE('' || n.start_time, '') || ':' ||
       n.detail AS id,
       n.event_id, n.kind, n.start_time, n.detail
FROM detentions_eventcircumstance n
JOIN detentions_event e ON e.id = n.event_id
WHERE e.state = 'published';

-- Names leave in the form that their publication state allows, and everything that could
-- point at the person leaves only with a public name.
CREATE VIEW public_detainees AS
SELECT d.id, d.version, d.name_publication,
       CASE d.name_publication
            WHEN 'public' THEN d.name
            WHEN 'initials' THEN d.initials
            WHEN 'pseudonym' THEN d.pseudonym
            ELSE '' END AS name,
       CASE d.name_publication WHEN 'public' THEN d.year_of_birth END AS year_of_birth,
       CASE d.name_publication WHEN 'public' THEN d.sex ELSE '' END AS sex,
       CASE d.name_publication WHEN 'public' THEN d.occupation ELSE '' END AS occupation,
       CASE d.name_publication WHEN 'public' THEN d.citizenship ELSE '' END AS citizenship
FROM detentions_detainee d
WHERE EXISTS (SELECT 1 FROM detentions_detention t
              WHERE t.detainee_id = d.id AND t.state = 'published');

CREATE VIEW public_detainee_names AS
SELECT n.detainee_id || ':' || n.name AS id,
       n.detainee_id, n.name, n.language, n.script, n.key
FROM detentions_detaineename n
JOIN detentions_detainee d ON d.id = n.detainee_id
WHERE d.name_publication = 'public'
  AND EXISTS (SELECT 1 FROM detentions_detention t
              WHERE t.detainee_id = d.id AND t.state = 'published');

-- City and detainee are always there; joined this way they cost nothing where nobody asks for them.
CREATE VIEW public_detentions AS
SELECT t.id, t.version, t.detainee_id, d.name_publication,
       CASE d.name_publication
            WHEN 'public' THEN d.name
            WHEN 'initials' THEN d.initials
            WHEN 'pseudonym' THEN d.pseudonym
            ELSE '' END AS detainee_name,
       e.id AS event_id, COALESCE(e.slug, '') AS event_slug, COALESCE(e.name, '') AS event_name,
       t.city_id, c.slug AS city_slug, c.name AS city_name,
       c.region_id, COALESCE(g.slug, '') AS region_slug, COALESCE(g.name, '') AS region_name,
       t.date, t.time, t.precision, t.detained_by, t.force_used,
       COALESCE((SELECT k.kind FROM detentions_custodyevent k WHERE k.detention_id = t.id
                 ORDER BY k.date DESC, k."order" DESC, k.id DESC LIMIT 1), '') AS last_step,
       (SELECT k.date FROM detentions_custodyevent k WHERE k.detention_id = t.id
        ORDER BY k.date DESC, k."order" DESC, k.id DESC LIMIT 1) AS last_step_date
FROM detentions_detention t
LEFT JOIN detentions_city c ON c.id = t.city_id
LEFT JOIN detentions_region g ON g.id = c.region_id
LEFT JOIN detentions_detainee d ON d.id = t.detainee_id
LEFT JOIN detentions_event e ON e.id = t.event_id AND e.state = 'published'
WHERE t.state = 'published';

CREATE VIEW public_detention_roles AS
SELECT r.detention_id || ':' || r.role AS id, r.detention_id, r.role
FROM detentions_detentionrole r
JOIN detentions_detention t ON t.id = r.detention_id
WHERE t.state = 'published';

-- What the tally table counts: no joins for display, so that it stays fast over millions.
CREATE VIEW public_countable AS
SELECT t.id, t.date, t.city_id, t.detainee_id, t.detained_by, d.sex,
       COALESCE((SELECT k.kind FROM detentions_custodyevent k WHERE k.detention_id = t.id
                 ORDER BY k.date DESC, k."order" DESC, k.id DESC LIMIT 1), '') AS last_step
FROM detentions_detention t
JOIN detentions_detainee d ON d.id = t.detainee_id
WHERE t.state = 'published';

-- Words of a source that is not public, or confidential, stay behind with it.
CREATE VIEW public_custody_events AS
SELECT k.detention_id || ':' || k.date || ':' || k."order" || ':' || k.kind AS id,
       k.detention_id, k.kind, k.date, k.time, k."order", k.days, k.amount, k.currency,
       k.article, k.code_edition, s.id AS source_id,
       CASE WHEN s.id IS NULL THEN '' ELSE k.locator END AS locator,
       CASE WHEN s.id IS NULL THEN '' ELSE k.quote END AS quote
FROM detentions_custodyevent k
JOIN detentions_detention t ON t.id = k.detention_id
LEFT JOIN detentions_source s
       ON s.id = k.source_id AND s.state = 'published' AND NOT s.confidential
WHERE t.state = 'published';

-- A citation supports one record, so where that is published its id may be told. The id is that of
-- the citation's own column, which has an index; that of a joined table would be looked for in all.
CREATE VIEW public_citations AS
SELECT CASE WHEN s.confidential THEN '' ELSE n.source_id END || ':' ||
       COALESCE(n.event_id, n.detention_id) || ':' ||
       CASE WHEN s.confidential THEN ''
            ELSE n.locator || ':' || SUBSTR(n.quote, 1, 250) END AS id,
       CASE WHEN s.confidential THEN NULL ELSE n.source_id END AS source_id,
       s.confidential AS source_confidential, n.event_id, n.detention_id,
       CASE WHEN s.confidential THEN '' ELSE n.locator END AS locator,
       CASE WHEN s.confidential THEN '' ELSE n.quote END AS quote,
       CASE WHEN s.confidential THEN NULL ELSE n.accessed_on END AS accessed_on
FROM detentions_citation n
JOIN detentions_source s ON s.id = n.source_id
WHERE s.state = 'published'
  AND (EXISTS (SELECT 1 FROM detentions_event e
               WHERE e.id = n.event_id AND e.state = 'published')
    OR EXISTS (SELECT 1 FROM detentions_detention t
               WHERE t.id = n.detention_id AND t.state = 'published'));

CREATE VIEW public_reported_counts AS
SELECT r.id, r.version,
       r.organisation_id, CASE r.state WHEN 'published' THEN o.slug END AS organisation_slug,
       CASE r.state WHEN 'published'
            THEN COALESCE(NULLIF(o.short_name, ''), o.name) END AS organisation_name,
       o.rank AS organisation_rank, o.counts_towards_headlines,
       CASE WHEN s.confidential THEN NULL ELSE r.source_id END AS source_id,
       s.confidential AS source_confidential,
       CASE WHEN s.confidential THEN '' ELSE s.title END AS source_title,
       CASE WHEN s.confidential THEN '' ELSE s.url END AS source_url,
       CASE WHEN s.confidential THEN ''
            ELSE COALESCE(NULLIF(p.short_name, ''), p.name, '') END AS publisher_name,
       CASE WHEN s.confidential THEN ''
            ELSE COALESCE((SELECT COALESCE(NULLIF(q.short_name, ''), q.name)
                           FROM detentions_source f
                           JOIN detentions_organisation q ON q.id = f.publisher_id
                           WHERE f.id = s.derived_from_id AND f.state = 'published'
                             AND NOT f.confidential), '') END AS origin_name,
       CASE WHEN s.confidential THEN '' ELSE r.locator END AS locator,
       r.date, r.city_id, COALESCE(c.slug, '') AS city_slug, COALESCE(c.name, '') AS city_name,
       c.region_id AS city_region_id, r.region_id,
       COALESCE(g.slug, '') AS region_slug, COALESCE(g.name, '') AS region_name,
       COALESCE(g.kind, '') AS region_kind,
       e.id AS event_id, COALESCE(e.slug, '') AS event_slug, COALESCE(e.name, '') AS event_name,
       COALESCE(e.kind, '') AS event_kind, COALESCE(e.authorisation, '') AS event_authorisation,
       r.measure, r."group", r.qualifier, r.low, r.high,
       CASE WHEN s.confidential THEN '' ELSE r.phrase END AS phrase,
       CASE WHEN s.confidential THEN '' ELSE r.language END AS language,
       r.as_of, r.as_of_precision,
       CASE WHEN s.confidential THEN '' ELSE r.as_of_text END AS as_of_text, r.remark,
       (SELECT x.id FROM detentions_reportedcount x
        WHERE x.id = r.supersedes_id AND x.state = 'published') AS supersedes_id,
       EXISTS (SELECT 1 FROM detentions_reportedcount y
                         WHERE y.supersedes_id = r.id AND y.state = 'published') AS superseded
FROM detentions_reportedcount r
JOIN detentions_organisation o ON o.id = r.organisation_id
JOIN detentions_source s ON s.id = r.source_id AND s.state = 'published'
LEFT JOIN detentions_organisation p ON p.id = s.publisher_id
LEFT JOIN detentions_city c ON c.id = r.city_id
LEFT JOIN detentions_region g ON g.id = r.region_id
LEFT JOIN detentions_event e ON e.id = r.event_id AND e.state = 'published'
WHERE r.state = 'published';

CREATE VIEW public_tallies AS
SELECT t.period || ':' || t.start || ':' || t.city_id || ':' || t.dimension || ':' || t.value AS id,
       t.period, t.start, t.city_id, COALESCE(c.slug, '') AS city_slug, t.dimension, t.value,
       t.detentions, t.people, t.new_people
FROM detentions_tally t
LEFT JOIN detentions_city c ON c.id = t.city_id;
