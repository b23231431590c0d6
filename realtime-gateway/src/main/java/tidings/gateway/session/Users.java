package tidings.gateway.session;

import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tidings.events.account.AccountId;

/** The users connected to this gateway, and how often. Thread-safe. */
@Component
public class Users {

    private final SessionProperties properties;
    private final ConcurrentHashMap<AccountId, User> users = new ConcurrentHashMap<>();

    public Users(SessionProperties properties) {
        this.properties = properties;
    }

    /** One user with at least one connection. */
    private static final class User {

        int connections;
    }

    /** Counts one more connection; false when the user has too many. */
    boolean connect(AccountId accountId) {
        boolean[] admitted = new boolean[1];
        users.compute(accountId, (id, known) -> {
            User current = known == null ? new User() : known;
            if (current.connections < properties.maxConnectionsPerUser()) {
                current.connections++;
                admitted[0] = true;
            }
            return current;
        });
        return admitted[0];
    }

    void disconnect(AccountId accountId) {
        users.computeIfPresent(accountId, (id, user) -> --user.connections == 0 ? null : user);
    }
}
