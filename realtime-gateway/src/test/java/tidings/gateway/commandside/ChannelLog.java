package tidings.gateway.commandside;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tidings.command.contract.RecordedEvent;
import tidings.events.EventCatalogue;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** Channels and tickets in memory; every appended event goes to the relay in order. Thread-safe. */
public final class ChannelLog {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventRelay relay;
    private final Map<ChannelId, List<RecordedEvent>> channels = new HashMap<>();
    private final Map<ChannelId, Set<AccountId>> members = new HashMap<>();
    private final Map<String, RecordedEvent> posted = new HashMap<>();
    private final Map<String, AccountId> tickets = new ConcurrentHashMap<>();
    private final Set<String> endedSessions = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> readMarkers = new ConcurrentHashMap<>();

    public ChannelLog(EventRelay relay) {
        this.relay = relay;
    }

    public synchronized ChannelId open(AccountId owner, AccountId... others) {
        ChannelId channelId = new ChannelId(UUID.randomUUID());
        append(channelId, owner, new ChannelEvent.ChannelOpened("room", null, Visibility.PRIVATE));
        join(channelId, owner);
        for (AccountId other : others) {
            join(channelId, other);
        }
        return channelId;
    }

    public synchronized void join(ChannelId channelId, AccountId member) {
        members.computeIfAbsent(channelId, id -> new HashSet<>()).add(member);
        append(channelId, member, new ChannelEvent.MemberJoined(member, Role.MEMBER));
    }

    public synchronized void leave(ChannelId channelId, AccountId member) {
        members.getOrDefault(channelId, new HashSet<>()).remove(member);
        append(channelId, member, new ChannelEvent.MemberLeft(member));
    }

    /** A repeated key gets the first answer. */
    synchronized RecordedEvent post(ChannelId channelId, AccountId actor, String key, ChannelEvent event) {
        RecordedEvent known = posted.get(channelId + " " + actor + " " + key);
        if (known != null) {
            return known;
        }
        RecordedEvent recorded = append(channelId, actor, event);
        posted.put(channelId + " " + actor + " " + key, recorded);
        return recorded;
    }

    public synchronized RecordedEvent append(ChannelId channelId, AccountId actor, ChannelEvent event) {
        List<RecordedEvent> events = channels.computeIfAbsent(channelId, id -> new ArrayList<>());
        RecordedEvent recorded = recorded(events.size(), actor.toString(), event);
        events.add(recorded);
        relay.relay("Channel", channelId.value(), recorded);
        return recorded;
    }

    public synchronized void ban(ChannelId channelId, AccountId actor, AccountId member) {
        members.getOrDefault(channelId, new HashSet<>()).remove(member);
        append(channelId, actor, new ChannelEvent.MemberBanned(member));
        append(channelId, actor, new ChannelEvent.MemberLeft(member));
    }

    /** Ends a session in the table; no event tells of it. */
    public void endSessionSilently(String sessionId) {
        endedSessions.add(sessionId);
    }

    Set<String> endedSessions() {
        return Set.copyOf(endedSessions);
    }

    public void endSession(AccountId accountId, String sessionId) {
        relay.relay(
                "Account",
                accountId.value(),
                recorded(1, accountId.toString(), new AccountEvent.SessionEnded(sessionId)));
    }

    private static RecordedEvent recorded(long seq, String actorId, Object event) {
        return RecordedEvent.newBuilder()
                .setSeq(seq)
                .setAtMs(Instant.parse("2026-11-24T03:04:05.678Z").toEpochMilli())
                .setType(EventCatalogue.typeOf(event.getClass()).orElseThrow().name())
                .setActorId(actorId)
                .setData(ByteString.copyFrom(JSON.writeValueAsBytes(event)))
                .build();
    }

    public synchronized boolean isMember(ChannelId channelId, AccountId accountId) {
        return members.getOrDefault(channelId, Set.of()).contains(accountId);
    }

    public synchronized List<RecordedEvent> after(ChannelId channelId, long seq, int limit) {
        List<RecordedEvent> events = channels.getOrDefault(channelId, List.of());
        int from = (int) Math.min(events.size(), seq + 1);
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    public synchronized long head(ChannelId channelId) {
        return channels.getOrDefault(channelId, List.of()).size() - 1L;
    }

    synchronized List<ChannelId> channelsOf(AccountId accountId) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().contains(accountId))
                .map(Map.Entry::getKey)
                .toList();
    }

    void markRead(ChannelId channelId, AccountId accountId, long seq) {
        readMarkers.merge(channelId + " " + accountId, seq, Math::max);
    }

    public long readSeq(ChannelId channelId, AccountId accountId) {
        return readMarkers.getOrDefault(channelId + " " + accountId, -1L);
    }

    public String drawTicket(AccountId accountId) {
        String ticket = UUID.randomUUID().toString();
        tickets.put(ticket, accountId);
        return ticket;
    }

    java.util.Optional<AccountId> redeem(String ticket) {
        return java.util.Optional.ofNullable(tickets.remove(ticket));
    }
}
