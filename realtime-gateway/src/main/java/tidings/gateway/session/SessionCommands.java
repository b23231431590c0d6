package tidings.gateway.session;

import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.gateway.dispatch.Outcome;
import tidings.gateway.frame.ClientFrame;
import tidings.gateway.frame.ErrorCode;
import tidings.gateway.frame.ServerFrame;

/** A session's commands: within the user's rate to the command side, and the outcome back. Confined to its loop. */
final class SessionCommands {

    private final Session session;
    private final SessionShard shard;
    private final SessionReads reads;

    SessionCommands(Session session, SessionShard shard, SessionReads reads) {
        this.session = session;
        this.shard = shard;
        this.reads = reads;
    }

    void send(ClientFrame.Command command, AccountId accountId) {
        if (command instanceof ClientFrame.Read read) {
            reads.read(read, accountId);
            return;
        }
        long waitMs = shard.services().limits().command(accountId, command.channelId(), session.address());
        if (waitMs > 0) {
            session.error(command.ref(), ErrorCode.RATE_LIMITED, "too many messages at once", waitMs);
            return;
        }
        var unused = shard.services()
                .commands()
                .send(accountId, command, shard.loop())
                .thenAcceptAsync(outcome -> onOutcome(command, outcome), shard.loop());
    }

    private void onOutcome(ClientFrame.Command command, Outcome outcome) {
        switch (outcome) {
            case Outcome.Accepted accepted -> onAccepted(command, accepted);
            case Outcome.Rejected rejected ->
                session.write(new ServerFrame.Error(
                        command.ref(), rejected.code(), rejected.message(), rejected.retryAfterMs(), first(rejected)));
        }
    }

    private static ServerFrame.@Nullable First first(Outcome.Rejected rejected) {
        Outcome.Accepted first = rejected.first();
        return first == null || first.messageId() == null
                ? null
                : new ServerFrame.First(first.messageId(), first.seq(), first.at());
    }

    private void onAccepted(ClientFrame.Command command, Outcome.Accepted accepted) {
        shard.hubs().acknowledged(command.channelId(), accepted.seq());
        session.write(new ServerFrame.Ack(
                command.ref(), command.channelId(), accepted.messageId(), accepted.seq(), accepted.at()));
    }
}
