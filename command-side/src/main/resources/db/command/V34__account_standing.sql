-- Accounts that may not sign in, written in the transaction that appends AccountDeactivated, AccountReactivated and
-- AccountDeleted. Most accounts have no row.
CREATE TABLE account_standing (
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    standing   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (account_id)
);

-- Where the administrative acts are in the log, written in the transaction that appends them.
CREATE TABLE audit_entry (
    entry_id             BIGINT   NOT NULL AUTO_INCREMENT,
    aggregate_identifier CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence_number      BIGINT   NOT NULL,
    PRIMARY KEY (entry_id),
    UNIQUE KEY audit_event (aggregate_identifier, sequence_number)
);

-- What a session is for: signed in by password, or of an API token, whose id is then the session's.
ALTER TABLE session
    ADD COLUMN kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'LOGIN',
    ADD COLUMN device VARCHAR(120) NULL,
    ADD COLUMN used_at DATETIME(3) NULL,
    ADD KEY session_of_account (account_id, ended_at);

-- Who answers for a bot.
CREATE TABLE bot (
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (account_id),
    KEY bot_owner (owner_id)
);

CREATE TABLE api_token (
    token_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(80)  NOT NULL,
    token_hash BINARY(32)   NOT NULL,
    scopes     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(3)  NOT NULL,
    expires_at DATETIME(3)  NOT NULL,
    revoked_at DATETIME(3)  NULL,
    used_at    DATETIME(3)  NULL,
    PRIMARY KEY (token_id),
    UNIQUE KEY api_token_hash (token_hash),
    KEY api_token_account (account_id)
);

CREATE TABLE webhook (
    webhook_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    creator_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(80)  NOT NULL,
    secret_hash BINARY(32)   NOT NULL,
    created_at  DATETIME(3)  NOT NULL,
    PRIMARY KEY (webhook_id),
    UNIQUE KEY webhook_secret (secret_hash),
    KEY webhook_channel (channel_id)
);

-- One-time passwords: the secret is sealed with a key that is not in this database; last_step is the newest time step
-- whose code was used, so that no code is good twice.
CREATE TABLE second_factor (
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sealed     VARBINARY(200) NOT NULL,
    confirmed  BOOLEAN NOT NULL,
    last_step  BIGINT  NOT NULL,
    PRIMARY KEY (account_id)
);

CREATE TABLE recovery_code (
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code_hash  BINARY(32) NOT NULL,
    PRIMARY KEY (account_id, code_hash)
);
