package tidings.command.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.channel.Directory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Usernames that are mentioned, remembered for half a minute: mentions tend to come together. */
final class AccountNameStore implements Directory {

    private static final int MAX_REMEMBERED = 20_000;

    private final JdbcClient jdbc;
    private final Cache<String, Optional<AccountId>> known = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(Duration.ofSeconds(30))
            .executor(Runnable::run)
            .build();

    AccountNameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, AccountId> named(Collection<String> usernames) {
        Map<String, AccountId> found = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String username : usernames) {
            Optional<AccountId> account = known.getIfPresent(username);
            if (account == null) {
                unknown.add(username);
            } else {
                account.ifPresent(id -> found.put(username, id));
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, AccountId> read = read(unknown);
            unknown.forEach(username -> known.put(username, Optional.ofNullable(read.get(username))));
            found.putAll(read);
        }
        return found;
    }

    @Override
    public Set<AccountId> botsOf(AccountId owner, ChannelId channelId) {
        return Set.copyOf(jdbc.sql(
                        "SELECT b.account_id FROM bot b WHERE b.owner_id = ? AND (b.kind = 'PROGRAM' OR EXISTS"
                                + " (SELECT 1 FROM membership m WHERE m.channel_id = ? AND m.account_id = b.account_id))")
                .params(owner.toString(), channelId.toString())
                .query((row, n) -> AccountId.parse(row.getString(1)))
                .list());
    }

    private Map<String, AccountId> read(List<String> keys) {
        Map<String, AccountId> read = new HashMap<>();
        jdbc.sql("SELECT name_key, account_id FROM account_name WHERE registered AND name_key IN (:keys)")
                .param("keys", keys)
                .query(row -> {
                    read.put(row.getString(1), AccountId.parse(row.getString(2)));
                });
        return read;
    }
}
