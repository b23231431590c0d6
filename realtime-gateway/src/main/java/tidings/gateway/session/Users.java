package tidings.gateway.session;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;

/** The users connected to this gateway: how often, and what they may still send. Thread-safe. */
@Component
public class Users {

    private final SessionProperties properties;
    private final ConcurrentHashMap<AccountId, User> users = new ConcurrentHashMap<>();

    public Users(SessionProperties properties) {
        this.properties = properties;
    }

    /** One user with at least one connection. */
    static final class User {

        final TokenBucket sends;
        private int connections;

        private User(SessionProperties properties) {
            this.sends = new TokenBucket(properties.sendsPerSecond(), properties.sendBurst());
        }
    }

    /** Counts one more connection, or answers null when the user has too many. */
    @Nullable User connect(AccountId accountId) {
        boolean[] admitted = new boolean[1];
        User user = users.compute(accountId, (id, known) -> {
            User current = known == null ? new User(properties) : known;
            if (current.connections < properties.maxConnectionsPerUser()) {
                current.connections++;
                admitted[0] = true;
            }
            return current;
        });
        return admitted[0] ? user : null;
    }

    void disconnect(AccountId accountId) {
        users.computeIfPresent(accountId, (id, user) -> --user.connections == 0 ? null : user);
    }
}
