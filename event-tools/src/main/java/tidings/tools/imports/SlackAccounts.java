package tidings.tools.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.tools.http.RequestRefusedException;
import tidings.tools.slack.Losses;
import tidings.tools.slack.SlackAuthor;
import tidings.tools.slack.SlackUser;
import tidings.tools.terminal.Progress;

/**
 * The accounts of everybody in an export. Those in its list of users are made at once; bots and people of other
 * workspaces when they first turn up, all of a day together. Safe for use by several threads, none of which waits for the
 * calls of another.
 */
final class SlackAccounts {

    /** So many in a call, which is short enough to show how it goes. */
    private static final int BATCH = 250;

    private static final int MAX_SOURCE_ID = 190;

    private final ImportsApi api;
    private final Losses losses;
    private final Map<String, ImportsApi.KnownAccount> bySlackId = new HashMap<>();
    private int created;

    SlackAccounts(ImportsApi api, Losses losses) {
        this.api = api;
        this.losses = losses;
    }

    void importAll(List<SlackUser> users, Progress progress) {
        List<ImportsApi.NewAccount> wanted = users.stream()
                .map(user -> account(user.id(), user.name(), user.displayName(), user.bot()))
                .toList();
        send(wanted, progress);
    }

    /** Makes the accounts that are missing; what a message says of somebody's name counts more than silence. */
    void ensure(Collection<SlackAuthor> people) {
        Map<String, SlackAuthor> unknown = new LinkedHashMap<>();
        synchronized (this) {
            people.stream()
                    .filter(person -> !bySlackId.containsKey(person.id()))
                    .forEach(person -> unknown.merge(person.id(), person, SlackAccounts::better));
        }
        send(
                unknown.values().stream()
                        .map(person -> account(person.id(), person.name(), person.displayName(), person.bot()))
                        .toList(),
                Progress.muted());
    }

    private static SlackAuthor better(SlackAuthor one, SlackAuthor other) {
        return one.name().isEmpty() ? other : one;
    }

    /** The account id of somebody; null when there is no account. */
    synchronized @Nullable String find(String slackId) {
        ImportsApi.KnownAccount account = bySlackId.get(bounded(slackId));
        return account == null ? null : account.id();
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
        return new ImportsApi.NewAccount(bounded(id), username, Names.displayName(displayName, username), bot);
    }

    private static String bounded(String id) {
        return id.length() > MAX_SOURCE_ID ? id.substring(0, MAX_SOURCE_ID) : id;
    }

    private void send(List<ImportsApi.NewAccount> accounts, Progress progress) {
        for (int from = 0; from < accounts.size(); from += BATCH) {
            List<ImportsApi.NewAccount> batch = accounts.subList(from, Math.min(from + BATCH, accounts.size()));
            sendBatch(new ArrayList<>(batch));
            progress.advance(batch.size(), "accounts");
        }
    }

    /** A batch that is refused as a whole is halved until the accounts that it is refused for stand alone. */
    private void sendBatch(List<ImportsApi.NewAccount> batch) {
        try {
            know(api.accounts(batch));
        } catch (RequestRefusedException e) {
            if (!e.isAboutContent()) {
                throw e;
            }
            if (batch.size() == 1) {
                losses.count("account", e.code());
                return;
            }
            int half = batch.size() / 2;
            sendBatch(batch.subList(0, half));
            sendBatch(batch.subList(half, batch.size()));
        }
    }

    private synchronized void know(List<ImportsApi.KnownAccount> accounts) {
        for (ImportsApi.KnownAccount account : accounts) {
            bySlackId.put(account.sourceId(), account);
            created += account.created() ? 1 : 0;
        }
    }
}
