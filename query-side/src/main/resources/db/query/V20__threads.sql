-- The thread that a reply belongs to, at whatever depth: null for what answers nothing.
ALTER TABLE message_view
    ADD COLUMN thread_id BINARY(16) GENERATED ALWAYS AS (COALESCE(thread_root, reply_to)) VIRTUAL,
    ADD KEY message_thread (channel_id, thread_id, seq);
