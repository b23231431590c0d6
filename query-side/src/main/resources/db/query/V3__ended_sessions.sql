-- Sessions that ended: their access tokens no longer count, although they have not expired. Rows that are older than
-- any token are swept away when another session ends.
CREATE TABLE ended_session (
    account_id BINARY(16)   NOT NULL,
    session_id VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ended_at   BIGINT       NOT NULL,
    PRIMARY KEY (account_id, session_id),
    KEY ended_session_by_time (ended_at)
);
