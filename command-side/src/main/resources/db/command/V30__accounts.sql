-- Usernames: one row per name, ignoring case. A row is reserved under a lease, then registered once the account's event
-- is in the log; an attempt that died in between is completed by the next one under the same account id (ADR 0030).
CREATE TABLE account_name (
    name_key    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    username    VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    registered  BOOLEAN     NOT NULL,
    attempt     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    lease_until DATETIME(3) NOT NULL,
    PRIMARY KEY (name_key),
    UNIQUE KEY account_name_account (account_id)
);

-- What proves who somebody is. Never in events.
CREATE TABLE account_credentials (
    account_id    CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    password_hash VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    changed_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (account_id)
);

-- Roles beyond USER, which everybody has.
CREATE TABLE account_role (
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    role       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (account_id, role)
);

-- One row: the first account that was registered, which is the instance's first administrator.
CREATE TABLE founder (
    slot       TINYINT    NOT NULL,
    account_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (slot)
);
