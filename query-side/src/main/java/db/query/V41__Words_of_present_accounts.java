package db.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import tidings.query.accounts.AccountWords;

/** Lets the accounts be found that registered before there was a directory, part by part in the order of their key. */
public final class V41__Words_of_present_accounts extends BaseJavaMigration {

    private static final int PART = 1_000;
    private static final String ACCOUNTS = "SELECT account_id, username, display_name, deactivated FROM account_view"
            + " WHERE account_id > ? AND username <> CONCAT('deleted-', BIN_TO_UUID(account_id))"
            + " ORDER BY account_id LIMIT " + PART;
    private static final String WORD =
            "INSERT INTO account_word (deactivated, word, account_id, from_name) VALUES (?, ?, ?, ?)";

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        byte[] last = new byte[16];
        int found = PART;
        try (PreparedStatement accounts = connection.prepareStatement(ACCOUNTS);
                PreparedStatement words = connection.prepareStatement(WORD)) {
            while (found == PART) {
                found = 0;
                accounts.setBytes(1, last);
                try (ResultSet rows = accounts.executeQuery()) {
                    while (rows.next()) {
                        found++;
                        last = rows.getBytes(1);
                        add(words, rows.getBoolean(4), last, rows.getString(2), false);
                        add(words, rows.getBoolean(4), last, rows.getString(3), true);
                    }
                }
                words.executeBatch();
            }
        }
    }

    private static void add(PreparedStatement words, boolean deactivated, byte[] account, String name, boolean fromName)
            throws SQLException {
        for (String word : AccountWords.ofName(name)) {
            words.setBoolean(1, deactivated);
            words.setString(2, word);
            words.setBytes(3, account);
            words.setBoolean(4, fromName);
            words.addBatch();
        }
    }
}
