-- By which event a member joined, the last time: what was said before is not unread. Written with the membership; made
-- here of the events that there are already.
ALTER TABLE membership ADD COLUMN joined_seq BIGINT NOT NULL DEFAULT -1;

UPDATE membership m
  JOIN (SELECT entries.channel, entries.member, MAX(entries.seq) AS seq
          FROM (SELECT aggregate_identifier AS channel,
                       CAST(JSON_UNQUOTE(JSON_EXTRACT(CONVERT(payload USING utf8mb4), '$.memberId')) AS BINARY) AS member,
                       sequence_number AS seq
                  FROM domain_event_entry
                 WHERE payload_type = 'MemberJoined') entries
         GROUP BY entries.channel, entries.member) joined
    ON joined.channel = m.channel_id AND joined.member = CAST(m.account_id AS BINARY)
   SET m.joined_seq = joined.seq;
