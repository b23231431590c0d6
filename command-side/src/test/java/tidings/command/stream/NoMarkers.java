package tidings.command.stream;

import java.util.Map;
import tidings.command.readmarker.ReadMarkers;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Nobody has read anything. */
public final class NoMarkers implements ReadMarkers {

    @Override
    public void mark(AccountId accountId, ChannelId channelId, long seq) {
        // forgotten
    }

    @Override
    public long readSeq(AccountId accountId, ChannelId channelId) {
        return NOTHING_READ;
    }

    @Override
    public Map<ChannelId, Long> readSeqs(AccountId accountId) {
        return Map.of();
    }
}
