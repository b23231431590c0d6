-- Names and sets of people are reserved here before a channel is opened: each is held by one channel.
CREATE TABLE channel_name (
  name        VARCHAR(80) NOT NULL,
  channel_id  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reserved_at BIGINT      NOT NULL,
  PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- people: SHA-256 of the sorted account ids
CREATE TABLE direct_channel (
  people      BINARY(32)  NOT NULL,
  channel_id  CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reserved_at BIGINT      NOT NULL,
  PRIMARY KEY (people)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
