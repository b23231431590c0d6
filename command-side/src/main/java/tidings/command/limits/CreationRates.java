package tidings.command.limits;

import java.time.Duration;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.throttle.Throttle;
import tidings.command.throttle.Throttles;
import tidings.events.account.AccountId;

/**
 * How often one account may make what stays, counted once for all nodes: what a person does in a lively hour fits, what a
 * script makes in a loop does not. An import is not counted; it comes by another door.
 */
public final class CreationRates {

    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration DIRECT_INTERVAL = Duration.ofSeconds(10);
    private static final Duration ADDITION_INTERVAL = Duration.ofSeconds(1);

    private final Throttle channels;
    private final Throttle directChannels;
    private final Throttle webhooks;
    private final Throttle bots;
    private final Throttle tokens;
    private final Throttle additions;

    CreationRates(Throttles throttles, LimitProperties properties) {
        this.channels = throttles.named("channels", properties.channelBurst(), INTERVAL);
        this.directChannels = throttles.named("direct-channels", properties.directChannelBurst(), DIRECT_INTERVAL);
        this.webhooks = throttles.named("webhooks", properties.webhookBurst(), INTERVAL);
        this.bots = throttles.named("bots", properties.botBurst(), INTERVAL);
        this.tokens = throttles.named("tokens", properties.tokenBurst(), INTERVAL);
        this.additions = throttles.named("additions", properties.additionBurst(), ADDITION_INTERVAL);
    }

    /**
     * Counts a channel, and whom it begins with.
     *
     * @param direct whether it is one without a name, which people open by talking to somebody
     * @throws CommandRefusedException RATE_LIMITED when the account has to wait, as all of these
     */
    public void channel(AccountId accountId, boolean direct, int members) {
        Throttle.requireNoWait((direct ? directChannels : channels).take(accountId.toString()));
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

    public void token(AccountId accountId) {
        Throttle.requireNoWait(tokens.take(accountId.toString()));
    }
}
