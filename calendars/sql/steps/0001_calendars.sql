-- What is on the calendar, from the first version on.
-- Instants are text in UTC ("2023-11-01T07:30:00.000Z"), days are ISO text, values are JSON text. BYTEA is PostgreSQL's
-- word for bytes; SQLite keeps bytes as they are under any type name.

CREATE TABLE calendars (
    slug TEXT PRIMARY KEY,
    -- version rises with each change of an event: with it a feed knows that it is unchanged without reading one
    version BIGINT NOT NULL DEFAULT 0,
    changed TEXT NOT NULL,
    color TEXT
);

CREATE TABLE documents (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    pages BIGINT,
    received TEXT NOT NULL,
    content BYTEA NOT NULL
);

CREATE TABLE events (
    calendar TEXT NOT NULL REFERENCES calendars (slug),
    uid TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    title TEXT NOT NULL,
    category TEXT NOT NULL,
    status TEXT NOT NULL,
    when_json TEXT NOT NULL,
    location TEXT,
    chair TEXT,
    attendees TEXT,
    prepared_by TEXT,
    note TEXT,
    -- origin, overrides, confidence, issues, groups
    details_json TEXT NOT NULL,
    created TEXT NOT NULL,
    revised TEXT NOT NULL,
    -- the days that it can touch; both null where the time is still open
    first_day TEXT,
    last_day TEXT,
    -- 1 where it can touch more than a month: few do, and so the others are found by their first day alone
    lasting BIGINT NOT NULL,
    origin_document TEXT,
    origin_number TEXT,
    -- the VEVENTs of this event, null until rendered
    rendered BYTEA,
    PRIMARY KEY (calendar, uid)
);

CREATE INDEX events_by_extent ON events (lasting, first_day, last_day);
CREATE INDEX events_by_uid ON events (uid);
CREATE INDEX events_undated ON events (calendar) WHERE first_day IS NULL;
CREATE INDEX events_unrendered ON events (calendar) WHERE rendered IS NULL;
CREATE INDEX events_by_number ON events (origin_number) WHERE origin_number IS NOT NULL;

CREATE TABLE counters (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO counters (name, value) VALUES ('release', 0);
INSERT INTO counters (name, value) VALUES ('proposal', 0);

CREATE TABLE releases (
    number BIGINT PRIMARY KEY,
    calendar TEXT NOT NULL REFERENCES calendars (slug),
    -- null for a change by hand
    document TEXT REFERENCES documents (sha256),
    programme_json TEXT,
    state TEXT NOT NULL,
    made TEXT NOT NULL,
    approved_by TEXT,
    changes_json TEXT NOT NULL,
    undoes BIGINT REFERENCES releases (number)
);

CREATE INDEX releases_by_document ON releases (calendar, document);
CREATE INDEX releases_by_time ON releases (calendar, made);

-- Every past and present state of every event: what a release found and what it left.
CREATE TABLE event_versions (
    release BIGINT NOT NULL REFERENCES releases (number),
    calendar TEXT NOT NULL,
    uid TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    before_json TEXT,
    after_json TEXT,
    PRIMARY KEY (release, calendar, uid)
);

CREATE INDEX event_versions_by_uid ON event_versions (uid, release);

-- What waits for a person: entries in doubt, or all of a document under review = "required".
CREATE TABLE proposals (
    number BIGINT PRIMARY KEY,
    calendar TEXT NOT NULL REFERENCES calendars (slug),
    document TEXT REFERENCES documents (sha256),
    programme_json TEXT NOT NULL,
    reason TEXT NOT NULL,
    candidates_json TEXT NOT NULL,
    state TEXT NOT NULL,
    made TEXT NOT NULL,
    settled TEXT,
    settled_by TEXT,
    release BIGINT REFERENCES releases (number)
);

CREATE INDEX proposals_waiting ON proposals (calendar, number) WHERE state = 'waiting';
