package tidings.gateway.presence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Everybody who is present anywhere, and who shares a channel with whom. Confined to presence's thread. */
final class PresentAccounts {

    private final int maxChannelPeople;
    private final Map<AccountId, PresentAccount> accounts = new HashMap<>();
    private final Map<ChannelId, Set<PresentAccount>> byChannel = new HashMap<>();

    PresentAccounts(int maxChannelPeople) {
        this.maxChannelPeople = maxChannelPeople;
    }

    @Nullable PresentAccount find(AccountId id) {
        return accounts.get(id);
    }

    PresentAccount get(AccountId id) {
        return accounts.computeIfAbsent(id, PresentAccount::new);
    }

    Collection<PresentAccount> all() {
        return accounts.values();
    }

    void move(PresentAccount account, Set<ChannelId> channels) {
        for (ChannelId left : account.channels) {
            if (!channels.contains(left)) {
                Set<PresentAccount> others = byChannel.get(left);
                if (others != null && others.remove(account) && others.isEmpty()) {
                    byChannel.remove(left);
                }
            }
        }
        for (ChannelId channelId : channels) {
            byChannel.computeIfAbsent(channelId, id -> new HashSet<>(4)).add(account);
        }
        account.channels = Set.copyOf(channels);
    }

    void forget(PresentAccount account) {
        move(account, Set.of());
        accounts.remove(account.id);
    }

    /** The present accounts that share a channel that is not too large. */
    Set<PresentAccount> companions(PresentAccount account) {
        Set<PresentAccount> companions = new LinkedHashSet<>();
        for (ChannelId channelId : account.channels) {
            Set<PresentAccount> others = byChannel.getOrDefault(channelId, Set.of());
            if (others.size() <= maxChannelPeople) {
                companions.addAll(others);
            }
        }
        companions.remove(account);
        return companions;
    }
}
