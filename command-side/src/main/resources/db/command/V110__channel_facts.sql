-- What channels ask of the log about messages that they no longer remember, about names and about bans. Written in the
-- transaction that appends the events, made here of the events that there are already (ADR 0101).

-- A name that a channel left is free again.
ALTER TABLE channel ADD COLUMN name VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL;

UPDATE channel c
  JOIN domain_event_entry e ON e.aggregate_identifier = c.channel_id AND e.sequence_number = 0
   SET c.name = JSON_UNQUOTE(JSON_EXTRACT(CONVERT(e.payload USING utf8mb4), '$.name'))
 WHERE c.visibility <> 'DIRECT';

-- Who may neither join nor read, though others may.
CREATE TABLE ban (
  channel_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (channel_id, account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- The reactions that are there; the emoji in UTF-8, byte for byte, for no collation tells all of them apart.
CREATE TABLE reaction (
  message_id BINARY(16)     NOT NULL,
  emoji      VARBINARY(128) NOT NULL,
  account_id BINARY(16)     NOT NULL,
  seq        BIGINT         NOT NULL,
  added_at   BIGINT         NOT NULL,
  PRIMARY KEY (message_id, emoji, account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO reaction (message_id, emoji, account_id, seq, added_at)
SELECT message_id, emoji, account_id, sequence_number, time_stamp
  FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY message_id, emoji, account_id ORDER BY sequence_number DESC) AS age
          FROM (SELECT UNHEX(REPLACE(JSON_UNQUOTE(JSON_EXTRACT(CONVERT(payload USING utf8mb4), '$.messageId')), '-', ''))
                         AS message_id,
                       CAST(JSON_UNQUOTE(JSON_EXTRACT(CONVERT(payload USING utf8mb4), '$.emoji')) AS BINARY) AS emoji,
                       UNHEX(REPLACE(JSON_UNQUOTE(JSON_EXTRACT(CONVERT(meta_data USING utf8mb4), '$.actorId')), '-', ''))
                         AS account_id,
                       payload_type, sequence_number, time_stamp
                  FROM domain_event_entry
                 WHERE payload_type IN ('ReactionAdded', 'ReactionRemoved')) r) latest
 WHERE age = 1 AND payload_type = 'ReactionAdded';

-- Where each edited message got its present body.
CREATE TABLE message_edit (
  message_id BINARY(16) NOT NULL,
  seq        BIGINT     NOT NULL,
  PRIMARY KEY (message_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO message_edit (message_id, seq)
SELECT UNHEX(REPLACE(JSON_UNQUOTE(JSON_EXTRACT(CONVERT(payload USING utf8mb4), '$.messageId')), '-', '')) AS edited,
       MAX(sequence_number)
  FROM domain_event_entry
 WHERE payload_type = 'MessageEdited'
 GROUP BY edited;
