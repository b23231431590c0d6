package tidings.command.limits;

import java.time.Duration;
import tidings.command.dispatch.CommandRefused;
import tidings.command.throttle.Throttle;
import tidings.command.throttle.Throttles;
import tidings.events.account.AccountId;

/** How often one account may make what stays, counted once for all nodes. */
public final class CreationRates {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration ADDITION_INTERVAL = Duration.ofSeconds(1);

    private final Throttle channels;
    private final Throttle webhooks;
    private final Throttle bots;
    private final Throttle additions;

    CreationRates(Throttles throttles, LimitProperties properties) {
        this.channels = throttles.named("channels", properties.channelBurst(), INTERVAL);
        this.webhooks = throttles.named("webhooks", properties.webhookBurst(), INTERVAL);
        this.bots = throttles.named("bots", properties.botsPerAccount(), INTERVAL);
        this.additions = throttles.named("additions", properties.additionBurst(), ADDITION_INTERVAL);
    }

    /**
     * Counts a channel, and whom it begins with.
     *
     * @throws CommandRefused RATE_LIMITED when the account has to wait, as all of these
     */
    public void channel(AccountId accountId, int members) {
        Throttle.requireNoWait(channels.take(accountId.toString()));
        additions(accountId, members);
    }

    /** Counts people who are brought into a channel. */
    public void additions(AccountId accountId, int people) {
        if (people > 0) {
            Throttle.requireNoWait(additions.take(accountId.toString(), people));
        }
    }

    public void webhook(AccountId accountId) {
        Throttle.requireNoWait(webhooks.take(accountId.toString()));
    }

    public void bot(AccountId accountId) {
        Throttle.requireNoWait(bots.take(accountId.toString()));
    }
}
