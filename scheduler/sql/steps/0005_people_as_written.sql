-- A phone was kept as somebody's user id where it was written in another way than "84...", and written to in vain. It
-- takes its one form, once for each person, and counts as reached again.
DELETE FROM addresses WHERE channel = 'zalo_oa' AND phone IS NOT NULL AND value <> phone
  AND replace(replace(replace(replace(replace(replace(value, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '+', '')
      IN (phone, '0' || substr(phone, 3), '00' || phone, substr(phone, 3))
  AND EXISTS (
    SELECT 1 FROM addresses AS other
    WHERE other.person = addresses.person AND other.channel = 'zalo_oa' AND other.phone = addresses.phone
      AND other.value <> addresses.value
      AND replace(replace(replace(replace(replace(replace(other.value, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '+', '')
          IN (addresses.phone, '0' || substr(addresses.phone, 3), '00' || addresses.phone, substr(addresses.phone, 3))
      AND (other.value = addresses.phone OR (other.place < addresses.place AND addresses.value <> addresses.phone))
  );

UPDATE addresses SET value = phone, gone = NULL WHERE channel = 'zalo_oa' AND phone IS NOT NULL AND value <> phone
  AND replace(replace(replace(replace(replace(replace(value, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '+', '')
      IN (phone, '0' || substr(phone, 3), '00' || phone, substr(phone, 3));

-- What was delivered to us from outside and has been taken in hand: Zalo delivers again, to whichever process listens.
-- Both ids are digests, which name nobody.
CREATE TABLE inbound_seen (
    id TEXT PRIMARY KEY,
    expires TEXT NOT NULL
);

CREATE INDEX inbound_seen_by_time ON inbound_seen (expires);

-- Codes that were sent to us and are not known: who guesses is stopped, by sender and in all.
CREATE TABLE registration_failures (
    sender TEXT NOT NULL,
    expires TEXT NOT NULL
);

CREATE INDEX registration_failures_by_time ON registration_failures (expires);
