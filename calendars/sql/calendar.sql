-- Calendars, documents and events. Parameters that may be null are cast, since PostgreSQL wants their type.

-- The update changes nothing but takes the row, so that on PostgreSQL one import waits for the other before it looks.
-- name: open_calendar
INSERT INTO calendars (slug, version, changed) VALUES (:slug, 0, :changed)
ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug

-- name: calendars
SELECT slug, version, changed, renderings FROM calendars ORDER BY slug

-- name: calendar
SELECT slug, version, changed, renderings FROM calendars WHERE slug = :slug

-- A change of events takes the calendar's row first, so that two writers on PostgreSQL follow one another.
-- name: touch_calendar
UPDATE calendars SET version = version + 1, changed = :changed WHERE slug = :slug RETURNING version

-- name: keep_document
INSERT INTO documents (sha256, name, media_type, pages, received, content)
VALUES (:sha256, :name, :media_type, :pages, :received, :content)
ON CONFLICT (sha256) DO NOTHING RETURNING sha256

-- name: document
SELECT sha256, name, media_type, pages, received, content FROM documents WHERE sha256 = :sha256

-- name: documents
SELECT sha256, name, media_type, pages, received FROM documents ORDER BY received DESC, name

-- name: keep_event
INSERT INTO events (calendar, uid, sequence, title, category, status, when_json, location, chair, attendees,
    prepared_by, note, details_json, created, revised, first_day, last_day, lasting, origin_document, origin_number,
    rendered)
VALUES (:calendar, :uid, :sequence, :title, :category, :status, :when_json, :location, :chair, :attendees,
    :prepared_by, :note, :details_json, :created, :revised, :first_day, :last_day, :lasting, :origin_document,
    :origin_number, NULL)
ON CONFLICT (calendar, uid) DO UPDATE SET sequence = excluded.sequence, title = excluded.title,
    category = excluded.category, status = excluded.status, when_json = excluded.when_json,
    location = excluded.location, chair = excluded.chair, attendees = excluded.attendees,
    prepared_by = excluded.prepared_by, note = excluded.note, details_json = excluded.details_json,
    created = excluded.created, revised = excluded.revised, first_day = excluded.first_day,
    last_day = excluded.last_day, lasting = excluded.lasting, origin_document = excluded.origin_document,
    origin_number = excluded.origin_number, rendered = NULL

-- name: remove_event
DELETE FROM events WHERE calendar = :calendar AND uid = :uid

-- name: event
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events WHERE uid = :uid AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)
ORDER BY calendar LIMIT 1

-- name: uids_beginning_with
SELECT DISTINCT uid FROM events WHERE uid >= :beginning AND uid < :beyond ORDER BY uid LIMIT 2

-- name: events
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events WHERE CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar
ORDER BY first_day, uid

-- Short events begin at most a month before the window (:reach), so an index range finds them; the few lasting ones
-- are looked through.
-- name: events_between
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events
WHERE lasting = 0 AND first_day BETWEEN :reach AND :last AND last_day >= :first
    AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)
    AND (CAST(:category AS TEXT) IS NULL OR category = :category)
    AND (CAST(:status AS TEXT) IS NULL OR status = :status)
UNION ALL
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events
WHERE lasting = 1 AND first_day <= :last AND last_day >= :first
    AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)
    AND (CAST(:category AS TEXT) IS NULL OR category = :category)
    AND (CAST(:status AS TEXT) IS NULL OR status = :status)

-- Who may clash is looked for on many days at once: the short meetings by each run of days, the lasting ones once.
-- name: short_meetings
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events
WHERE lasting = 0 AND first_day BETWEEN :reach AND :last AND last_day >= :first
    AND calendar = :calendar AND category = 'meeting' AND status <> 'cancelled'

-- name: lasting_meetings
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events
WHERE lasting = 1 AND first_day <= :last AND last_day >= :first
    AND calendar = :calendar AND category = 'meeting' AND status <> 'cancelled'

-- name: undated_events
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events WHERE first_day IS NULL AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)
ORDER BY uid

-- name: events_of_document
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events WHERE calendar = :calendar AND origin_document = :document
ORDER BY first_day, uid

-- name: events_of_number
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events WHERE calendar = :calendar AND origin_number = :number
ORDER BY first_day, uid

-- name: first_days
SELECT min(first_day), max(first_day) FROM events
WHERE first_day IS NOT NULL AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)

-- name: busy_years
SELECT DISTINCT substr(first_day, 1, 4) FROM events
WHERE first_day IS NOT NULL AND (CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar)
    AND substr(first_day, 6, 2) = :month
ORDER BY 1

-- name: count_events
SELECT count(*) FROM events WHERE CAST(:calendar AS TEXT) IS NULL OR calendar = :calendar

-- name: unrendered_events
SELECT calendar, uid, sequence, title, category, status, when_json, location, chair, attendees, prepared_by, note,
    details_json, created, revised
FROM events WHERE rendered IS NULL AND calendar = :calendar

-- name: next_rendering
UPDATE calendars SET renderings = renderings + 1 WHERE slug = :calendar RETURNING renderings

-- name: set_rendered
UPDATE events SET rendered = :rendered, clashes_json = :clashes_json, rendering = :rendering
WHERE calendar = :calendar AND uid = :uid AND sequence = :sequence

-- name: clashes
SELECT clashes_json FROM events WHERE calendar = :calendar AND uid = :uid AND clashes_json IS NOT NULL

-- name: forget_event
UPDATE events SET rendered = NULL WHERE calendar = :calendar AND uid = :uid

-- name: forget_rendered
UPDATE events SET rendered = NULL WHERE calendar = :calendar

-- name: rendered_events
SELECT uid, rendered, first_day, last_day, category, status, clashes_json,
    CASE WHEN details_json LIKE :pattern OR first_day IS NULL THEN details_json END
FROM events WHERE calendar = :calendar AND rendering > :mark AND rendered IS NOT NULL

-- name: count_in_calendar
SELECT count(*) FROM events WHERE calendar = :calendar
