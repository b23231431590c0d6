package tidings.command.webhook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidings.command.account.AccountCommand.NoteWebhook;
import tidings.command.account.AccountCommand.NoteWebhookDeletion;
import tidings.command.account.DisplayName;
import tidings.command.channel.ChannelCommand.AddMember;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ChannelCommand.RemoveMember;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Decisions;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.secret.OpaqueToken;
import tidings.command.throttle.Throttle;
import tidings.command.webhook.WebhookStore.Target;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;

/**
 * Incoming webhooks: whoever knows the address posts into the channel, as a bot that is a member of it like any other, so
 * that everything that holds for members holds for it. A webhook is good as long as who made it is active and manages the
 * channel (ADR-0016).
 */
final class Webhooks {

    private static final String PREFIX = "tdh_";
    private static final int MAX_PER_CHANNEL = 20;

    private final WebhookStore store;
    private final Makers makers;
    private final Decisions decisions;
    private final IdFactory ids;
    private final Throttle throttle;

    Webhooks(WebhookStore store, Makers makers, Decisions decisions, IdFactory ids, Throttle throttle) {
        this.store = store;
        this.makers = makers;
        this.decisions = decisions;
        this.ids = ids;
        this.throttle = throttle;
    }

    /** @param secret the end of its address; is shown once and kept nowhere */
    record Created(String id, String secret) {
        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    /**
     * Makes a webhook, with a bot of its own.
     *
     * @throws CommandRefusedException NOT_FOUND to who is no member, FORBIDDEN to members who do not manage the channel
     */
    Created create(AccountId creator, ChannelId channel, String name) {
        makers.requireManager(creator, channel);
        retireUnowned(channel);
        if (store.list(channel).size() >= MAX_PER_CHANNEL) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "a channel has at most 20 webhooks");
        }
        DisplayName displayName = new DisplayName(name);
        AccountId bot = makers.botFor(creator, displayName);
        decisions.decide(creator, new AddMember(channel, bot));
        String id = ids.next().toString();
        decisions.decide(creator, new NoteWebhook(bot, id, channel));
        OpaqueToken secret = OpaqueToken.random(PREFIX);
        store.insert(new WebhookStore.Webhook(id, displayName.value(), creator.toString()), channel, bot, secret);
        return new Created(id, secret.text());
    }

    List<WebhookStore.Webhook> list(AccountId caller, ChannelId channel) {
        makers.requireManager(caller, channel);
        retireUnowned(channel);
        return store.list(channel);
    }

    /** Its address is good for nothing from now on; what it posted stays. */
    void delete(AccountId caller, ChannelId channel, String id) {
        makers.requireManager(caller, channel);
        AccountId bot = store.delete(channel, id)
                .orElseThrow(() -> new CommandRefusedException(RejectionCode.NOT_FOUND, "no such webhook"));
        decisions.decide(caller, new NoteWebhookDeletion(bot, id));
        // it may have left or been removed before
        decisions.outcome(caller, new RemoveMember(channel, bot));
    }

    /**
     * Posts a message.
     *
     * @param key what makes a repeated call the same message; null when the caller never repeats one
     * @return empty when there is no such address
     * @throws CommandRefusedException when the message is refused
     * @throws CommandRefusedException RATE_LIMITED when the webhook has to wait
     */
    Optional<Outcome.Accepted> post(String secret, String body, @Nullable String key) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        Optional<Target> target = store.find(new OpaqueToken(secret)).filter(this::isOwned);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Throttle.requireNoWait(throttle.take(target.get().webhookId()));
        ClientMessageId clientMessageId =
                new ClientMessageId(key == null ? ids.next().toString() : key);
        return Optional.of(decisions.decide(
                target.get().bot(),
                new PostMessage(target.get().channel(), ids.nextMessageId(), clientMessageId, body, null)));
    }

    /** Whether its maker may have it now; one whose maker never may again is deleted. */
    private boolean isOwned(Target target) {
        if (!Makers.manages(target.role()) || "DELETED".equals(target.standing())) {
            retire(target);
            return false;
        }
        return target.standing() == null;
    }

    private void retireUnowned(ChannelId channel) {
        store.targetsIn(channel).forEach(this::isOwned);
    }

    private void retire(Target target) {
        store.delete(target.channel(), target.webhookId());
        decisions.outcome(target.creator(), new NoteWebhookDeletion(target.bot(), target.webhookId()));
        decisions.outcome(target.bot(), new LeaveChannel(target.channel()));
    }
}
