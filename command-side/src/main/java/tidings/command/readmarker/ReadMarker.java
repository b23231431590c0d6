package tidings.command.readmarker;

import java.util.Comparator;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** How far an account has read a channel. */
public record ReadMarker(AccountId accountId, ChannelId channelId, long seq) {

    /** The order in which rows are locked, the same for all writers. */
    static final Comparator<ReadMarker> BY_PRIMARY_KEY = Comparator.comparing(
                    (ReadMarker marker) -> marker.accountId().toString())
            .thenComparing(marker -> marker.channelId().toString());

    /** Whose marker it is, and where. */
    record Key(AccountId accountId, ChannelId channelId) {}

    Key key() {
        return new Key(accountId, channelId);
    }
}
