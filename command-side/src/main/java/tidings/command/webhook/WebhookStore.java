package tidings.command.webhook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.secret.OpaqueToken;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;

/** Webhooks, of whose addresses the database knows a digest only. */
final class WebhookStore {

    private static final int MAX_LISTED = 100;

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A webhook as the channel's managers see it. */
    record Webhook(String id, String name, String creatorId) {}

    /**
     * What an address leads to, and what its maker is now.
     *
     * @param role of the maker in the channel; null when a member no more
     * @param standing why the maker's account may not be used; null when it may
     */
    record Target(
            String webhookId,
            ChannelId channel,
            AccountId bot,
            AccountId creator,
            @Nullable Role role,
            @Nullable String standing) {}

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
        return targets("w.secret_hash = ?", secret.hash()).stream().findFirst();
    }

    /** A bounded number of them, oldest first. */
    List<Target> targetsIn(ChannelId channel) {
        return targets("w.channel_id = ? ORDER BY w.created_at LIMIT " + MAX_LISTED, channel.toString());
    }

    private List<Target> targets(String condition, Object value) {
        return jdbc.sql(
                        "SELECT w.webhook_id, w.channel_id, w.account_id, w.creator_id, m.role, s.standing FROM webhook w"
                                + " LEFT JOIN membership m ON m.channel_id = w.channel_id AND m.account_id = w.creator_id"
                                + " LEFT JOIN account_standing s ON s.account_id = w.creator_id WHERE " + condition)
                .param(value)
                .query((row, n) -> new Target(
                        row.getString(1),
                        ChannelId.parse(row.getString(2)),
                        AccountId.parse(row.getString(3)),
                        AccountId.parse(row.getString(4)),
                        row.getString(5) == null ? null : Role.valueOf(row.getString(5)),
                        row.getString(6)))
                .list();
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
