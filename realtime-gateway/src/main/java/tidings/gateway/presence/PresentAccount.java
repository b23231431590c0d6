package tidings.gateway.presence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.PresenceStatus;

/** One person on all gateways. Confined to presence's thread. */
final class PresentAccount {

    final AccountId id;
    /** This gateway's devices. */
    final Map<Device, PresenceStatus> devices = new HashMap<>(2);
    /** What other gateways say, by gateway. */
    final Map<Long, PresenceStatus> elsewhere = new HashMap<>(2);

    Set<ChannelId> channels = Set.of();
    /** What the others were shown last. */
    PresenceStatus shown = PresenceStatus.OFFLINE;
    /** What the other gateways were told last. */
    PresenceStatus told = PresenceStatus.OFFLINE;
    /** Whether the channels changed since the other gateways were told. */
    boolean moved;
    /** Whether others may see the person now who did not before. */
    boolean showAgain;
    /** Since when nothing of the person is connected; only meaningful while that is so. */
    long goneSinceMs;

    PresentAccount(AccountId id) {
        this.id = id;
    }

    PresenceStatus here() {
        return best(devices.values());
    }

    PresenceStatus anywhere() {
        PresenceStatus here = here();
        PresenceStatus there = best(elsewhere.values());
        return here.compareTo(there) <= 0 ? here : there;
    }

    /** The most present one counts: an account with one device online is online. */
    private static PresenceStatus best(Iterable<PresenceStatus> statuses) {
        PresenceStatus best = PresenceStatus.OFFLINE;
        for (PresenceStatus status : statuses) {
            best = status.compareTo(best) < 0 ? status : best;
        }
        return best;
    }
}
