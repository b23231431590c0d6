-- What is the same for names that look the same: SHA-256 of the UTS 39 skeleton. V151 fills it for the names that there
-- are; of those that look alike already, all but the oldest keep NULL and their name (ADR 0195).
ALTER TABLE account_name
  ADD COLUMN skeleton BINARY(32) NULL,
  ADD UNIQUE KEY uq_account_skeleton (skeleton);

ALTER TABLE channel_name
  ADD COLUMN skeleton BINARY(32) NULL,
  ADD UNIQUE KEY uq_channel_skeleton (skeleton);

-- An emoji is one of Unicode's, or a custom one of at most 64 characters.
ALTER TABLE reaction MODIFY COLUMN emoji VARBINARY(192) NOT NULL;
