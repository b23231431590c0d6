-- The event store: the truth. Appended to by the committer only, never updated or deleted from.
-- No foreign keys, ids are ASCII, exact text is utf8mb4_bin: this runs on MySQL 8.0, 8.4 and Vitess alike.
CREATE TABLE domain_event_entry (
  global_index         BIGINT       NOT NULL AUTO_INCREMENT,
  event_identifier     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the stream: the channel's or the account's id, and 'Channel' or 'Account'
  aggregate_identifier CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence_number      BIGINT       NOT NULL,
  type                 VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the event's stable name and the revision of its JSON
  payload_type         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload_revision     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload              MEDIUMBLOB   NOT NULL,
  meta_data            BLOB         NOT NULL,
  -- milliseconds since the epoch, UTC
  time_stamp           BIGINT       NOT NULL,
  -- of MessagePosted and MessageImported: finds a message of any age
  message_id           BINARY(16)   NULL,
  -- what must not happen twice, hashed: see the ADR on idempotency in the log
  idempotency_key      BINARY(16)   NULL,
  PRIMARY KEY (global_index),
  UNIQUE KEY uq_stream (aggregate_identifier, sequence_number),
  UNIQUE KEY uq_message (message_id),
  UNIQUE KEY uq_idempotency (idempotency_key)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE snapshot_event_entry (
  aggregate_identifier CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sequence_number      BIGINT       NOT NULL,
  type                 VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_identifier     CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload_type         VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload_revision     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload              LONGBLOB     NOT NULL,
  meta_data            BLOB         NOT NULL,
  time_stamp           BIGINT       NOT NULL,
  PRIMARY KEY (aggregate_identifier, sequence_number, type)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- How far each event processor has come, and which node runs it.
CREATE TABLE token_entry (
  processor_name VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  segment        INT          NOT NULL,
  token          MEDIUMBLOB   NULL,
  token_type     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  timestamp      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  owner          VARCHAR(255) NULL,
  PRIMARY KEY (processor_name, segment)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Who is in which channel, written in the transaction that appends MemberJoined and MemberLeft.
CREATE TABLE membership (
  channel_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (channel_id, account_id),
  KEY ix_account (account_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Every channel that was opened, written in the transaction that appends ChannelOpened.
CREATE TABLE channel (
  channel_id CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  visibility VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (channel_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
