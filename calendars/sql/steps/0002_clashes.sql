-- With what an event clashes, as its description was rendered with: JSON rows, null for none. So a change finds those
-- that told of it without reading others. All are rendered anew, since none tells of its clashes yet.
ALTER TABLE events ADD COLUMN clashes_json TEXT;
UPDATE events SET rendered = NULL;
