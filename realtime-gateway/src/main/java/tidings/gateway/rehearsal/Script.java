package tidings.gateway.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tidings.command.contract.Accepted;
import tidings.command.contract.CommandRequest;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.fanout.EventPublisher.Publication;
import tidings.gateway.frame.EventFrames;

/** The log of a rehearsal: everything said is accepted, counted, and waits to be published. Thread-safe. */
final class Script {

    private static final long PATIENCE_MS = 20;

    private final Map<ChannelId, AtomicLong> heads = new ConcurrentHashMap<>();
    private final BlockingQueue<Publication> said = new LinkedBlockingQueue<>();
    private final AtomicLong messages = new AtomicLong();
    private final Clock clock;

    Script(Clock clock) {
        this.clock = clock;
    }

    long messages() {
        return messages.get();
    }

    long head(ChannelId channelId) {
        return heads.computeIfAbsent(channelId, id -> new AtomicLong()).get();
    }

    Accepted accept(CommandRequest request) {
        ChannelId channelId = ChannelId.parse(request.getChannelId());
        AccountId actor = AccountId.parse(request.getActorId());
        String messageId = request.getPostMessage().getClientMessageId();
        Instant now = clock.instant();
        long seq = heads.computeIfAbsent(channelId, id -> new AtomicLong()).incrementAndGet();
        byte[] data = ("{\"messageId\":\"" + messageId + "\",\"body\":\""
                        + request.getPostMessage().getBody() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        said.add(new Publication.OfEvent(EventFrames.encode(channelId, seq, now, "MessagePosted", actor, data)));
        messages.incrementAndGet();
        return Accepted.newBuilder()
                .setMessageId(messageId)
                .setSeq(seq)
                .setAtMs(now.toEpochMilli())
                .build();
    }

    /** What was said since the last call, in order; waits a moment for the first of it. */
    List<Publication> next() throws InterruptedException {
        List<Publication> batch = new ArrayList<>();
        Publication first = said.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            said.drainTo(batch);
        }
        return batch;
    }
}
