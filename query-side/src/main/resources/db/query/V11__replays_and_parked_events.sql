-- A replay says that it lives, what it had to park, and hears that it is to stop; its tables bear its id.
ALTER TABLE replay
    ADD COLUMN heartbeat_at BIGINT  NOT NULL DEFAULT 0,
    ADD COLUMN parked       BIGINT  NOT NULL DEFAULT 0,
    ADD COLUMN cancelled    BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY replay_by_start (started_at);

ALTER TABLE parked_event ADD KEY parked_of_stream (stream_id, seq);
