package tidings.gateway.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tidings.events.account.AccountId;
import tidings.gateway.fanout.Broadcast;
import tidings.gateway.fanout.Broker;
import tidings.gateway.fanout.Topic;

/** What concerns an account goes to its sessions on one event loop. Confined to that loop. */
final class AccountFeeds {

    private final Executor loop;
    private final Broker broker;
    private final Map<AccountId, Feed> feeds = new HashMap<>();

    AccountFeeds(Executor loop, Broker broker) {
        this.loop = loop;
        this.broker = broker;
    }

    private final class Feed implements Broker.Listener {

        final List<Session> sessions = new ArrayList<>(1);
        CompletableFuture<Void> confirmed = new CompletableFuture<>();

        @Override
        public void onBroadcast(Broadcast broadcast) {
            loop.execute(() -> List.copyOf(sessions)
                    .forEach(session -> session.guard(() -> session.onAccountBroadcast(broadcast))));
        }
    }

    /** Completes when nothing that is published from now on is missed. */
    CompletableFuture<Void> open(AccountId accountId, Session session) {
        Feed feed = feeds.get(accountId);
        if (feed == null) {
            feed = new Feed();
            feeds.put(accountId, feed);
            feed.confirmed = broker.subscribe(Topic.of(accountId), feed);
        }
        feed.sessions.add(session);
        return feed.confirmed;
    }

    void close(AccountId accountId, Session session) {
        Feed feed = feeds.get(accountId);
        if (feed != null && feed.sessions.remove(session) && feed.sessions.isEmpty()) {
            feeds.remove(accountId);
            broker.unsubscribe(Topic.of(accountId), feed);
        }
    }
}
