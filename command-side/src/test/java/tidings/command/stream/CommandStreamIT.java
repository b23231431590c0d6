package tidings.command.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.command.channel.ChannelCommand.JoinChannel;
import tidings.command.channel.ChannelCommand.LeaveChannel;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.channel.ChannelCommand.SetRole;
import tidings.command.channel.ChannelQueries;
import tidings.command.contract.CommandBatch;
import tidings.command.contract.CommandReply;
import tidings.command.contract.CommandRequest;
import tidings.command.contract.CommandStreamGrpc;
import tidings.command.contract.EventLogGrpc;
import tidings.command.contract.PostMessage;
import tidings.command.contract.ReadAccessRequest;
import tidings.command.contract.ReadChannelRequest;
import tidings.command.contract.ReadMembershipsRequest;
import tidings.command.contract.ReplyBatch;
import tidings.command.eventstore.EngineNode;
import tidings.command.session.EndedSessions;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tidings.launcher.fixture.SharedServers;

class CommandStreamIT {

    private static final String SECRET = "between us";

    private final EngineNode node = EngineNode.on(SharedServers.get().freshDatabase("command_stream"));
    private final AccountId author = node.ids.nextAccountId();
    private final ChannelId channel = node.ids.nextChannelId();
    private final StreamServer server = new StreamServer(
            new StreamServer.Door("127.0.0.1", 0, SECRET),
            new StreamServer.Services(
                    node.dispatcher,
                    (account, channel) -> {},
                    new ChannelQueries(node.jdbc),
                    new NoMarkers(),
                    new NoTickets(),
                    (account, session) -> session.equals("ended"),
                    since -> new EndedSessions.Page(List.of(), since)),
            node.ids);
    private final Map<Long, CommandReply> replies = new ConcurrentHashMap<>();
    private volatile boolean completed;

    @BeforeEach
    void open() {
        server.start();
        node.decide(author, new OpenChannel(channel, "here", null, Visibility.PUBLIC, List.of()));
    }

    @AfterEach
    void close() {
        server.close();
        node.close();
    }

    @Test
    void decidesInTheOrderOfTheRequestsAndShowsAtOnceWhatItAcknowledged() {
        ManagedChannel wire = wire(SECRET);
        StreamObserver<CommandBatch> requests = CommandStreamGrpc.newStub(wire).execute(collector());
        for (int batch = 0; batch < 10; batch++) {
            CommandBatch.Builder posts = CommandBatch.newBuilder();
            IntStream.range(batch * 10, batch * 10 + 10).forEach(i -> posts.addRequests(post(i, "m" + i)));
            requests.onNext(posts.build());
        }
        await().until(() -> replies.size() == 100);
        for (int i = 0; i < 100; i++) {
            assertThat(reply(i).getAccepted().getSeq()).isEqualTo(2L + i);
        }
        var page = EventLogGrpc.newBlockingStub(wire)
                .readChannel(ReadChannelRequest.newBuilder()
                        .setChannelId(channel.toString())
                        .setAfterSeq(1)
                        .setLimit(1_000)
                        .build());
        assertThat(page.getHeadSeq()).isEqualTo(101);
        assertThat(page.getEventsList())
                .hasSize(100)
                .allMatch(event -> event.getType().equals("MessagePosted"))
                .allMatch(event -> event.getActorId().equals(author.toString()));
        wire.shutdownNow();
    }

    @Test
    void refusesWithTheStableCodes() {
        ManagedChannel wire = wire(SECRET);
        StreamObserver<CommandBatch> requests = CommandStreamGrpc.newStub(wire).execute(collector());
        requests.onNext(CommandBatch.newBuilder()
                .addRequests(post(1, ""))
                .addRequests(post(2, "k").toBuilder()
                        .setChannelId(node.ids.nextChannelId().toString()))
                .addRequests(post(3, "k").toBuilder()
                        .setActorId(node.ids.nextAccountId().toString()))
                .addRequests(CommandRequest.newBuilder().setRequestId(4).setActorId(author.toString()))
                .build());
        await().until(() -> replies.size() == 4);
        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(i -> reply(i).getRejected().getCode()))
                .containsExactly("BAD_FRAME", "NOT_FOUND", "FORBIDDEN", "NOT_FOUND");
        wire.shutdownNow();
    }

    @Test
    void saysWhatAKnownKeyWasAnsweredWhereTheContentIsAnotherOne() {
        ManagedChannel wire = wire(SECRET);
        StreamObserver<CommandBatch> requests = CommandStreamGrpc.newStub(wire).execute(collector());
        CommandRequest first = post(1, "k");
        CommandRequest other = first.toBuilder()
                .setRequestId(2)
                .setPostMessage(first.getPostMessage().toBuilder().setBody("another text"))
                .build();
        requests.onNext(CommandBatch.newBuilder()
                .addRequests(first)
                .addRequests(other)
                .addRequests(first.toBuilder().setRequestId(3))
                .build());
        await().until(() -> replies.size() == 3);
        assertThat(reply(2).getRejected().getCode()).isEqualTo("CONFLICT");
        assertThat(reply(2).getRejected().getFirst()).isEqualTo(reply(1).getAccepted());
        assertThat(reply(3).getAccepted()).isEqualTo(reply(1).getAccepted());
        wire.shutdownNow();
    }

    @Test
    void answersWhatIsUnderWayBeforeItEnds() {
        ManagedChannel wire = wire(SECRET);
        StreamObserver<CommandBatch> requests = CommandStreamGrpc.newStub(wire).execute(collector());
        CommandBatch.Builder posts = CommandBatch.newBuilder();
        IntStream.range(0, 50).forEach(i -> posts.addRequests(post(i, "m" + i)));
        requests.onNext(posts.build());
        await().until(() -> !replies.isEmpty());
        server.drain(STANDSTILL);
        await().until(() -> completed);
        assertThat(replies).hasSize(50);
        assertThat(replies.values()).allMatch(CommandReply::hasAccepted);
        wire.shutdownNow();
    }

    @Test
    void beginsReadingWhereAMemberJoinedTheLastTime() {
        AccountId guest = node.ids.nextAccountId();
        node.decide(guest, new JoinChannel(channel));
        node.decide(author, new SetRole(channel, guest, Role.MODERATOR));
        assertThat(readSeqOf(guest)).isEqualTo(2);
        node.decide(guest, new LeaveChannel(channel));
        node.decide(guest, new JoinChannel(channel));
        assertThat(readSeqOf(guest)).isEqualTo(5);
        assertThat(readSeqOf(author)).isEqualTo(1);
    }

    /** By the list of memberships and by the channel alone: they answer alike. */
    private long readSeqOf(AccountId member) {
        ManagedChannel wire = wire(SECRET);
        try {
            EventLogGrpc.EventLogBlockingStub log = EventLogGrpc.newBlockingStub(wire);
            long alone = log.readAccess(ReadAccessRequest.newBuilder()
                            .setAccountId(member.toString())
                            .setChannelId(channel.toString())
                            .build())
                    .getReadSeq();
            assertThat(log.readMemberships(ReadMembershipsRequest.newBuilder()
                                    .setAccountId(member.toString())
                                    .build())
                            .getMemberships(0)
                            .getReadSeq())
                    .isEqualTo(alone);
            return alone;
        } finally {
            wire.shutdownNow();
        }
    }

    @Test
    void tellsThatASessionHasEnded() {
        ManagedChannel wire = wire(SECRET);
        EventLogGrpc.EventLogBlockingStub log = EventLogGrpc.newBlockingStub(wire);
        ReadMembershipsRequest.Builder request =
                ReadMembershipsRequest.newBuilder().setAccountId(author.toString());
        assertThat(log.readMemberships(request.setSessionId("running").build()).getMembershipsList())
                .hasSize(1);
        assertThatThrownBy(
                        () -> log.readMemberships(request.setSessionId("ended").build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
        wire.shutdownNow();
    }

    @Test
    void letsNobodyInWithoutTheSecret() {
        ManagedChannel wire = wire("guessed");
        assertThatThrownBy(
                        () -> EventLogGrpc.newBlockingStub(wire).readChannel(ReadChannelRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        wire.shutdownNow();
    }

    private CommandReply reply(long requestId) {
        return Objects.requireNonNull(replies.get(requestId));
    }

    private ManagedChannel wire(String secret) {
        Metadata headers = new Metadata();
        headers.put(SecretInterceptor.SECRET, secret);
        return NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                .usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
    }

    private CommandRequest post(long requestId, String key) {
        return CommandRequest.newBuilder()
                .setRequestId(requestId)
                .setTimeoutMs(10_000)
                .setActorId(author.toString())
                .setChannelId(channel.toString())
                .setPostMessage(PostMessage.newBuilder().setClientMessageId(key).setBody("hello"))
                .build();
    }

    private StreamObserver<ReplyBatch> collector() {
        return new StreamObserver<>() {
            @Override
            public void onNext(ReplyBatch batch) {
                batch.getRepliesList().forEach(reply -> replies.put(reply.getRequestId(), reply));
            }

            @Override
            public void onError(Throwable failure) {
                completed = false;
            }

            @Override
            public void onCompleted() {
                completed = true;
            }
        };
    }
}
