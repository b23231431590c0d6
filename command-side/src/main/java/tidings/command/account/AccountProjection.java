package tidings.command.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import tidings.command.eventstore.AppendedEvent;
import tidings.command.eventstore.InlineProjection;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountEvent.AccountDeactivated;
import tidings.events.account.AccountEvent.AccountDeleted;
import tidings.events.account.AccountEvent.AccountReactivated;
import tidings.events.account.AccountEvent.AuditedAct;
import tidings.events.account.AccountEvent.RoleGranted;
import tidings.events.account.AccountEvent.RoleRevoked;

/** Writes what must be known of accounts at once in the transaction of their events: standing, roles, and the audit's index. */
final class AccountProjection implements InlineProjection {

    private static final String STANDING = "INSERT INTO account_standing (account_id, standing) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE standing = VALUES(standing)";
    private static final String NO_STANDING = "DELETE FROM account_standing WHERE account_id = ?";
    private static final String NO_CREDENTIALS = "DELETE FROM account_credentials WHERE account_id = ?";
    private static final String ROLE = "INSERT IGNORE INTO account_role (account_id, role) VALUES (?, ?)";
    private static final String NO_ROLE = "DELETE FROM account_role WHERE account_id = ? AND role = ?";
    private static final String AUDIT = "INSERT INTO audit_entry (aggregate_identifier, sequence_number) VALUES (?, ?)";

    @Override
    public void project(Connection connection, List<AppendedEvent> events) throws SQLException {
        for (AppendedEvent event : events) {
            if (event.event() instanceof AuditedAct act) {
                update(connection, AUDIT, event.streamId(), event.seq());
                write(connection, event.streamId(), act);
            }
        }
    }

    private static void write(Connection connection, String account, AccountEvent event) throws SQLException {
        switch (event) {
            case AccountDeactivated ignored -> update(connection, STANDING, account, "DEACTIVATED");
            case AccountReactivated ignored -> update(connection, NO_STANDING, account);
            case AccountDeleted ignored -> {
                update(connection, STANDING, account, "DELETED");
                update(connection, NO_CREDENTIALS, account);
            }
            case RoleGranted granted -> update(connection, ROLE, account, granted.role());
            case RoleRevoked revoked -> update(connection, NO_ROLE, account, revoked.role());
            default -> {}
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
