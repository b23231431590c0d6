package tidings.command.token;

import org.springframework.jdbc.core.simple.JdbcClient;
import tidings.events.account.AccountId;

/** Who answers for which bot. */
final class BotStore {

    private final JdbcClient jdbc;

    BotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId bot, AccountId owner) {
        jdbc.sql("INSERT INTO bot (account_id, owner_id) VALUES (?, ?)")
                .params(bot.toString(), owner.toString())
                .update();
    }

    boolean isBot(AccountId accountId) {
        return jdbc.sql("SELECT COUNT(*) FROM bot WHERE account_id = ?")
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
}
