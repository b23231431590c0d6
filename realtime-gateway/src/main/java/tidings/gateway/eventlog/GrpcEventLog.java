package tidings.gateway.eventlog;

import io.grpc.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tidings.command.contract.EventLogGrpc;
import tidings.command.contract.ReadAccessReply;
import tidings.command.contract.ReadAccessRequest;
import tidings.command.contract.ReadChannelReply;
import tidings.command.contract.ReadChannelRequest;
import tidings.command.contract.ReadHeadsReply;
import tidings.command.contract.ReadHeadsRequest;
import tidings.command.contract.ReadMembershipsReply;
import tidings.command.contract.ReadMembershipsRequest;
import tidings.command.contract.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.gateway.frame.EventFrames;
import tidings.gateway.frame.ServerFrame;
import tidings.gateway.node.CommandNode;
import tidings.gateway.node.CommandNodes;
import tidings.gateway.node.NodeProperties;
import tidings.gateway.node.UnaryCall;

/**
 * Reads over gRPC, on the node that the channel prefers, because its caches are warm. What a session asks for when it
 * begins and what heals a channel are admitted separately: a storm of sign-ins does not delay the healing.
 */
@Component
class GrpcEventLog implements EventLog {

    private static final int MAX_SESSION_READS = 32;
    private static final int MAX_CHANNEL_READS = 64;
    private static final int MAX_WAITING = 100_000;

    private final CommandNodes nodes;
    private final long timeoutMs;
    private final ReadLimiter sessionReads = new ReadLimiter(MAX_SESSION_READS, MAX_WAITING);
    private final ReadLimiter channelReads = new ReadLimiter(MAX_CHANNEL_READS, MAX_WAITING);

    GrpcEventLog(CommandNodes nodes, NodeProperties properties) {
        this.nodes = nodes;
        this.timeoutMs = properties.readTimeout().toMillis();
    }

    @Override
    public CompletableFuture<EventPage> readChannel(ChannelId channelId, long afterSeq) {
        ReadChannelRequest request = ReadChannelRequest.newBuilder()
                .setChannelId(channelId.toString())
                .setAfterSeq(afterSeq)
                .setLimit(MAX_PAGE)
                .build();
        return channelReads
                .run(() -> nodes.call(
                        channelId.toString(),
                        node -> UnaryCall.<ReadChannelReply>start(
                                reply -> stub(node).readChannel(request, reply))))
                .thenApply(reply -> new EventPage(
                        reply.getEventsList().stream()
                                .map(event -> frame(channelId, event))
                                .toList(),
                        reply.getHeadSeq()));
    }

    private static ServerFrame.Event frame(ChannelId channelId, RecordedEvent event) {
        return EventFrames.encode(
                channelId,
                event.getSeq(),
                Instant.ofEpochMilli(event.getAtMs()),
                event.getType(),
                event.getActorId().isEmpty() ? null : AccountId.parse(event.getActorId()),
                event.getData().toByteArray());
    }

    @Override
    public CompletableFuture<List<Membership>> readMemberships(AccountId accountId, String sessionId) {
        ReadMembershipsRequest request = ReadMembershipsRequest.newBuilder()
                .setAccountId(accountId.toString())
                .setSessionId(sessionId)
                .build();
        return sessionReads
                .run(() -> nodes.call(
                        accountId.toString(),
                        node -> UnaryCall.<ReadMembershipsReply>start(
                                reply -> stub(node).readMemberships(request, reply))))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Status.fromThrowable(failure).getCode() == Status.Code.PERMISSION_DENIED
                                ? new SessionEndedException()
                                : failure))
                .thenApply(reply -> reply.getMembershipsList().stream()
                        .map(m -> new Membership(ChannelId.parse(m.getChannelId()), m.getHeadSeq(), m.getReadSeq()))
                        .toList());
    }

    @Override
    public CompletableFuture<ChannelAccess> readAccess(AccountId accountId, ChannelId channelId) {
        ReadAccessRequest request = ReadAccessRequest.newBuilder()
                .setAccountId(accountId.toString())
                .setChannelId(channelId.toString())
                .build();
        return sessionReads
                .run(() -> nodes.call(
                        channelId.toString(),
                        node -> UnaryCall.<ReadAccessReply>start(
                                reply -> stub(node).readAccess(request, reply))))
                .thenApply(reply -> new ChannelAccess(
                        mayRead(reply.getAccess()),
                        reply.getAccess() == ReadAccessReply.Access.MEMBER,
                        reply.getHeadSeq()));
    }

    private static boolean mayRead(ReadAccessReply.Access access) {
        return switch (access) {
            case READER, MEMBER -> true;
            case NONE, UNRECOGNIZED -> false;
        };
    }

    @Override
    public CompletableFuture<Map<ChannelId, Long>> readHeads(Collection<ChannelId> channelIds) {
        ReadHeadsRequest.Builder request = ReadHeadsRequest.newBuilder();
        channelIds.forEach(id -> request.addChannelIds(id.toString()));
        String key = request.getChannelIdsCount() == 0 ? "" : request.getChannelIds(0);
        return channelReads
                .run(() -> nodes.call(
                        key,
                        node -> UnaryCall.<ReadHeadsReply>start(
                                reply -> stub(node).readHeads(request.build(), reply))))
                .thenApply(reply -> {
                    Map<ChannelId, Long> heads = new HashMap<>();
                    reply.getHeadsMap().forEach((id, seq) -> heads.put(ChannelId.parse(id), seq));
                    return heads;
                });
    }

    private EventLogGrpc.EventLogStub stub(CommandNode node) {
        return EventLogGrpc.newStub(node.channel()).withDeadlineAfter(timeoutMs, TimeUnit.MILLISECONDS);
    }
}
