-- What was deleted before this version is taken out of the past as the projection does it from now on.

UPDATE channel_event e
  JOIN message_view m ON m.channel_id = e.channel_id AND m.deleted_seq IS NOT NULL
   AND (e.seq = m.seq OR e.seq = m.body_seq)
   SET e.data = JSON_REMOVE(JSON_SET(e.data, '$.body', CAST('null' AS JSON), '$.erased', CAST('true' AS JSON)),
                            '$.mentions', '$.forwardedFrom');

UPDATE channel_event e
  JOIN message_revision r ON r.channel_id = e.channel_id AND r.from_seq = e.seq
  JOIN message_view m ON m.channel_id = r.channel_id AND m.message_id = r.message_id AND m.deleted_seq IS NOT NULL
   SET e.data = JSON_REMOVE(JSON_SET(e.data, '$.body', CAST('null' AS JSON), '$.erased', CAST('true' AS JSON)),
                            '$.mentions', '$.forwardedFrom');

DELETE r FROM message_revision r
  JOIN message_view m ON m.channel_id = r.channel_id AND m.message_id = r.message_id
 WHERE m.deleted_seq IS NOT NULL;
