package tidings.gateway.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * Facts from the event store, never from a projection: what was acknowledged is visible here at once. Every future
 * fails when no command node answers; none ever blocks the caller.
 */
public interface EventLog {

    /** The most events that one read returns. */
    int MAX_PAGE = 200;

    /** Events after a seq, in order and without gaps, at most {@link #MAX_PAGE}. */
    CompletableFuture<EventPage> readChannel(ChannelId channelId, long afterSeq);

    /**
     * All channels of which the account is a member.
     *
     * @param sessionId whose socket asks; where it was ended, the future fails with a {@link SessionEndedException}
     */
    CompletableFuture<List<Membership>> readMemberships(AccountId accountId, String sessionId);

    /** What the account may do with the channel; an unknown channel and a hidden one answer alike. */
    CompletableFuture<ChannelAccess> readAccess(AccountId accountId, ChannelId channelId);

    /** The last seq of each channel, at most 1,000 of them; unknown ones are left out. */
    CompletableFuture<Map<ChannelId, Long>> readHeads(Collection<ChannelId> channelIds);
}
