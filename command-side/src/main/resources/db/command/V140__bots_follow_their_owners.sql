-- What a bot is for: a PROGRAM acts with API tokens, a WEBHOOK only through its address, and never has a token (ADR 0190).
ALTER TABLE bot ADD COLUMN kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'PROGRAM';

-- also those whose webhook was deleted, which the log knows; the audit's index finds them
UPDATE bot b
  JOIN audit_entry a ON a.aggregate_identifier = b.account_id
  JOIN domain_event_entry e ON e.aggregate_identifier = a.aggregate_identifier AND e.sequence_number = a.sequence_number
   SET b.kind = 'WEBHOOK'
 WHERE e.payload_type = 'WebhookCreated';

UPDATE bot b JOIN webhook w ON w.account_id = b.account_id SET b.kind = 'WEBHOOK';

-- what such bots had is over; the sessions' sweeper closes the sockets
UPDATE api_token t JOIN bot b ON b.account_id = t.account_id
   SET t.revoked_at = COALESCE(t.revoked_at, UTC_TIMESTAMP(3))
 WHERE b.kind = 'WEBHOOK';

UPDATE session s JOIN bot b ON b.account_id = s.account_id
   SET s.ended_at = COALESCE(s.ended_at, UTC_TIMESTAMP(3))
 WHERE b.kind = 'WEBHOOK';

-- bots that their owners leave behind: sessions of bots whose owners were deactivated or deleted before
UPDATE session s JOIN bot b ON b.account_id = s.account_id
                 JOIN account_standing o ON o.account_id = b.owner_id
   SET s.ended_at = COALESCE(s.ended_at, UTC_TIMESTAMP(3));

-- from which channels somebody is banned
ALTER TABLE ban ADD KEY ban_of_account (account_id);
