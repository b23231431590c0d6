package tidings.command.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tidings.command.channel.ChannelCommand;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.dispatch.CommandDispatcher;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;
import tidings.command.readmarker.ReadMarkers;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Takes the requests of all streams to their decisions. */
final class CommandIntake {

    private static final Logger LOG = LoggerFactory.getLogger(CommandIntake.class);

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration DEFAULT = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMillis(200);

    private final CommandDispatcher dispatcher;
    private final BiConsumer<AccountId, ChannelId> sendRates;
    private final Requests requests;
    private final ChannelAccess access;
    private final ReadMarkers readMarkers;
    private final Executor blocking;

    CommandIntake(
            CommandDispatcher dispatcher,
            BiConsumer<AccountId, ChannelId> sendRates,
            Requests requests,
            ChannelAccess access,
            ReadMarkers readMarkers,
            Executor blocking) {
        this.dispatcher = dispatcher;
        this.sendRates = sendRates;
        this.requests = requests;
        this.access = access;
        this.readMarkers = readMarkers;
        this.blocking = blocking;
    }

    /** The reply to come; never fails. */
    CompletableFuture<CommandReply> take(CommandRequest request, boolean ending) {
        long requestId = request.getRequestId();
        if (ending) {
            return CompletableFuture.completedFuture(Replies.of(requestId, unavailable("the node is shutting down")));
        }
        try {
            AccountId actor = requests.actor(request);
            if (request.hasMarkRead()) {
                return CompletableFuture.supplyAsync(() -> Replies.of(requestId, markRead(actor, request)), blocking)
                        .exceptionally(failure -> failed(requestId, failure));
            }
            ChannelCommand command = requests.command(request);
            sendRates.accept(actor, command.channelId());
            return dispatcher
                    .dispatch(actor, command, timeout(request))
                    .thenApply(outcome -> Replies.of(requestId, outcome))
                    .exceptionally(failure -> failed(requestId, failure));
        } catch (CommandRefusedException refused) {
            return CompletableFuture.completedFuture(Replies.of(requestId, refused));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(requestId, e));
        }
    }

    /** One request that fails unexpectedly does not end the stream of all others. */
    private static CommandReply failed(long requestId, Throwable failure) {
        LOG.error("a request failed", failure);
        return Replies.of(requestId, unavailable("it could not be decided"));
    }

    private Outcome markRead(AccountId actor, CommandRequest request) {
        try {
            ChannelId channelId = Requests.channel(request.getChannelId());
            long head = access.requireMember(actor, channelId);
            long seq = Math.min(request.getMarkRead().getSeq(), head);
            readMarkers.mark(actor, channelId, seq);
            return new Outcome.Accepted(null, seq, Instant.EPOCH, 1);
        } catch (CommandRefusedException refused) {
            return new Outcome.Rejected(refused.code(), refused.reason(), Duration.ZERO);
        } catch (DataAccessException e) {
            return unavailable("the event store did not answer");
        }
    }

    private static Outcome unavailable(String message) {
        return new Outcome.Rejected(RejectionCode.UNAVAILABLE, message, SOON);
    }

    private static Duration timeout(CommandRequest request) {
        Duration asked = Duration.ofMillis(Integer.toUnsignedLong(request.getTimeoutMs()));
        return asked.isZero() ? DEFAULT : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
