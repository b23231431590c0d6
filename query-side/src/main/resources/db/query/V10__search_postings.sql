-- The words of messages in the order of time: a search reads the newest matches straight from the key, so nothing is
-- ever sorted, and so no answer depends on how much a server may sort. It takes the place of the full-text index.
CREATE TABLE search_posting (
    token      VARCHAR(84) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at BIGINT      NOT NULL,
    channel_id BINARY(16)  NOT NULL,
    message_id BINARY(16)  NOT NULL,
    PRIMARY KEY (token, created_at, channel_id, message_id)
);
ALTER TABLE search_entry
    DROP INDEX search_by_token,
    DROP INDEX search_by_channel,
    ADD INDEX search_by_channel (channel_id, created_at, message_id);

-- Which version of the analysis made the tokens of all entries, and how far the rewriting of older ones has come.
CREATE TABLE search_analysis (
    name       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    INT         NOT NULL,
    channel_id BINARY(16)  NOT NULL,
    message_id BINARY(16)  NOT NULL,
    PRIMARY KEY (name)
);
INSERT INTO search_analysis (name, version, channel_id, message_id)
    VALUES ('entries', 0, UNHEX(REPEAT('0', 32)), UNHEX(REPEAT('0', 32)));

ALTER TABLE ban_view ADD KEY ban_in_order (channel_id, banned_seq);
