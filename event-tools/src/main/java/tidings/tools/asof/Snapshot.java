package tidings.tools.asof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.Visibility;

/** What is shown: the last messages only. */
record Snapshot(
        String channelId,
        long seq,
        Instant at,
        @Nullable String name,
        @Nullable String topic,
        Visibility visibility,
        boolean archived,
        List<Member> members,
        int messageCount,
        List<Message> messages) {

    Snapshot {
        members = List.copyOf(members);
        messages = List.copyOf(messages);
    }
}
