package tidings.tools.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tidings.tools.slack.SlackAuthor;
import tidings.tools.slack.SlackUser;

/**
 * The accounts of everybody in an export. Those in its list of users are made at once; bots and people of other
 * workspaces when they first turn up. Safe for use by several threads.
 */
final class SlackAccounts {

    private final ImportsApi api;
    private final Map<String, ImportsApi.KnownAccount> bySlackId = new HashMap<>();
    private int created;

    SlackAccounts(ImportsApi api) {
        this.api = api;
    }

    synchronized void importAll(List<SlackUser> users) {
        List<ImportsApi.NewAccount> batch = new ArrayList<>();
        for (SlackUser user : users) {
            if (!user.id().isEmpty()) {
                batch.add(account(user.id(), user.name(), user.displayName(), user.bot()));
            }
            if (batch.size() == ImportsApi.MAX_ACCOUNTS) {
                send(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            send(batch);
        }
    }

    /** The account id of an author, whose account is made if need be. */
    synchronized String idOf(SlackAuthor author) {
        if (!bySlackId.containsKey(author.id())) {
            send(List.of(account(author.id(), author.name(), author.name(), author.bot())));
        }
        ImportsApi.KnownAccount account = bySlackId.get(author.id());
        if (account == null) {
            throw new IllegalStateException("the command side did not answer for the account of " + author.id());
        }
        return account.id();
    }

    /** The usernames so far, by Slack's user id. */
    synchronized Map<String, String> usernames() {
        Map<String, String> usernames = new HashMap<>();
        bySlackId.forEach((id, account) -> usernames.put(id, account.username()));
        return usernames;
    }

    synchronized int created() {
        return created;
    }

    synchronized int known() {
        return bySlackId.size() - created;
    }

    private static ImportsApi.NewAccount account(String id, String name, String displayName, boolean bot) {
        String username = Names.username(name, id);
        return new ImportsApi.NewAccount(id, username, Names.displayName(displayName, username), bot);
    }

    private void send(List<ImportsApi.NewAccount> accounts) {
        for (ImportsApi.KnownAccount account : api.accounts(List.copyOf(accounts))) {
            bySlackId.put(account.sourceId(), account);
            created += account.created() ? 1 : 0;
        }
    }
}
