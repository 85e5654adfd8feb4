-- Which calendar programs fetch which feed, counted in memory and written a minute at a time. feed is "calendar:SLUG" or
-- "token:ID" of a personal feed; client is a program's name without version or address, so that it names nobody.

CREATE TABLE feed_clients (
    feed TEXT NOT NULL,
    client TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (feed, client)
);

-- What was done last for the installation's care, such as 'backup'.
CREATE TABLE care (
    name TEXT PRIMARY KEY,
    at TEXT NOT NULL
);

CREATE INDEX audit_by_who ON audit (who);
