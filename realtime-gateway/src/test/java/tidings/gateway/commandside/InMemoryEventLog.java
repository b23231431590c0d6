package tidings.gateway.commandside;

import io.grpc.stub.StreamObserver;
import tidings.command.contract.EventLogGrpc;
import tidings.command.contract.Membership;
import tidings.command.contract.ReadAccessReply;
import tidings.command.contract.ReadAccessRequest;
import tidings.command.contract.ReadChannelReply;
import tidings.command.contract.ReadChannelRequest;
import tidings.command.contract.ReadHeadsReply;
import tidings.command.contract.ReadHeadsRequest;
import tidings.command.contract.ReadMembershipsReply;
import tidings.command.contract.ReadMembershipsRequest;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

final class InMemoryEventLog extends EventLogGrpc.EventLogImplBase {

    private final ChannelLog log;

    InMemoryEventLog(ChannelLog log) {
        this.log = log;
    }

    @Override
    public void readChannel(ReadChannelRequest request, StreamObserver<ReadChannelReply> reply) {
        ChannelId channelId = ChannelId.parse(request.getChannelId());
        answer(
                reply,
                ReadChannelReply.newBuilder()
                        .addAllEvents(log.after(channelId, request.getAfterSeq(), request.getLimit()))
                        .setHeadSeq(log.head(channelId))
                        .build());
    }

    @Override
    public void readMemberships(ReadMembershipsRequest request, StreamObserver<ReadMembershipsReply> reply) {
        AccountId accountId = AccountId.parse(request.getAccountId());
        ReadMembershipsReply.Builder memberships = ReadMembershipsReply.newBuilder();
        for (ChannelId channelId : log.channelsOf(accountId)) {
            memberships.addMemberships(Membership.newBuilder()
                    .setChannelId(channelId.toString())
                    .setHeadSeq(log.head(channelId))
                    .setReadSeq(log.readSeq(channelId, accountId)));
        }
        answer(reply, memberships.build());
    }

    @Override
    public void readAccess(ReadAccessRequest request, StreamObserver<ReadAccessReply> reply) {
        ChannelId channelId = ChannelId.parse(request.getChannelId());
        boolean member = log.isMember(channelId, AccountId.parse(request.getAccountId()));
        answer(
                reply,
                ReadAccessReply.newBuilder()
                        .setAccess(member ? ReadAccessReply.Access.MEMBER : ReadAccessReply.Access.NONE)
                        .setHeadSeq(member ? log.head(channelId) : -1)
                        .build());
    }

    @Override
    public void readHeads(ReadHeadsRequest request, StreamObserver<ReadHeadsReply> reply) {
        ReadHeadsReply.Builder heads = ReadHeadsReply.newBuilder();
        request.getChannelIdsList().forEach(id -> heads.putHeads(id, log.head(ChannelId.parse(id))));
        answer(reply, heads.build());
    }

    private static <T> void answer(StreamObserver<T> observer, T reply) {
        observer.onNext(reply);
        observer.onCompleted();
    }
}
