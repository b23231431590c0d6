package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.account.AccountCommand;
import tidings.command.account.AccountRole;
import tidings.command.account.DisplayName;
import tidings.command.account.Username;
import tidings.command.channel.ChannelCommand.AddReaction;
import tidings.command.channel.ChannelCommand.BanMember;
import tidings.command.channel.ChannelCommand.ChangeSettings;
import tidings.command.channel.ChannelCommand.EditMessage;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.channel.ChannelCommand.RemoveReaction;
import tidings.command.channel.ChannelCommand.UnbanMember;
import tidings.command.dispatch.AggregateCommand;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.command.ids.IdFactory;
import tidings.command.running.CommandNodeTest;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.MessageId;
import tidings.events.channel.Visibility;

/** Fault 32: whichever statement of an append fails, nothing of the append is durable, and nobody else's fails with it. */
@CommandNodeTest
class AppendAtomicityIT {

    private static final int COMPANIONS = 20;

    @Autowired
    private CommandDispatcher dispatcher;

    @Autowired
    private IdFactory ids;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private DataSource dataSource;

    private AccountId author = new AccountId(new UUID(0, 0));
    private ChannelId elsewhere = new ChannelId(new UUID(0, 0));

    @BeforeEach
    void openAChannelForTheCompanions() {
        author = ids.nextAccountId();
        elsewhere = ids.nextChannelId();
        decide(author, new OpenChannel(elsewhere, "e" + elsewhere, null, Visibility.PUBLIC, List.of()));
    }

    /** A command whose append fails. */
    private record Victim(AccountId actor, AggregateCommand command) {}

    /** A write to a side table that comes with an event. */
    private enum Write {
        JOIN("membership"),
        LEAVE("membership"),
        OPEN("channel"),
        RENAME("channel"),
        REACT("reaction"),
        TAKE_BACK("reaction"),
        EDIT("message_edit"),
        BAN("ban"),
        UNBAN("ban"),
        DEACTIVATE("account_standing"),
        REACTIVATE("account_standing"),
        GRANT("account_role"),
        REVOKE("account_role"),
        DELETE("account_credentials"),
        AUDIT("audit_entry");

        private final String table;

        Write(String table) {
            this.table = table;
        }
    }

    private static Stream<Write> writes() {
        return Stream.of(Write.values());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void leavesNothingOfAnAppendWhoseRowIsLocked(Write write) throws SQLException {
        Victim victim = victim(write);
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement
                    .executeQuery("SELECT * FROM " + write.table + " FOR UPDATE")
                    .close();
            try {
                failsAlone(victim);
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
        isDecidedAfresh(victim, write);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void leavesNothingOfAnAppendOfWhichAStatementFails(Write write) {
        Victim victim = victim(write);
        jdbc.execute("RENAME TABLE " + write.table + " TO is_elsewhere");
        try {
            failsAlone(victim);
        } finally {
            jdbc.execute("RENAME TABLE is_elsewhere TO " + write.table);
        }
        isDecidedAfresh(victim, write);
    }

    private void failsAlone(Victim victim) {
        long before = eventsOf(victim);
        List<CompletableFuture<Outcome>> companions = new ArrayList<>();
        for (int i = 0; i < COMPANIONS / 2; i++) {
            companions.add(dispatch(author, post(elsewhere)));
        }
        CompletableFuture<Outcome> failing = dispatch(victim.actor(), victim.command());
        for (int i = 0; i < COMPANIONS / 2; i++) {
            companions.add(dispatch(author, post(elsewhere)));
        }
        assertThat(failing.join())
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(RejectionCode.UNAVAILABLE));
        assertThat(companions).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Accepted.class));
        assertThat(eventsOf(victim)).as("events of the append that failed").isEqualTo(before);
    }

    /** The answer to the resend is no answer from what never was, and the side table follows the log. */
    private void isDecidedAfresh(Victim victim, Write write) {
        long before = eventsOf(victim);
        long rows = checksum(write);
        Accepted again = (Accepted) dispatch(victim.actor(), victim.command()).join();
        assertThat(again.changes()).isEqualTo(1);
        assertThat(eventsOf(victim)).isGreaterThan(before);
        assertThat(checksum(write)).isNotEqualTo(rows);
    }

    private long checksum(Write write) {
        return Objects.requireNonNull(
                jdbc.query("CHECKSUM TABLE " + write.table, row -> row.next() ? row.getLong(2) : 0L));
    }

    private long eventsOf(Victim victim) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT COUNT(*) FROM domain_event_entry WHERE aggregate_identifier = ?",
                Long.class,
                victim.command().aggregateId().toString()));
    }

    private Victim victim(Write write) {
        return switch (write) {
            case JOIN, LEAVE, OPEN, RENAME, REACT, TAKE_BACK, EDIT, BAN, UNBAN -> inAChannel(write);
            case DEACTIVATE, REACTIVATE, GRANT, REVOKE, DELETE, AUDIT -> ofAnAccount(write);
        };
    }

    private Victim inAChannel(Write write) {
        AccountId owner = ids.nextAccountId();
        AccountId other = ids.nextAccountId();
        ChannelId channel = ids.nextChannelId();
        OpenChannel opening = new OpenChannel(channel, "c" + channel, null, Visibility.PUBLIC, List.of());
        if (write == Write.OPEN) {
            return new Victim(owner, opening);
        }
        decide(owner, opening);
        return switch (write) {
            case JOIN -> new Victim(other, new JoinChannel(channel));
            case LEAVE -> {
                decide(other, new JoinChannel(channel));
                yield new Victim(other, new LeaveChannel(channel));
            }
            case RENAME -> new Victim(owner, new ChangeSettings(channel, "r" + channel, null, null, null, null, null));
            case BAN -> new Victim(owner, new BanMember(channel, other));
            case UNBAN -> {
                decide(owner, new BanMember(channel, other));
                yield new Victim(owner, new UnbanMember(channel, other));
            }
            default -> atAMessage(write, owner, channel);
        };
    }

    private Victim atAMessage(Write write, AccountId owner, ChannelId channel) {
        MessageId message = Objects.requireNonNull(decide(owner, post(channel)).messageId());
        return switch (write) {
            case REACT -> new Victim(owner, new AddReaction(channel, message, "👍"));
            case TAKE_BACK -> {
                decide(owner, new AddReaction(channel, message, "👍"));
                yield new Victim(owner, new RemoveReaction(channel, message, "👍"));
            }
            case EDIT -> new Victim(owner, new EditMessage(channel, message, "another text"));
            default -> throw new IllegalArgumentException(write.name());
        };
    }

    private Victim ofAnAccount(Write write) {
        AccountId account = ids.nextAccountId();
        String name = "a" + account.toString().substring(24);
        decide(account, new AccountCommand.RegisterAccount(account, new Username(name), new DisplayName(name)));
        jdbc.update(
                "INSERT INTO account_credentials (account_id, password_hash, changed_at) VALUES (?, 'x', NOW(3))",
                account.toString());
        return new Victim(
                account,
                switch (write) {
                    case DEACTIVATE -> new AccountCommand.Deactivate(account);
                    case REACTIVATE -> {
                        decide(account, new AccountCommand.Deactivate(account));
                        yield new AccountCommand.Reactivate(account);
                    }
                    case GRANT -> new AccountCommand.GrantRole(account, AccountRole.ADMIN);
                    case REVOKE -> {
                        decide(account, new AccountCommand.GrantRole(account, AccountRole.ADMIN));
                        yield new AccountCommand.RevokeRole(account, AccountRole.ADMIN);
                    }
                    case DELETE -> new AccountCommand.Delete(account);
                    case AUDIT -> new AccountCommand.NotePasswordChange(account);
                    default -> throw new IllegalArgumentException(write.name());
                });
    }

    private PostMessage post(ChannelId channel) {
        return new PostMessage(
                channel,
                ids.nextMessageId(),
                new ClientMessageId(UUID.randomUUID().toString()),
                "hello",
                null);
    }

    private Accepted decide(AccountId actor, AggregateCommand command) {
        return (Accepted) dispatch(actor, command).join();
    }

    private CompletableFuture<Outcome> dispatch(AccountId actor, AggregateCommand command) {
        return dispatcher.dispatch(actor, command, EngineNode.TIMEOUT);
    }
}
