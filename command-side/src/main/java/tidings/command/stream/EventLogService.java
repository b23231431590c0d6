package tidings.command.stream;

import com.google.protobuf.UnsafeByteOperations;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import tidings.command.channel.ChannelQueries;
import tidings.command.contract.EventLogGrpc;
import tidings.command.contract.Membership;
import tidings.command.contract.ReadAccessReply;
import tidings.command.contract.ReadAccessReply.Access;
import tidings.command.contract.ReadAccessRequest;
import tidings.command.contract.ReadChannelReply;
import tidings.command.contract.ReadChannelRequest;
import tidings.command.contract.ReadHeadsReply;
import tidings.command.contract.ReadHeadsRequest;
import tidings.command.contract.ReadMembershipsReply;
import tidings.command.contract.ReadMembershipsRequest;
import tidings.command.contract.RecordedEvent;
import tidings.command.eventstore.LoggedEvent;
import tidings.command.readmarker.ReadMarkers;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

/** Facts from the log, on virtual threads, so many queries at a time and no more. */
final class EventLogService extends EventLogGrpc.EventLogImplBase {

    private static final int MAX_PAGE = 1_000;

    private final ChannelQueries log;
    private final ChannelAccess access;
    private final ReadMarkers readMarkers;
    private final BiPredicate<AccountId, String> endedSessions;
    private final BoundedQueries queries = new BoundedQueries();

    EventLogService(
            ChannelQueries log,
            ChannelAccess access,
            ReadMarkers readMarkers,
            BiPredicate<AccountId, String> endedSessions) {
        this.log = log;
        this.access = access;
        this.readMarkers = readMarkers;
        this.endedSessions = endedSessions;
    }

    @Override
    public void readChannel(ReadChannelRequest request, StreamObserver<ReadChannelReply> answer) {
        queries.answer(answer, () -> {
            ChannelId channelId = Requests.channel(request.getChannelId());
            int limit = Math.clamp(request.getLimit(), 1, MAX_PAGE);
            ReadChannelReply.Builder reply = ReadChannelReply.newBuilder();
            List<LoggedEvent> events = log.readChannel(channelId, request.getAfterSeq(), limit);
            events.forEach(event -> reply.addEvents(recorded(event)));
            // read afterwards, so that the head is never behind the events
            return reply.setHeadSeq(log.head(channelId)).build();
        });
    }

    @Override
    public void readMemberships(ReadMembershipsRequest request, StreamObserver<ReadMembershipsReply> answer) {
        queries.answer(answer, () -> {
            AccountId accountId = Requests.account(request.getAccountId());
            if (!request.getSessionId().isEmpty() && endedSessions.test(accountId, request.getSessionId())) {
                throw Status.PERMISSION_DENIED
                        .withDescription("the session has ended")
                        .asRuntimeException();
            }
            Map<ChannelId, Long> read = readMarkers.readSeqs(accountId);
            ReadMembershipsReply.Builder reply = ReadMembershipsReply.newBuilder();
            log.memberships(accountId)
                    .forEach((channelId, own) -> reply.addMemberships(Membership.newBuilder()
                            .setChannelId(channelId.toString())
                            .setHeadSeq(own.headSeq())
                            .setReadSeq(Math.max(
                                    own.joinedSeq(), read.getOrDefault(channelId, ReadMarkers.NOTHING_READ)))));
            return reply.build();
        });
    }

    @Override
    public void readAccess(ReadAccessRequest request, StreamObserver<ReadAccessReply> answer) {
        queries.answer(answer, () -> {
            AccountId accountId = Requests.account(request.getAccountId());
            ChannelId channelId = Requests.channel(request.getChannelId());
            Access found = access.of(accountId, channelId);
            return ReadAccessReply.newBuilder()
                    .setAccess(found)
                    .setHeadSeq(found == Access.NONE ? ChannelQueries.NO_EVENTS : log.head(channelId))
                    .setReadSeq(
                            found == Access.MEMBER
                                    ? Math.max(
                                            log.joinedSeq(accountId, channelId),
                                            readMarkers.readSeq(accountId, channelId))
                                    : ReadMarkers.NOTHING_READ)
                    .build();
        });
    }

    @Override
    public void readHeads(ReadHeadsRequest request, StreamObserver<ReadHeadsReply> answer) {
        queries.answer(answer, () -> {
            List<ChannelId> channelIds = request.getChannelIdsList().stream()
                    .limit(MAX_PAGE)
                    .map(Requests::channel)
                    .toList();
            ReadHeadsReply.Builder reply = ReadHeadsReply.newBuilder();
            log.heads(channelIds).forEach((channelId, head) -> reply.putHeads(channelId.toString(), head));
            return reply.build();
        });
    }

    private static RecordedEvent recorded(LoggedEvent event) {
        return RecordedEvent.newBuilder()
                .setSeq(event.seq())
                .setAtMs(event.atMillis())
                .setType(event.type())
                .setActorId(event.actorId() == null ? "" : event.actorId())
                .setData(UnsafeByteOperations.unsafeWrap(event.data()))
                .build();
    }
}
