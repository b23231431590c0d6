-- The views: projections of the event log, rebuilt from it at any time.
-- Ids are the 16 bytes of a UUID; times are milliseconds since the epoch, UTC; names compare byte for byte.
-- No foreign keys; whatever belongs to a channel leads its key with the channel id, the sharding key.

CREATE TABLE account_view (
    account_id    BINARY(16)   NOT NULL,
    seq           BIGINT       NOT NULL,
    username      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    username_key  VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    display_name  VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    bot           BOOLEAN      NOT NULL,
    deactivated   BOOLEAN      NOT NULL,
    registered_at BIGINT       NOT NULL,
    PRIMARY KEY (account_id),
    KEY account_by_username (username_key)
);

-- seq is the channel's last projected event; sort_name is the name, or what sorts last where there is none.
CREATE TABLE channel_view (
    channel_id      BINARY(16)   NOT NULL,
    seq             BIGINT       NOT NULL,
    name            VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    sort_name       VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    topic           TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    visibility      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_count    INT          NOT NULL,
    message_count   INT          NOT NULL,
    opened_at       BIGINT       NOT NULL,
    last_event_at   BIGINT       NOT NULL,
    last_message_at BIGINT       NULL,
    PRIMARY KEY (channel_id),
    KEY channel_by_name (name),
    KEY channel_listed (visibility, sort_name, channel_id)
);

CREATE TABLE membership_view (
    channel_id BINARY(16)  NOT NULL,
    account_id BINARY(16)  NOT NULL,
    role       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    joined_seq BIGINT      NOT NULL,
    joined_at  BIGINT      NOT NULL,
    PRIMARY KEY (channel_id, account_id),
    KEY membership_in_order (channel_id, joined_seq),
    KEY membership_of_account (account_id, channel_id)
);

-- body_seq is the seq of the event that gave the message its present body. A deleted message keeps its place.
CREATE TABLE message_view (
    channel_id  BINARY(16) NOT NULL,
    seq         BIGINT     NOT NULL,
    message_id  BINARY(16) NOT NULL,
    author_id   BINARY(16) NOT NULL,
    body        MEDIUMTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    body_seq    BIGINT     NOT NULL,
    created_at  BIGINT     NOT NULL,
    edited_at   BIGINT     NULL,
    deleted_at  BIGINT     NULL,
    deleted_seq BIGINT     NULL,
    reply_to    BINARY(16) NULL,
    reply_count INT        NOT NULL,
    PRIMARY KEY (channel_id, seq),
    KEY message_by_id (message_id),
    KEY message_replies (channel_id, reply_to, seq)
);

-- A body that was replaced by an edit or taken away by a deletion: what stood there from from_seq until before to_seq.
CREATE TABLE message_revision (
    channel_id BINARY(16) NOT NULL,
    message_id BINARY(16) NOT NULL,
    from_seq   BIGINT     NOT NULL,
    to_seq     BIGINT     NOT NULL,
    body       MEDIUMTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    written_at BIGINT     NOT NULL,
    edited_at  BIGINT     NULL,
    PRIMARY KEY (channel_id, message_id, from_seq)
);

CREATE TABLE reaction_view (
    channel_id  BINARY(16)  NOT NULL,
    message_id  BINARY(16)  NOT NULL,
    emoji       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    account_id  BINARY(16)  NOT NULL,
    reacted_seq BIGINT      NOT NULL,
    PRIMARY KEY (channel_id, message_id, emoji, account_id)
);

-- How many messages stand undeleted in each block of 256 seqs: of one author, and of all (author_id of zeros).
CREATE TABLE message_tally (
    channel_id BINARY(16) NOT NULL,
    author_id  BINARY(16) NOT NULL,
    block      BIGINT     NOT NULL,
    standing   INT        NOT NULL,
    PRIMARY KEY (channel_id, author_id, block)
);

-- Every event as it happened, with the channel's counts after it.
CREATE TABLE channel_event (
    channel_id    BINARY(16)  NOT NULL,
    seq           BIGINT      NOT NULL,
    recorded_at   BIGINT      NOT NULL,
    actor_id      BINARY(16)  NULL,
    type          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    data          MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    member_count  INT         NOT NULL,
    message_count INT         NOT NULL,
    PRIMARY KEY (channel_id, seq),
    KEY channel_event_by_time (channel_id, recorded_at)
);

-- tokens are words that the application made: ASCII, so that no server setting changes what is found.
CREATE TABLE search_entry (
    channel_id BINARY(16) NOT NULL,
    message_id BINARY(16) NOT NULL,
    seq        BIGINT     NOT NULL,
    author_id  BINARY(16) NOT NULL,
    created_at BIGINT     NOT NULL,
    has_link   BOOLEAN    NOT NULL,
    tokens     MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (channel_id, message_id),
    KEY search_by_channel (channel_id, created_at),
    KEY search_by_author (author_id, created_at),
    KEY search_by_time (created_at),
    FULLTEXT KEY search_by_token (tokens)
);

-- Not from events: last write wins, only ever upwards.
CREATE TABLE read_marker_view (
    account_id BINARY(16) NOT NULL,
    channel_id BINARY(16) NOT NULL,
    read_seq   BIGINT     NOT NULL,
    PRIMARY KEY (account_id, channel_id)
);

-- Written in the transaction of the rows that were built from the records before next_offset.
CREATE TABLE projection_position (
    topic        VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    partition_no INT          NOT NULL,
    next_offset  BIGINT       NOT NULL,
    PRIMARY KEY (topic, partition_no)
);

CREATE TABLE read_marker_position (
    topic        VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    partition_no INT          NOT NULL,
    next_offset  BIGINT       NOT NULL,
    PRIMARY KEY (topic, partition_no)
);

-- Records that could not be read or projected, and all that follow them in their stream.
CREATE TABLE parked_event (
    topic         VARCHAR(249)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    partition_no  INT           NOT NULL,
    record_offset BIGINT        NOT NULL,
    stream_id     BINARY(16)    NULL,
    seq           BIGINT        NULL,
    type          VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason        VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    payload       MEDIUMBLOB    NULL,
    parked_at     BIGINT        NOT NULL,
    PRIMARY KEY (topic, partition_no, record_offset)
);

CREATE TABLE blocked_stream (
    stream_id  BINARY(16)    NOT NULL,
    at_seq     BIGINT        NOT NULL,
    reason     VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    blocked_at BIGINT        NOT NULL,
    PRIMARY KEY (stream_id)
);

-- One replay at a time: its row is the lease, renewed while it runs.
CREATE TABLE replay_lease (
    name       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    replay_id  BINARY(16)  NULL,
    expires_at BIGINT      NOT NULL,
    PRIMARY KEY (name)
);
INSERT INTO replay_lease (name, replay_id, expires_at) VALUES ('views', NULL, 0);

CREATE TABLE replay (
    replay_id    BINARY(16)    NOT NULL,
    state        VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    events       BIGINT        NOT NULL,
    total        BIGINT        NOT NULL,
    message      VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    digests      MEDIUMTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    started_at   BIGINT        NOT NULL,
    finished_at  BIGINT        NULL,
    PRIMARY KEY (replay_id)
);
