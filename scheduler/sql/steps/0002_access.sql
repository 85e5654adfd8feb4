-- Who may do what on the pages, and what was done there. Tokens are kept as digests alone. Instants are UTC text
-- "YYYY-MM-DDTHH:MM:SS.mmmZ".

CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    -- Argon2's own text; empty until the person has chosen a password by a one-time link.
    password TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    created TEXT NOT NULL
);

CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    created TEXT NOT NULL,
    expires TEXT NOT NULL
);

CREATE INDEX sessions_by_account ON sessions (account);

-- Failed tries to log in, by login and by the address they came from.
CREATE TABLE login_failures (
    key TEXT NOT NULL,
    at TEXT NOT NULL
);

CREATE INDEX login_failures_by_key ON login_failures (key, at);

-- Links that are good once: to make the first administrator (account null), or to choose a password.
CREATE TABLE one_time_links (
    digest TEXT PRIMARY KEY,
    account TEXT REFERENCES accounts (id) ON DELETE CASCADE,
    expires TEXT NOT NULL
);

CREATE TABLE api_tokens (
    digest TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created TEXT NOT NULL
);

-- Personal feeds: of an account, with the calendars it chose, or of a person, with what that person follows.
CREATE TABLE feed_tokens (
    digest TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT,
    person TEXT,
    calendars TEXT NOT NULL,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    revoked TEXT
);

CREATE INDEX feed_tokens_by_account ON feed_tokens (account);
CREATE INDEX feed_tokens_by_person ON feed_tokens (person);

CREATE TABLE audit (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    did TEXT NOT NULL,
    subject TEXT NOT NULL,
    source TEXT NOT NULL
);

CREATE INDEX audit_by_time ON audit (at);

-- What an installation makes up for itself where the configuration gives none, such as the key of its cookies.
CREATE TABLE site_secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Documents that were read on the pages and wait to be corrected and released. version rises with each correction, so
-- that of two people the second sees what the first has changed.
CREATE TABLE drafts (
    id TEXT PRIMARY KEY,
    calendar TEXT NOT NULL,
    name TEXT NOT NULL,
    content BYTEA NOT NULL,
    document_json TEXT NOT NULL,
    programme_json TEXT NOT NULL,
    answers_json TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    made TEXT NOT NULL,
    made_by TEXT NOT NULL,
    changed TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    release BIGINT
);

CREATE INDEX drafts_by_state ON drafts (state, made);
