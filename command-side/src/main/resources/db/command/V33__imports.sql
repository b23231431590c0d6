-- Which of our ids stands for which thing of another system; what makes imports repeatable (ADR 0033).
CREATE TABLE import_identity (
    source    VARCHAR(40)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    kind      VARCHAR(10)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    source_id VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    id        CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- whether its first event is known to be in the log
    recorded  BOOLEAN      NOT NULL,
    PRIMARY KEY (source, kind, source_id)
);
