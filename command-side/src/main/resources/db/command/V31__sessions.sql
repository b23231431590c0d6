-- A session is a family of refresh tokens. An ended one keeps its row until the last of its access tokens has expired.
CREATE TABLE session (
    session_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    started_at   DATETIME(3) NOT NULL,
    expires_at   DATETIME(3) NOT NULL,
    ended_at     DATETIME(3) NULL,
    -- whether SessionEnded is in the log; the row is the intent, and whoever finds it unfulfilled fulfils it
    end_recorded BOOLEAN     NOT NULL,
    PRIMARY KEY (session_id),
    KEY session_to_record (end_recorded, ended_at),
    KEY session_expiry (expires_at)
);

CREATE TABLE refresh_token (
    token_hash BINARY(32)  NOT NULL,
    session_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    used_at    DATETIME(3) NULL,
    PRIMARY KEY (token_hash),
    KEY refresh_token_expiry (expires_at)
);

CREATE TABLE ticket (
    ticket_hash BINARY(32)  NOT NULL,
    account_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    session_id  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    access_ends BIGINT      NOT NULL,
    expires_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (ticket_hash),
    KEY ticket_expiry (expires_at)
);
