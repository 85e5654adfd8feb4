-- What the care of an installation asks: who fetches feeds, what each channel did last, what is kept no longer.

-- name: feed_token_id
SELECT id FROM feed_tokens WHERE digest = :digest

-- name: count_client
INSERT INTO feed_clients (feed, client, first_seen, last_seen, count)
VALUES (:feed, :client, :at, :at, :count)
ON CONFLICT (feed, client) DO UPDATE SET
    last_seen = CASE WHEN excluded.last_seen > feed_clients.last_seen THEN excluded.last_seen
                     ELSE feed_clients.last_seen END,
    count = feed_clients.count + excluded.count

-- name: feed_clients
SELECT feed, client, first_seen, last_seen, count FROM feed_clients ORDER BY last_seen DESC, feed, client

-- name: last_by_channel
SELECT channel, CASE WHEN outcome = 'delivered' THEN 1 ELSE 0 END, max(ended) FROM attempts GROUP BY 1, 2

-- name: applied_schema
SELECT package, max(number) FROM schema_steps GROUP BY package ORDER BY package

-- name: database_size
SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()
-- dialect: postgresql
SELECT pg_database_size(current_database())

-- name: database_now
SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
-- dialect: postgresql
SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')

-- name: latest_instant
-- The latest instant at which something is known to have happened: a clock before it went back.
SELECT max(at) FROM (
    SELECT max(made) AS at FROM releases UNION ALL SELECT max(at) FROM audit
    UNION ALL SELECT max(received) FROM documents) AS known

-- name: done
INSERT INTO care (name, at) VALUES (:name, :at) ON CONFLICT (name) DO UPDATE SET at = excluded.at

-- name: done_last
SELECT at FROM care WHERE name = :name

-- name: refreshed
SELECT changed FROM channel_tokens WHERE name = 'zalo_oa' AND value <> ''

-- name: unopened_accounts
-- Accounts whose owners never chose a password, and whose link is good no more.
SELECT login FROM accounts WHERE password = '' AND disabled = 0
  AND NOT EXISTS (SELECT 1 FROM one_time_links WHERE one_time_links.account = accounts.id AND expires > :now)
ORDER BY login

-- name: live_feeds
SELECT count(*) FROM feed_tokens WHERE revoked IS NULL

-- name: server_version
SELECT sqlite_version()
-- dialect: postgresql
SELECT current_setting('server_version')
