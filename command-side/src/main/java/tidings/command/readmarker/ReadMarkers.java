package tidings.command.readmarker;

import java.util.Map;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/**
 * How far each account has read each channel. A marker never falls; of many marks the highest wins, in any order, on
 * any node. A mark is visible here at once, durable within 500 ms, and then published.
 */
public interface ReadMarkers {

    /** What {@link #readSeq} answers before the first mark. */
    long NOTHING_READ = -1;

    /** Raises a marker; returns at once. That the account is a member, and that the seq exists, is the caller's to check. */
    void mark(AccountId accountId, ChannelId channelId, long seq);

    long readSeq(AccountId accountId, ChannelId channelId);

    /** All markers of an account; channels without one are left out. */
    Map<ChannelId, Long> readSeqs(AccountId accountId);
}
