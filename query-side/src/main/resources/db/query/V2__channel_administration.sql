-- What administration, pins and mentions add to the views. New columns are added without a copy of the table; what was
-- projected before means the same with their defaults, so no replay is needed.

ALTER TABLE channel_view
    ADD COLUMN description      TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN archived         BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN slow_mode        INT     NOT NULL DEFAULT 0,
    ADD COLUMN announcement     BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN guests_read_only BOOLEAN NOT NULL DEFAULT FALSE;

-- Every value that a name or a topic ever had, from which event on: what a moment of the past shows.
CREATE TABLE channel_setting (
    channel_id BINARY(16)  NOT NULL,
    setting    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_seq   BIGINT      NOT NULL,
    value      TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    PRIMARY KEY (channel_id, setting, from_seq)
);
INSERT INTO channel_setting (channel_id, setting, from_seq, value) SELECT channel_id, 'NAME', 0, name FROM channel_view;
INSERT INTO channel_setting (channel_id, setting, from_seq, value) SELECT channel_id, 'TOPIC', 0, topic FROM channel_view;

-- Who may not read a channel, not even a public one.
CREATE TABLE ban_view (
    channel_id BINARY(16) NOT NULL,
    account_id BINARY(16) NOT NULL,
    banned_seq BIGINT     NOT NULL,
    PRIMARY KEY (channel_id, account_id),
    KEY ban_of_account (account_id, channel_id)
);

-- thread_root is null where it is reply_to: so it always was before messages named their thread.
-- mentions are words: @channel, @here, and the ids of accounts.
ALTER TABLE message_view
    ADD COLUMN thread_root          BINARY(16) NULL,
    ADD COLUMN mentions             MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN forwarded_channel_id BINARY(16) NULL,
    ADD COLUMN forwarded_message_id BINARY(16) NULL,
    ADD COLUMN forwarded_author_id  BINARY(16) NULL;

CREATE TABLE pin_view (
    channel_id BINARY(16) NOT NULL,
    message_id BINARY(16) NOT NULL,
    pinned_seq BIGINT     NOT NULL,
    pinned_at  BIGINT     NOT NULL,
    pinned_by  BINARY(16) NULL,
    PRIMARY KEY (channel_id, message_id),
    KEY pin_in_order (channel_id, pinned_seq)
);
