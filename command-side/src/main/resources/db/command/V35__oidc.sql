-- Whose account somebody of an OpenID provider has. Never by e-mail address: those change hands.
CREATE TABLE oidc_identity (
    issuer     VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- compared to the letter, also to the last blank
    subject    VARBINARY(255) NOT NULL,
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- whether the account's first event is known to be in the log
    recorded   BOOLEAN      NOT NULL,
    created_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE KEY oidc_identity_account (account_id)
);

-- Sign-ins under way: what the browser and the provider bring back is known by its hash.
CREATE TABLE oidc_attempt (
    state_hash    BINARY(32)  NOT NULL,
    browser_hash  BINARY(32)  NOT NULL,
    provider      VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    nonce         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code_verifier VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at    DATETIME(3) NOT NULL,
    PRIMARY KEY (state_hash),
    KEY oidc_attempt_expiry (expires_at)
);

-- Sign-ins that are done, until the browser fetches its tokens.
CREATE TABLE oidc_handover (
    code_hash    BINARY(32)  NOT NULL,
    browser_hash BINARY(32)  NOT NULL,
    account_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at   DATETIME(3) NOT NULL,
    PRIMARY KEY (code_hash),
    KEY oidc_handover_expiry (expires_at)
);
