package tidings.gateway.access;

import io.grpc.Status;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tidings.access.AccessTokenVerifier;
import tidings.access.Authentication;
import tidings.access.Identity;
import tidings.access.Scope;
import tidings.command.contract.RedeemTicketReply;
import tidings.command.contract.RedeemTicketRequest;
import tidings.command.contract.SessionsGrpc;
import tidings.events.account.AccountId;
import tidings.gateway.node.CommandNodes;
import tidings.gateway.node.NodeProperties;
import tidings.gateway.node.UnaryCall;

/** Verifies signatures on two threads of its own with a bounded queue; tickets go to the command side. */
@Component
class ClientAuthenticator implements Authenticator {

    private static final int THREADS = 2;
    private static final int MAX_WAITING = 20_000;
    private static final int MAX_TICKET_CHARS = 512;

    /** On a socket one reads and writes. */
    private static final Set<Scope> SCOPES = Set.of(Scope.MESSAGES_READ, Scope.MESSAGES_WRITE);

    private final AccessTokenVerifier verifier;
    private final CommandNodes nodes;
    private final long timeoutMs;
    private final ExecutorService signatures;

    ClientAuthenticator(AccessTokenVerifier verifier, NodeProperties properties, CommandNodes nodes) {
        this.verifier = verifier;
        this.nodes = nodes;
        this.timeoutMs = properties.readTimeout().toMillis();
        this.signatures = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().name("signatures-", 0).daemon().factory());
    }

    @Override
    public CompletableFuture<Authentication> checkToken(String token) {
        try {
            return CompletableFuture.supplyAsync(() -> verifier.verify(token).requiring(SCOPES), signatures)
                    .exceptionally(failure -> new Authentication.Undecided("the token could not be checked"));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(new Authentication.Undecided("too many sign-ins at once"));
        }
    }

    @Override
    public CompletableFuture<Authentication> redeemTicket(String ticket) {
        if (ticket.isBlank() || ticket.length() > MAX_TICKET_CHARS) {
            return CompletableFuture.completedFuture(new Authentication.Denied("the ticket is malformed"));
        }
        RedeemTicketRequest request =
                RedeemTicketRequest.newBuilder().setTicket(ticket).build();
        return nodes.call(
                        ticket,
                        node -> UnaryCall.<RedeemTicketReply>start(reply -> SessionsGrpc.newStub(node.channel())
                                .withDeadlineAfter(timeoutMs, TimeUnit.MILLISECONDS)
                                .redeemTicket(request, reply)))
                .thenApply(ClientAuthenticator::granted)
                .exceptionally(ClientAuthenticator::refused);
    }

    private static Authentication granted(RedeemTicketReply reply) {
        return new Authentication.Granted(new Identity(
                AccountId.parse(reply.getAccountId()),
                reply.getSessionId(),
                Instant.ofEpochMilli(reply.getExpiresAtMs())));
    }

    private static Authentication refused(Throwable failure) {
        return switch (Status.fromThrowable(failure).getCode()) {
            case NOT_FOUND, INVALID_ARGUMENT -> new Authentication.Denied("the ticket is unknown or used up");
            default -> new Authentication.Undecided("the ticket could not be checked");
        };
    }

    @PreDestroy
    void close() {
        signatures.shutdownNow();
    }
}
