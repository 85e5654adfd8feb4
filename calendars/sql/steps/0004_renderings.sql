-- When each event was rendered, as a number that rises within its calendar, so that a process that holds the rendered
-- bytes reads only those that are newer. The calendar's row is locked while its number rises: lower numbers are never
-- committed after higher ones.
ALTER TABLE calendars ADD COLUMN renderings BIGINT NOT NULL DEFAULT 0;
ALTER TABLE events ADD COLUMN rendering BIGINT NOT NULL DEFAULT 0;
CREATE INDEX events_by_rendering ON events (calendar, rendering);
-- SQLite would otherwise look for what is not rendered yet among all events of the calendar, by the index above.
DROP INDEX events_unrendered;
CREATE INDEX events_unrendered ON events (calendar, uid) WHERE rendered IS NULL;
