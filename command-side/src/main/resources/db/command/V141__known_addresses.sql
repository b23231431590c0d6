-- From where somebody gave the right password or one-time password lately: what others guess does not stop them (ADR 0191).
CREATE TABLE known_address (
    secret  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    network VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_at DATETIME(3) NOT NULL,
    PRIMARY KEY (secret, subject, network),
    KEY known_address_seen (seen_at)
);
