package tidings.command.apitoken;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.command.apitoken.Bots.Kind;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Who answers for which bot. */
final class BotStore {

    private final JdbcClient jdbc;

    BotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId bot, AccountId owner, Kind kind) {
        jdbc.sql("INSERT INTO bot (account_id, owner_id, kind) VALUES (?, ?, ?)")
                .params(bot.toString(), owner.toString(), kind.name())
                .update();
    }

    /** How many bots with tokens somebody answers for, deleted ones left out. */
    long programsOf(AccountId owner) {
        return jdbc.sql("SELECT COUNT(*) FROM bot b WHERE b.owner_id = ? AND b.kind = 'PROGRAM'"
                        + " AND NOT EXISTS (SELECT 1 FROM account_standing s"
                        + " WHERE s.account_id = b.account_id AND s.standing = 'DELETED')")
                .param(owner.toString())
                .query(Long.class)
                .single();
    }

    boolean isBot(AccountId accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM bot WHERE account_id = ?")
                        .param(accountId.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether it is only a webhook's, and no program acts as it. */
    boolean isWebhook(AccountId accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM bot WHERE account_id = ? AND kind = 'WEBHOOK'")
                        .param(accountId.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean answersFor(AccountId owner, AccountId bot) {
        return jdbc.sql("SELECT COUNT(*) FROM bot WHERE account_id = ? AND owner_id = ?")
                        .params(bot.toString(), owner.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The channels from which somebody is banned. */
    List<ChannelId> bansOf(AccountId accountId) {
        return jdbc.sql("SELECT channel_id FROM ban WHERE account_id = ?")
                .param(accountId.toString())
                .query((row, n) -> ChannelId.parse(row.getString(1)))
                .list();
    }
}
