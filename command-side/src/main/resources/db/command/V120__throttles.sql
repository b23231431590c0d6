-- Who has to wait, and until when: counted once for all nodes (ADR 0165).
CREATE TABLE throttle (
    name       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    throttled  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    paid_until DATETIME(3) NOT NULL,
    PRIMARY KEY (name, throttled),
    KEY throttle_paid (paid_until)
);
