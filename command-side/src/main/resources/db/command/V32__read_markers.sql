-- How far each account has read each channel. Only ever rises (ADR 0032).
CREATE TABLE read_marker (
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seq        BIGINT      NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (account_id, channel_id),
    KEY read_marker_updated (updated_at)
);

-- Up to when each node's markers are known to be published; the rest is published again at its start.
CREATE TABLE read_marker_publication (
    node_name       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    published_until DATETIME(3)  NOT NULL,
    PRIMARY KEY (node_name)
);
