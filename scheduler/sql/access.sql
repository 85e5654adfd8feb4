-- Accounts, sessions, tokens and the audit log.

-- name: count_administrators
SELECT count(*) FROM accounts WHERE role = 'administrator' AND disabled = 0 AND password <> ''

-- name: account
SELECT id, login, name, role, disabled, password FROM accounts WHERE id = :id

-- name: account_by_login
SELECT id, login, name, role, disabled, password FROM accounts WHERE login = :login

-- name: accounts
SELECT id, login, name, role, disabled, password FROM accounts ORDER BY name, login

-- name: add_account
INSERT INTO accounts (id, login, name, role, password, created)
VALUES (:id, :login, :name, :role, :password, :created)

-- name: set_password
UPDATE accounts SET password = :password WHERE id = :id

-- name: set_account
UPDATE accounts SET name = :name, role = :role, disabled = :disabled WHERE id = :id

-- name: add_session
INSERT INTO sessions (digest, account, created, expires) VALUES (:digest, :account, :created, :expires)

-- name: session
SELECT s.expires, s.created, a.id, a.login, a.name, a.role, a.disabled, a.password
FROM sessions s JOIN accounts a ON a.id = s.account
WHERE s.digest = :digest AND s.expires > :now

-- name: renew_session
UPDATE sessions SET expires = :expires WHERE digest = :digest

-- name: end_session
DELETE FROM sessions WHERE digest = :digest

-- name: end_sessions_of
DELETE FROM sessions WHERE account = :account

-- name: forget_sessions
DELETE FROM sessions WHERE expires <= :now

-- name: add_failure
INSERT INTO login_failures (key, at) VALUES (:key, :at)

-- name: failures_since
SELECT count(*), max(at) FROM login_failures WHERE key = :key AND at > :since

-- name: forget_failures
DELETE FROM login_failures WHERE at <= :until

-- name: forget_failures_of
DELETE FROM login_failures WHERE key = :key

-- name: add_link
INSERT INTO one_time_links (digest, account, expires) VALUES (:digest, :account, :expires)

-- name: link
SELECT account FROM one_time_links WHERE digest = :digest AND expires > :now

-- name: use_link
DELETE FROM one_time_links WHERE digest = :digest AND expires > :now RETURNING account

-- name: forget_links
DELETE FROM one_time_links WHERE expires <= :now

-- name: forget_first_links
DELETE FROM one_time_links WHERE account IS NULL

-- name: forget_links_of
DELETE FROM one_time_links WHERE account = :account

-- name: add_api_token
INSERT INTO api_tokens (digest, id, account, name, created, scope, expires)
VALUES (:digest, :id, :account, :name, :created, :scope, :expires)

-- name: holder_of_api_token
SELECT t.digest, t.scope, a.id, a.login, a.name, a.role, a.disabled, a.password
FROM api_tokens t JOIN accounts a ON a.id = t.account
WHERE t.digest = :digest AND a.disabled = 0 AND (t.expires IS NULL OR t.expires > :now)

-- name: api_tokens_of
SELECT id, name, created, scope, expires FROM api_tokens WHERE account = :account ORDER BY created

-- name: remove_api_token
DELETE FROM api_tokens WHERE id = :id AND account = :account RETURNING id

-- name: add_feed_token
INSERT INTO feed_tokens (digest, id, account, person, calendars, name, created)
VALUES (:digest, :id, :account, :person, :calendars, :name, :created)

-- name: feed_token
SELECT id, account, person, calendars, name, created, revoked, digest FROM feed_tokens WHERE digest = :digest

-- name: feed_tokens_of_account
SELECT id, account, person, calendars, name, created, revoked FROM feed_tokens WHERE account = :owner ORDER BY created

-- name: feed_tokens_of_person
SELECT id, account, person, calendars, name, created, revoked FROM feed_tokens WHERE person = :owner ORDER BY created

-- name: revoke_feed_token
UPDATE feed_tokens SET revoked = :at WHERE id = :id AND revoked IS NULL AND (account = :owner OR person = :owner)
RETURNING id

-- name: add_audit
INSERT INTO audit (id, at, who, did, subject, source) VALUES (:id, :at, :who, :did, :subject, :source)

-- name: audit
SELECT at, who, did, subject, source FROM audit ORDER BY at DESC, id DESC LIMIT :count

-- name: secret
SELECT value FROM site_secrets WHERE name = :name

-- name: keep_secret
INSERT INTO site_secrets (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING
