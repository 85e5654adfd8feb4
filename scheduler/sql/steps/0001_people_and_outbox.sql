-- Who is told, what waits to be told, and what came of it. No foreign key leads to the calendar's tables: the history
-- of a reminder outlives its event. Instants are UTC text "YYYY-MM-DDTHH:MM:SS.mmmZ", days ISO text, values JSON text.

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    opted_out INTEGER NOT NULL DEFAULT 0,
    -- Opaque, stands in the link by which the person stops messages with one click.
    unsubscribe TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL
);

CREATE INDEX people_by_name ON people (name);

CREATE TABLE addresses (
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    value TEXT NOT NULL,
    phone TEXT,
    place INTEGER NOT NULL,
    -- When the other side said that nobody is reached here any more.
    gone TEXT,
    -- When the person last wrote to us there (the 7-day window of a Zalo Official Account).
    last_interaction TEXT,
    PRIMARY KEY (person, channel, value)
);

CREATE INDEX addresses_by_value ON addresses (channel, value);

CREATE TABLE memberships (
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    group_name TEXT NOT NULL,
    PRIMARY KEY (person, group_name)
);

CREATE TABLE follows (
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (person, kind, name)
);

-- Codes by which somebody who writes to us on Zalo says who they are.
CREATE TABLE registrations (
    code TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    expires TEXT NOT NULL
);

-- One row a telling. `next` is when the row needs a worker: its due time, the time of its next try, or, while it is
-- leased, the end of the lease; a lease that ran out is thus found in the same way as a reminder that came due.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    event TEXT NOT NULL,
    day TEXT NOT NULL,
    rule TEXT NOT NULL,
    person TEXT NOT NULL,
    calendar TEXT NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    due TEXT NOT NULL,
    channels TEXT NOT NULL,
    channel TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    next TEXT NOT NULL,
    lease TEXT NOT NULL DEFAULT '',
    -- When it was first taken in hand: a repeated try says the same words as the first.
    first_taken TEXT,
    unsettled INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    settled TEXT,
    plan TEXT NOT NULL,
    UNIQUE (event, day, rule, person, starts)
);

CREATE INDEX outbox_open ON outbox (channel, next) WHERE state IN ('pending', 'leased');

CREATE INDEX outbox_by_person ON outbox (person, due);

CREATE TABLE attempts (
    telling TEXT NOT NULL,
    number INTEGER NOT NULL,
    channel TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT NOT NULL,
    outcome TEXT NOT NULL,
    answer TEXT NOT NULL,
    worker TEXT NOT NULL
);

CREATE INDEX attempts_by_telling ON attempts (telling);

-- A channel that needs a person, or rests because it is down; no row means that it works.
CREATE TABLE channel_state (
    channel TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    failures INTEGER NOT NULL,
    reason TEXT NOT NULL,
    told TEXT
);

-- What was sent, late, failed and dropped by channel, counted as it happens: in all (month '') and, for what was sent,
-- in each month, since some services have a monthly quota.
CREATE TABLE tallies (
    channel TEXT NOT NULL,
    kind TEXT NOT NULL,
    month TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (channel, kind, month)
);

-- Rotating secrets of a channel. Who renews holds the lease, so that one process renews at a time.
CREATE TABLE channel_tokens (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    changed TEXT NOT NULL,
    lease TEXT NOT NULL DEFAULT '',
    lease_until TEXT NOT NULL DEFAULT ''
);

CREATE TABLE heartbeats (
    worker TEXT PRIMARY KEY,
    host TEXT NOT NULL,
    started TEXT NOT NULL,
    beat TEXT NOT NULL,
    next_due TEXT,
    in_flight INTEGER NOT NULL
);
