-- By what people are found: usernames and display names (from_name) from the beginning of each word on, in the order of
-- the key, which is that of the names: who is deactivated comes last of all, and nothing is ever sorted.
CREATE TABLE account_word (
    deactivated BOOLEAN     NOT NULL,
    word        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    account_id  BINARY(16)  NOT NULL,
    from_name   BOOLEAN     NOT NULL,
    PRIMARY KEY (deactivated, word, account_id, from_name),
    KEY words_of_account (account_id, word)
);
