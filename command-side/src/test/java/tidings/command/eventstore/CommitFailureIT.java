package tidings.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.command.eventstore.GroupCommitIT.assertGapFree;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.PostMessage;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.Outcome.Accepted;
import tidings.command.dispatch.Outcome.Rejected;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.ClientMessageId;
import tidings.launcher.fixture.SharedServers;
import tidings.launcher.fixture.SharedServers.Database;

class CommitFailureIT {

    /** Where the connection to the database breaks. */
    private enum Breaks {
        NOWHERE,
        AT_CONNECTING,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private final Database database = SharedServers.get().freshDatabase("commit_failure");
    private final AtomicReference<Breaks> breaks = new AtomicReference<>(Breaks.NOWHERE);

    @Test
    void acknowledgesNothingWhenTheDatabaseIsGone() {
        assertThat(outcomesOfABrokenBatch(Breaks.AT_CONNECTING)).isZero();
    }

    @Test
    void acknowledgesNothingThatWasNotCommitted() {
        assertThat(outcomesOfABrokenBatch(Breaks.BEFORE_THE_COMMIT)).isZero();
    }

    @Test
    void answersAResendWithWhatWasCommittedWithoutItsKnowing() {
        assertThat(outcomesOfABrokenBatch(Breaks.AFTER_THE_COMMIT)).isPositive();
    }

    /** Breaks once under load, resends everything, and counts the resends that the broken commit had already done. */
    private long outcomesOfABrokenBatch(Breaks where) {
        try (EngineNode node = EngineNode.on(database, this::breaking)) {
            AccountId author = node.ids.nextAccountId();
            ChannelId channel = node.open(author, "here");
            breaks.set(where);
            List<CompletableFuture<Outcome>> sends = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                sends.add(node.dispatch(author, post(node, channel, i)));
            }
            List<Outcome> first = sends.stream().map(CompletableFuture::join).toList();
            assertThat(first)
                    .anySatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Rejected.class,
                                    refusal -> assertThat(refusal.code()).isEqualTo(RejectionCode.UNAVAILABLE)));
            long alreadyDone = 0;
            for (int i = 0; i < 100; i++) {
                Accepted resent = (Accepted) node.decide(author, post(node, channel, i));
                if (first.get(i) instanceof Accepted acknowledged) {
                    assertThat(resent.seq()).isEqualTo(acknowledged.seq());
                    assertThat(resent.messageId()).isEqualTo(acknowledged.messageId());
                } else if (resent.changes() == 0) {
                    alreadyDone++;
                }
            }
            assertGapFree(node, channel, 102);
            return alreadyDone;
        }
    }

    private static PostMessage post(EngineNode node, ChannelId channel, int i) {
        return new PostMessage(channel, node.ids.nextMessageId(), new ClientMessageId("m" + i), "hello", null);
    }

    private DataSource breaking(DataSource real) {
        return proxy(DataSource.class, real, (method, result) -> {
            if (method.equals("getConnection")) {
                breakIf(Breaks.AT_CONNECTING);
                return proxy(Connection.class, result, null);
            }
            return result;
        });
    }

    private interface After {
        Object map(String method, Object result) throws SQLException;
    }

    private void breakIf(Breaks where) throws SQLException {
        if (breaks.compareAndSet(where, Breaks.NOWHERE)) {
            throw new SQLException("the connection broke", "08S01");
        }
    }

    @SuppressWarnings("unchecked")
    private <T> T proxy(Class<T> type, Object real, @Nullable After after) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                if (method.getName().equals("commit")) {
                    breakIf(Breaks.BEFORE_THE_COMMIT);
                }
                Object result = method.invoke(real, arguments);
                if (method.getName().equals("commit")) {
                    breakIf(Breaks.AFTER_THE_COMMIT);
                }
                return after == null ? result : after.map(method.getName(), result);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        });
    }
}
