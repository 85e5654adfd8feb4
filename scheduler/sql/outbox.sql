-- name: make_room
-- A plan touches rows all over the tables; SQLite keeps no more than 2 MB of them unless it is told to (KiB here).
-- PostgreSQL notes which rows are planned: those that stand as they should are not written.
PRAGMA cache_size = -98304
-- dialect: postgresql
CREATE TEMPORARY TABLE IF NOT EXISTS planned_ids (id TEXT, plan TEXT) ON COMMIT DROP

-- name: sort_plan
-- All at once: an index that grows by ids in no order takes longer than all the rest.
SELECT 1
-- dialect: postgresql
CREATE INDEX IF NOT EXISTS planned_ids_by_id ON planned_ids (id, plan)

-- name: weigh_plan
SELECT 1
-- dialect: postgresql
ANALYZE planned_ids

-- name: plan_telling
-- What was sent, cancelled or is in hand stays as it is. A pending one takes the new plan, but is not put off once its
-- hour has come or it has been tried; one that was dropped for a reason that no longer holds is planned again.
INSERT INTO outbox (id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body,
                    state, next, plan, planned_late)
VALUES (:id, :purpose, :event, :day, :rule, :person, :calendar, :starts, :ends, :due, :channels, :channel, :body,
        'pending', :due, :plan, CASE WHEN :due < :now THEN :now END)
ON CONFLICT (id) DO UPDATE SET
    plan = excluded.plan,
    planned_late = CASE WHEN outbox.state = 'dropped' OR (outbox.due > :now AND outbox.tries = 0)
                        THEN excluded.planned_late ELSE outbox.planned_late END,
    ends = excluded.ends,
    due = CASE WHEN outbox.state = 'dropped' OR (outbox.due > :now AND outbox.tries = 0)
               THEN excluded.due ELSE outbox.due END,
    next = CASE WHEN outbox.state = 'dropped' OR (outbox.due > :now AND outbox.tries = 0)
                THEN excluded.due ELSE outbox.next END,
    channels = CASE WHEN outbox.tries = 0 THEN excluded.channels ELSE outbox.channels END,
    channel = CASE WHEN outbox.tries = 0 THEN excluded.channel ELSE outbox.channel END,
    reason = CASE WHEN outbox.state = 'dropped' THEN '' ELSE outbox.reason END,
    state = 'pending'
WHERE outbox.state IN ('pending', 'dropped')
-- dialect: postgresql
-- The same for many rows in one statement, which writes only those that are new or differ: to write a million rows as
-- they are takes a minute. So the plan is noted apart from them.
WITH planned AS (
    SELECT * FROM json_to_recordset(:rows::json) AS planned (
        id text, purpose text, event text, day text, rule text, person text, calendar text, starts text, ends text,
        due text, channels text, channel text, body text)
), noted AS (
    INSERT INTO planned_ids (plan, id) SELECT :plan, id FROM planned
), changed AS (
    UPDATE outbox SET
        plan = :plan,
        planned_late = CASE WHEN outbox.state = 'dropped' OR (outbox.due > :now AND outbox.tries = 0)
                            THEN CASE WHEN planned.due < :now THEN :now END ELSE outbox.planned_late END,
        ends = planned.ends,
        due = CASE WHEN outbox.state = 'dropped' OR (outbox.due > :now AND outbox.tries = 0)
                   THEN planned.due ELSE outbox.due END,
        next = CASE WHEN outbox.state = 'dropped' OR (outbox.due > :now AND outbox.tries = 0)
                    THEN planned.due ELSE outbox.next END,
        channels = CASE WHEN outbox.tries = 0 THEN planned.channels ELSE outbox.channels END,
        channel = CASE WHEN outbox.tries = 0 THEN planned.channel ELSE outbox.channel END,
        reason = CASE WHEN outbox.state = 'dropped' THEN '' ELSE outbox.reason END,
        state = 'pending'
    FROM planned
    WHERE outbox.id = planned.id AND outbox.state IN ('pending', 'dropped') AND (
        outbox.state = 'dropped' OR outbox.ends <> planned.ends
        OR (outbox.tries = 0 AND (outbox.channels <> planned.channels OR outbox.channel <> planned.channel))
        OR (outbox.tries = 0 AND outbox.due > :now
            AND (outbox.due <> planned.due OR outbox.next <> planned.due)))
)
INSERT INTO outbox (id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body,
                    state, next, plan, planned_late)
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body,
       'pending', due, :plan, CASE WHEN due < :now THEN :now END
FROM planned
ON CONFLICT (id) DO NOTHING

-- name: add_telling
INSERT INTO outbox (id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body,
                    state, next, plan)
VALUES (:id, :purpose, :event, :day, :rule, :person, :calendar, :starts, :ends, :due, :channels, :channel, :body,
        'pending', :due, :plan)
ON CONFLICT (id) DO NOTHING

-- name: remove_unplanned
-- Of the reminders in scope, those that the new plan does not have. One whose hour has come stays as long as its
-- occurrence is still planned for the same time (only the latest of several missed ones is planned); once the event
-- has begun, delivery says what becomes of it.
DELETE FROM outbox
WHERE state = 'pending' AND purpose IN ('reminder', 'nudge') AND plan <> :plan AND starts > :now AND starts < :until
  AND (due > :now OR NOT EXISTS (
        SELECT 1 FROM outbox AS kept
        WHERE kept.event = outbox.event AND kept.day = outbox.day AND kept.starts = outbox.starts
          AND kept.plan = :plan))
-- dialect: postgresql
DELETE FROM outbox
WHERE state = 'pending' AND purpose IN ('reminder', 'nudge') AND starts > :now AND starts < :until
  AND NOT EXISTS (SELECT 1 FROM planned_ids WHERE planned_ids.id = outbox.id AND planned_ids.plan = :plan)
  AND (due > :now OR NOT EXISTS (
        SELECT 1 FROM outbox AS kept JOIN planned_ids ON planned_ids.id = kept.id AND planned_ids.plan = :plan
        WHERE kept.event = outbox.event AND kept.day = outbox.day AND kept.starts = outbox.starts
          AND kept.state = 'pending'))

-- name: remove_unplanned_of_event
DELETE FROM outbox
WHERE event = :event
  AND state = 'pending' AND purpose IN ('reminder', 'nudge') AND plan <> :plan AND starts > :now AND starts < :until
  AND (due > :now OR NOT EXISTS (
        SELECT 1 FROM outbox AS kept
        WHERE kept.event = outbox.event AND kept.day = outbox.day AND kept.starts = outbox.starts
          AND kept.plan = :plan))
-- dialect: postgresql
DELETE FROM outbox
WHERE event = :event AND state = 'pending' AND purpose IN ('reminder', 'nudge') AND starts > :now AND starts < :until
  AND NOT EXISTS (SELECT 1 FROM planned_ids WHERE planned_ids.id = outbox.id AND planned_ids.plan = :plan)
  AND (due > :now OR NOT EXISTS (
        SELECT 1 FROM outbox AS kept JOIN planned_ids ON planned_ids.id = kept.id AND planned_ids.plan = :plan
        WHERE kept.event = outbox.event AND kept.day = outbox.day AND kept.starts = outbox.starts
          AND kept.state = 'pending'))

-- name: remove_unplanned_of_person
DELETE FROM outbox
WHERE person = :person
  AND state = 'pending' AND purpose IN ('reminder', 'nudge') AND plan <> :plan AND starts > :now AND starts < :until
  AND (due > :now OR NOT EXISTS (
        SELECT 1 FROM outbox AS kept
        WHERE kept.event = outbox.event AND kept.day = outbox.day AND kept.starts = outbox.starts
          AND kept.person = outbox.person AND kept.plan = :plan))
-- dialect: postgresql
DELETE FROM outbox
WHERE person = :person AND state = 'pending' AND purpose IN ('reminder', 'nudge') AND starts > :now AND starts < :until
  AND NOT EXISTS (SELECT 1 FROM planned_ids WHERE planned_ids.id = outbox.id AND planned_ids.plan = :plan)
  AND (due > :now OR NOT EXISTS (
        SELECT 1 FROM outbox AS kept JOIN planned_ids ON planned_ids.id = kept.id AND planned_ids.plan = :plan
        WHERE kept.event = outbox.event AND kept.day = outbox.day AND kept.starts = outbox.starts
          AND kept.person = outbox.person AND kept.state = 'pending'))

-- name: lease
UPDATE outbox SET state = 'leased', lease = :lease, next = :until, unsettled = unsettled + 1,
    first_taken = coalesce(first_taken, :now)
WHERE id IN (
    SELECT id FROM outbox
    WHERE channel = :channel AND state IN ('pending', 'leased') AND next <= :now
    ORDER BY next LIMIT :count)
RETURNING id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, tries, unsettled,
          first_taken, planned_late
-- dialect: postgresql
UPDATE outbox SET state = 'leased', lease = :lease, next = :until, unsettled = unsettled + 1,
    first_taken = coalesce(first_taken, :now)
WHERE id IN (
    SELECT id FROM outbox
    WHERE channel = :channel AND state IN ('pending', 'leased') AND next <= :now
    ORDER BY next LIMIT :count
    FOR UPDATE SKIP LOCKED)
RETURNING id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, tries, unsettled,
          first_taken, planned_late

-- name: renew
UPDATE outbox SET next = :until WHERE id = :id AND lease = :lease AND state = 'leased'

-- name: settle
-- Of this lease the end is known; those that ran out before it are still counted, since their message may have arrived.
UPDATE outbox SET state = :state, next = :next, lease = '', unsettled = unsettled - 1, tries = :tries, channel = :channel,
    channels = :channels, reason = :reason, settled = :settled
WHERE id = :id AND lease = :lease AND state = 'leased'

-- name: settle_delivered
-- What has arrived has arrived, even if the lease ran out meanwhile: no other worker shall send it again.
UPDATE outbox SET state = 'sent', next = :settled, lease = '', unsettled = 0, tries = :tries, channel = :channel,
    reason = '', settled = :settled
WHERE id = :id AND state IN ('leased', 'pending', 'failed', 'held', 'dropped')

-- name: put_back
-- A lease given back unused: it does not count as a try, and what nobody can have seen yet is written anew.
UPDATE outbox SET state = 'pending', next = :next, lease = '', unsettled = unsettled - 1, channel = :channel,
    reason = :reason,
    first_taken = CASE WHEN tries = 0 AND unsettled = 1 THEN NULL ELSE first_taken END
WHERE id = :id AND lease = :lease AND state = 'leased'

-- name: add_attempt
INSERT INTO attempts (telling, number, channel, started, ended, outcome, answer, worker)
VALUES (:telling, :number, :channel, :started, :ended, :outcome, :answer, :worker)

-- name: next_moment
SELECT min(next) FROM outbox WHERE channel = :channel AND state IN ('pending', 'leased')

-- name: wake
SELECT 1
-- dialect: postgresql
SELECT pg_notify('sched_outbox', '')

-- name: open_notices
-- The change notices of some people (a JSON array) that have not gone out; heard: whether a try may have arrived (2),
-- one of which no end is known among them, or there was one at all (1).
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, state,
       CASE WHEN unsettled > CASE state WHEN 'leased' THEN 1 ELSE 0 END THEN 2 ELSE
       (SELECT coalesce(max(CASE WHEN outcome = 'uncertain' THEN 2 ELSE 1 END), 0) FROM attempts
        WHERE attempts.telling = outbox.id) END AS heard
FROM outbox
WHERE person IN (SELECT value FROM json_each(:people)) AND purpose = 'change' AND state IN ('pending', 'leased')
-- dialect: postgresql
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, state,
       CASE WHEN unsettled > CASE state WHEN 'leased' THEN 1 ELSE 0 END THEN 2 ELSE
       (SELECT coalesce(max(CASE WHEN outcome = 'uncertain' THEN 2 ELSE 1 END), 0) FROM attempts
        WHERE attempts.telling = outbox.id) END AS heard
FROM outbox
WHERE person IN (SELECT jsonb_array_elements_text(CAST(:people AS jsonb))) AND purpose = 'change'
  AND state IN ('pending', 'leased')

-- name: notices_since
-- The change notices of some people (a JSON array), of releases since an instant, that went out or may have arrived.
SELECT person, rule, body FROM outbox
WHERE person IN (SELECT value FROM json_each(:people)) AND purpose = 'change' AND state IN ('sent', 'held', 'failed')
  AND starts >= :since
-- dialect: postgresql
SELECT person, rule, body FROM outbox
WHERE person IN (SELECT jsonb_array_elements_text(CAST(:people AS jsonb))) AND purpose = 'change'
  AND state IN ('sent', 'held', 'failed') AND starts >= :since

-- name: hold_notices
-- Those (ids: a JSON array) that still wait, as they stand; nobody else takes them before the end of this transaction.
SELECT id, body FROM outbox WHERE id IN (SELECT value FROM json_each(:ids)) AND state = 'pending'
-- dialect: postgresql
SELECT id, body FROM outbox
WHERE id IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb))) AND state = 'pending' FOR UPDATE SKIP LOCKED

-- name: rewrite_notice
UPDATE outbox SET body = :body, ends = :ends WHERE id = :id AND state IN ('pending', 'leased')

-- name: drop_notice
UPDATE outbox SET state = 'dropped', reason = :reason, settled = :now WHERE id = :id AND state = 'pending'

-- name: list_tellings
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, state, next, tries,
       reason, settled
FROM outbox
WHERE (:state = '' OR state = :state)
ORDER BY due, id LIMIT :count

-- name: list_tellings_back
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, state, next, tries,
       reason, settled
FROM outbox
WHERE (:state = '' OR state = :state) AND due <= :now
ORDER BY due DESC, id DESC LIMIT :count

-- name: list_tellings_ahead
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, state, next, tries,
       reason, settled
FROM outbox
WHERE (:state = '' OR state = :state) AND due > :now
ORDER BY due, id LIMIT :count

-- name: one_telling
SELECT id, purpose, event, day, rule, person, calendar, starts, ends, due, channels, channel, body, state, next, tries,
       reason, settled
FROM outbox WHERE id = :id

-- name: attempts_of
SELECT number, channel, started, ended, outcome, answer, worker FROM attempts WHERE telling = :telling
ORDER BY started, number

-- name: retry_telling
UPDATE outbox SET state = 'pending', next = CASE WHEN due > :now THEN due ELSE :now END, lease = '', tries = 0,
    unsettled = CASE WHEN unsettled > 0 THEN 1 ELSE 0 END, reason = '', channel = :channel, channels = :channels,
    settled = NULL, first_taken = NULL
WHERE id = :id AND state IN ('pending', 'failed', 'held', 'dropped', 'cancelled') RETURNING id

-- name: plan_failed_anew
-- As what was dropped for a reason that no longer holds: the next plan has it again where it is still to be told.
UPDATE outbox SET state = 'dropped', tries = 0, unsettled = 0, first_taken = NULL
WHERE person = :person AND state = 'failed' AND purpose IN ('reminder', 'nudge') AND starts > :now

-- name: retry_failed_notices
UPDATE outbox SET state = 'pending', next = :now, tries = 0, unsettled = CASE WHEN unsettled > 0 THEN 1 ELSE 0 END,
    first_taken = NULL, reason = '', settled = NULL, channel = :channel, channels = :channels
WHERE person = :person AND state = 'failed' AND purpose = 'change' AND ends > :now

-- name: cancel_telling
UPDATE outbox SET state = 'cancelled', reason = :reason, settled = :now
WHERE id = :id AND state IN ('pending', 'held') RETURNING id

-- name: cancel_person
-- What is in hand too: if it arrives all the same, that is kept, and if not, it is not tried again.
UPDATE outbox SET state = 'dropped', reason = :reason, settled = :now, lease = ''
WHERE person = :person AND state IN ('pending', 'held', 'leased')

-- name: forget_settled
DELETE FROM outbox WHERE state IN ('sent', 'failed', 'dropped', 'cancelled') AND ends < :before AND due < :before

-- name: forget_attempts
DELETE FROM attempts WHERE started < :before
  AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = attempts.telling)

-- name: count_states
SELECT state, count(*) FROM outbox GROUP BY state

-- name: count_due
-- Whatever hour its next try has, none of which is later than :until.
SELECT count(*), min(due) FROM outbox
WHERE channel = :channel AND state IN ('pending', 'leased') AND next <= :until AND due <= :now

-- name: oldest_untouched
-- What could be tried now, and nobody does.
SELECT min(due) FROM outbox WHERE channel = :channel AND state IN ('pending', 'leased') AND next <= :now

-- name: count_waiting
SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased') AND due <= :now

-- name: turned_away
-- What was tried and waits for another try, by reason; a few of these say all.
SELECT count(*), min(starts), reason FROM outbox
WHERE channel = :channel AND state IN ('pending', 'leased') AND next <= :until AND tries > 0 AND reason <> ''
GROUP BY reason ORDER BY count(*) DESC, reason LIMIT 3

-- name: tally
INSERT INTO tallies (channel, kind, month, count) VALUES (:channel, :kind, :month, :count)
ON CONFLICT (channel, kind, month) DO UPDATE SET count = tallies.count + excluded.count

-- name: tallies
SELECT channel, kind, count FROM tallies WHERE month = '' ORDER BY channel, kind

-- name: tally_of_month
-- Whatever took up a message of a monthly quota.
SELECT coalesce(sum(count), 0) FROM tallies
WHERE channel = :channel AND kind IN ('sent', 'parts', 'answered', 'tested') AND month = :month

-- name: channel_states
SELECT channel, state, since, until, failures, reason, told FROM channel_state ORDER BY channel

-- name: put_channel_state
INSERT INTO channel_state (channel, state, since, until, failures, reason)
VALUES (:channel, :state, :since, :until, :failures, :reason)
ON CONFLICT (channel) DO UPDATE SET
    since = CASE WHEN channel_state.state = excluded.state THEN channel_state.since ELSE excluded.since END,
    told = CASE WHEN channel_state.state = excluded.state THEN channel_state.told ELSE NULL END,
    state = excluded.state, until = excluded.until, failures = excluded.failures, reason = excluded.reason

-- name: claim_telling_of_halt
UPDATE channel_state SET told = :now WHERE channel = :channel AND told IS NULL RETURNING channel

-- name: bring_forward
UPDATE outbox SET next = :now
WHERE channel = :channel AND state = 'pending' AND due <= :now AND next > :now AND next <= :until

-- name: clear_channel_state
DELETE FROM channel_state WHERE channel = :channel

-- name: beat
INSERT INTO heartbeats (worker, host, started, beat, next_due, in_flight)
VALUES (:worker, :host, :started, :beat, :next_due, :in_flight)
ON CONFLICT (worker) DO UPDATE SET beat = excluded.beat, next_due = excluded.next_due, in_flight = excluded.in_flight

-- name: forget_beats
DELETE FROM heartbeats WHERE beat < :before

-- name: stop_beating
DELETE FROM heartbeats WHERE worker = :worker

-- name: beats
SELECT worker, host, started, beat, next_due, in_flight FROM heartbeats ORDER BY beat DESC

-- name: read_token
SELECT value, changed FROM channel_tokens WHERE name = :name

-- name: write_token
INSERT INTO channel_tokens (name, value, changed) VALUES (:name, :value, :changed)
ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed = excluded.changed

-- name: lease_token
INSERT INTO channel_tokens (name, value, changed, lease, lease_until) VALUES (:name, '', :now, :lease, :until)
ON CONFLICT (name) DO UPDATE SET lease = excluded.lease, lease_until = excluded.lease_until
WHERE channel_tokens.lease_until <= :now
RETURNING name

-- name: renew_token_lease
UPDATE channel_tokens SET lease_until = :until WHERE name = :name AND lease = :lease RETURNING name

-- name: release_token
UPDATE channel_tokens SET lease = '', lease_until = '' WHERE name = :name AND lease = :lease
