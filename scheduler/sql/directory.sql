-- name: add_person
INSERT INTO people (id, name, unsubscribe, created) VALUES (:id, :name, :unsubscribe, :created)

-- name: rename_person
UPDATE people SET name = :name WHERE id = :person

-- name: remove_person
DELETE FROM people WHERE id = :person

-- name: people
SELECT id, name, opted_out FROM people ORDER BY name, id

-- name: some_people
-- ids: a JSON array.
SELECT id, name, opted_out FROM people WHERE id IN (SELECT value FROM json_each(:ids))
-- dialect: postgresql
SELECT id, name, opted_out FROM people WHERE id IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb)))

-- name: people_by_name
SELECT id, name, opted_out FROM people WHERE name = :name ORDER BY id

-- name: person_by_token
SELECT id, name, opted_out FROM people WHERE unsubscribe = :token

-- name: person_by_address
SELECT people.id, people.name, people.opted_out FROM people
JOIN addresses ON addresses.person = people.id
WHERE addresses.channel = :channel AND addresses.value = :value ORDER BY people.id

-- name: some_tokens
SELECT id, unsubscribe FROM people WHERE id IN (SELECT value FROM json_each(:ids))
-- dialect: postgresql
SELECT id, unsubscribe FROM people WHERE id IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb)))

-- name: all_addresses
SELECT person, channel, value, phone FROM addresses WHERE gone IS NULL ORDER BY person, place

-- name: all_memberships
SELECT person, group_name FROM memberships ORDER BY person, group_name

-- name: all_follows
SELECT person, kind, name FROM follows ORDER BY person, kind, name

-- name: some_addresses
SELECT person, channel, value, phone FROM addresses WHERE gone IS NULL AND person IN (SELECT value FROM json_each(:ids))
ORDER BY person, place
-- dialect: postgresql
SELECT person, channel, value, phone FROM addresses WHERE gone IS NULL AND person IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb)))
ORDER BY person, place

-- name: some_memberships
SELECT person, group_name FROM memberships WHERE person IN (SELECT value FROM json_each(:ids)) ORDER BY person, group_name
-- dialect: postgresql
SELECT person, group_name FROM memberships WHERE person IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb))) ORDER BY person, group_name

-- name: some_follows
SELECT person, kind, name FROM follows WHERE person IN (SELECT value FROM json_each(:ids)) ORDER BY person, kind, name
-- dialect: postgresql
SELECT person, kind, name FROM follows WHERE person IN (SELECT jsonb_array_elements_text(CAST(:ids AS jsonb))) ORDER BY person, kind, name

-- name: put_address
INSERT INTO addresses (person, channel, value, phone, place)
VALUES (:person, :channel, :value, :phone,
        (SELECT coalesce(max(place), 0) + 1 FROM addresses WHERE person = :person))
ON CONFLICT (person, channel, value) DO UPDATE SET gone = NULL, phone = coalesce(excluded.phone, addresses.phone)

-- name: accounts_for_phone
-- The accounts to which a phone may belong, the one that bears it already before those that bear none.
SELECT value FROM addresses
WHERE person = :person AND channel = :channel AND gone IS NULL
  AND ((phone = :phone AND value <> phone) OR phone IS NULL)
ORDER BY phone, place

-- name: phones_alone
SELECT phone FROM addresses WHERE person = :person AND channel = :channel AND value = phone

-- name: name_account_of_phone
UPDATE addresses SET value = :value
WHERE person = :person AND channel = :channel AND value = :phone AND phone = :phone
  AND NOT EXISTS (SELECT 1 FROM addresses AS known
                  WHERE known.person = :person AND known.channel = :channel AND known.value = :value)

-- name: remove_phone_alone
DELETE FROM addresses WHERE person = :person AND channel = :channel AND value = :phone AND phone = :phone

-- name: remove_address
DELETE FROM addresses WHERE person = :person AND channel = :channel AND value = :value

-- name: put_first
UPDATE addresses SET place = place - 1
    - (SELECT max(place) FROM addresses WHERE person = :person) + (SELECT min(place) FROM addresses WHERE person = :person)
WHERE person = :person AND channel = :channel

-- name: address_is_gone
UPDATE addresses SET gone = :at WHERE channel = :channel AND value = :value AND gone IS NULL

-- name: touch_address
UPDATE addresses SET last_interaction = :at WHERE channel = :channel AND value = :value

-- name: last_interaction
SELECT max(last_interaction) FROM addresses WHERE channel = :channel AND value = :value

-- name: join_group
INSERT INTO memberships (person, group_name) VALUES (:person, :name) ON CONFLICT DO NOTHING

-- name: memberships_of
SELECT group_name FROM memberships WHERE person = :person

-- name: groups_followed_by
SELECT name FROM follows WHERE person = :person AND kind = 'group'

-- name: leave_group
DELETE FROM memberships WHERE person = :person AND group_name = :name

-- name: follow
INSERT INTO follows (person, kind, name) VALUES (:person, :kind, :name) ON CONFLICT DO NOTHING

-- name: unfollow
DELETE FROM follows WHERE person = :person AND kind = :kind AND name = :name

-- name: set_opted_out
UPDATE people SET opted_out = :opted_out WHERE id = :person

-- name: groups
SELECT group_name, count(*) FROM memberships GROUP BY group_name ORDER BY group_name

-- name: add_registration
INSERT INTO registrations (code, person, expires) VALUES (:code, :person, :expires)

-- name: use_registration
DELETE FROM registrations WHERE code = :code AND expires > :now RETURNING person

-- name: forget_registrations
DELETE FROM registrations WHERE expires <= :now

-- name: remember_inbound
INSERT INTO inbound_seen (id, expires) VALUES (:id, :expires) ON CONFLICT (id) DO NOTHING RETURNING id

-- name: forget_inbound
DELETE FROM inbound_seen WHERE expires <= :now

-- name: wrong_codes
SELECT (SELECT count(*) FROM registration_failures WHERE sender = :sender AND expires > :now),
    (SELECT count(*) FROM registration_failures WHERE expires > :now)

-- name: add_wrong_code
INSERT INTO registration_failures (sender, expires) VALUES (:sender, :expires)

-- name: forget_wrong_codes
DELETE FROM registration_failures WHERE expires <= :now
