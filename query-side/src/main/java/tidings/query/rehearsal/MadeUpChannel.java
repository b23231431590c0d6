package tidings.query.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.ChannelOpened;
import tidings.events.channel.ChannelEvent.MemberJoined;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** A channel that does not exist; its first member owns it. */
final class MadeUpChannel {

    private final UUID id;
    private final List<AccountId> members;
    private final Instant at;
    private long next;
    private @Nullable MessageId last;

    MadeUpChannel(UUID id, List<AccountId> members, Instant at) {
        this.id = id;
        this.members = List.copyOf(members);
        this.at = at;
    }

    /** Has to come first, and once. */
    List<RecordedEvent<ChannelEvent>> opened(String topic) {
        AccountId owner = members.getFirst();
        List<RecordedEvent<ChannelEvent>> events = new ArrayList<>();
        events.add(record(owner, new ChannelOpened("rehearsal", topic, Visibility.PRIVATE)));
        for (AccountId member : members) {
            events.add(record(owner, new MemberJoined(member, member.equals(owner) ? Role.OWNER : Role.MEMBER)));
        }
        return events;
    }

    /**
     * @param author the place of a member
     * @param reply whether it answers the message before, if there is one
     */
    RecordedEvent<ChannelEvent> posted(UUID message, int author, String body, boolean reply) {
        MessageId posted = new MessageId(message);
        MessageId answered = reply ? last : null;
        last = posted;
        return record(
                members.get(author), new MessagePosted(posted, new ClientMessageId(posted.toString()), body, answered));
    }

    private RecordedEvent<ChannelEvent> record(AccountId actor, ChannelEvent event) {
        return new RecordedEvent<>(id, next++, at, actor, event);
    }
}
