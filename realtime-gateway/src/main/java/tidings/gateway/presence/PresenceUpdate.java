package tidings.gateway.presence;

import java.util.Set;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.PresenceStatus;

/** A person's status on a gateway, and all channels of the person. */
record PresenceUpdate(AccountId id, PresenceStatus status, Set<ChannelId> channels) {
    PresenceUpdate {
        channels = Set.copyOf(channels);
    }
}
