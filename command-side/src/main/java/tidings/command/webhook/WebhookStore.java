package tidings.command.webhook;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.session.OpaqueToken;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Webhooks, of whose addresses the database knows a digest only. */
public final class WebhookStore {

    private static final int MAX_LISTED = 100;

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A webhook as the channel's managers see it. */
    public record Webhook(String id, String name, String creatorId) {}

    record Target(String webhookId, ChannelId channel, AccountId bot) {}

    void insert(Webhook webhook, ChannelId channel, AccountId bot, OpaqueToken secret) {
        jdbc.sql("INSERT INTO webhook (webhook_id, channel_id, account_id, creator_id, name, secret_hash, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, UTC_TIMESTAMP(3))")
                .params(
                        webhook.id(),
                        channel.toString(),
                        bot.toString(),
                        webhook.creatorId(),
                        webhook.name(),
                        secret.hash())
                .update();
    }

    List<Webhook> list(ChannelId channel) {
        return jdbc.sql("SELECT webhook_id, name, creator_id FROM webhook WHERE channel_id = ?"
                        + " ORDER BY created_at LIMIT ?")
                .params(channel.toString(), MAX_LISTED)
                .query((row, n) -> new Webhook(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    Optional<Target> find(OpaqueToken secret) {
        return jdbc.sql("SELECT webhook_id, channel_id, account_id FROM webhook WHERE secret_hash = ?")
                .param(secret.hash())
                .query((row, n) -> new Target(
                        row.getString(1), ChannelId.parse(row.getString(2)), AccountId.parse(row.getString(3))))
                .optional();
    }

    /** @return its bot; empty when the channel has no such webhook */
    Optional<AccountId> delete(ChannelId channel, String id) {
        Optional<AccountId> bot = jdbc.sql("SELECT account_id FROM webhook WHERE channel_id = ? AND webhook_id = ?")
                .params(channel.toString(), id)
                .query((row, n) -> AccountId.parse(row.getString(1)))
                .optional();
        jdbc.sql("DELETE FROM webhook WHERE channel_id = ? AND webhook_id = ?")
                .params(channel.toString(), id)
                .update();
        return bot;
    }
}
