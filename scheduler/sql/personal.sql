-- What is kept of one person, table by table: read for them, or taken out. :person is an id of people, :account one of
-- accounts; :alias stands in their place afterwards.

-- name: person_row
SELECT id, name, opted_out, unsubscribe, created FROM people WHERE id = :person

-- name: person_addresses
SELECT channel, value, phone, gone, last_interaction FROM addresses WHERE person = :person ORDER BY place

-- name: person_memberships
SELECT group_name FROM memberships WHERE person = :person ORDER BY group_name

-- name: person_follows
SELECT kind, name FROM follows WHERE person = :person ORDER BY kind, name

-- name: person_registrations
SELECT code, expires FROM registrations WHERE person = :person ORDER BY expires

-- name: person_messages
SELECT id, purpose, event, day, rule, calendar, due, channels, channel, body, state, tries, reason, settled FROM outbox
WHERE person = :person ORDER BY due, id

-- name: person_attempts
SELECT attempts.telling, attempts.number, attempts.channel, attempts.started, attempts.ended, attempts.outcome,
    attempts.answer
FROM attempts JOIN outbox ON outbox.id = attempts.telling WHERE outbox.person = :person
ORDER BY attempts.started, attempts.number

-- name: person_feeds
SELECT id, name, calendars, created, revoked FROM feed_tokens WHERE person = :person OR account = :account
ORDER BY created

-- name: clients_of_feed
SELECT client, first_seen, last_seen, count FROM feed_clients WHERE feed = :feed ORDER BY client

-- name: account_row
SELECT id, login, name, role, disabled, created FROM accounts WHERE id = :account

-- name: account_by_name
SELECT id FROM accounts WHERE login = :login OR name = :name

-- name: account_sessions
SELECT created, expires FROM sessions WHERE account = :account ORDER BY created

-- name: account_tokens
SELECT name, created, scope, expires FROM api_tokens WHERE account = :account ORDER BY created

-- name: account_links
SELECT expires FROM one_time_links WHERE account = :account ORDER BY expires

-- name: failures_of
SELECT at FROM login_failures WHERE key = :key ORDER BY at

-- name: whole_audit
SELECT id, at, who, did, subject, source FROM audit ORDER BY at, id

-- name: acts_of
SELECT 'release' AS kind, CAST(number AS TEXT), made FROM releases WHERE approved_by = :login
UNION ALL SELECT 'proposal', CAST(number AS TEXT), coalesce(settled, made) FROM proposals WHERE settled_by = :login
UNION ALL SELECT 'draft', id, changed FROM drafts WHERE made_by = :login OR changed_by = :login
ORDER BY 3, 1, 2

-- name: channel_reasons
SELECT channel, reason FROM channel_state ORDER BY channel

-- name: mentions_in_events
-- The office's own documents may name somebody; that is the calendar's content, and stays.
SELECT uid, title FROM events
WHERE chair LIKE :pattern OR attendees LIKE :pattern OR prepared_by LIKE :pattern OR note LIKE :pattern
    OR title LIKE :pattern
ORDER BY first_day, uid

-- name: in_flight_of
SELECT count(*) FROM outbox WHERE person = :person AND state = 'leased'

-- name: blank_attempts
UPDATE attempts SET answer = '' WHERE telling IN (SELECT id FROM outbox WHERE person = :person)

-- name: erase_waiting
DELETE FROM outbox WHERE person = :person AND state IN ('pending', 'held')

-- name: erase_messages
UPDATE outbox SET person = :alias, body = '', reason = '' WHERE person = :person

-- name: erase_person
DELETE FROM people WHERE id = :person

-- name: erase_feeds
UPDATE feed_tokens SET name = '', revoked = coalesce(revoked, :now),
    person = CASE WHEN person IS NULL THEN NULL ELSE :alias END,
    account = CASE WHEN account IS NULL THEN NULL ELSE :alias END
WHERE person = :person OR account = :account

-- name: erase_account
DELETE FROM accounts WHERE id = :account

-- name: erase_failures
DELETE FROM login_failures WHERE key = :key

-- name: rewrite_audit
UPDATE audit SET who = :who, subject = :subject, source = :source WHERE id = :id

-- name: rewrite_releases
UPDATE releases SET approved_by = :alias WHERE approved_by = :login

-- name: rewrite_proposals
UPDATE proposals SET settled_by = :alias WHERE settled_by = :login

-- name: rewrite_draft_makers
UPDATE drafts SET made_by = :alias WHERE made_by = :login

-- name: rewrite_draft_changers
UPDATE drafts SET changed_by = :alias WHERE changed_by = :login

-- name: rewrite_channel
UPDATE channel_state SET reason = :reason WHERE channel = :channel
