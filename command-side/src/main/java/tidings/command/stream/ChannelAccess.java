package tidings.command.stream;

import tidings.command.channel.ChannelQueries;
import tidings.command.contract.ReadAccessReply.Access;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;

/** What an account may do with a channel, by the memberships of the log. Blocks on the database. */
final class ChannelAccess {

    private final ChannelQueries log;

    ChannelAccess(ChannelQueries log) {
        this.log = log;
    }

    Access of(AccountId accountId, ChannelId channelId) {
        if (log.role(accountId, channelId).isPresent()) {
            return Access.MEMBER;
        }
        boolean open =
                log.visibility(channelId).filter(Visibility.PUBLIC::equals).isPresent();
        return open && !log.isBanned(accountId, channelId) ? Access.READER : Access.NONE;
    }

    /** The channel's last seq; refuses whoever is no member. */
    long requireMember(AccountId accountId, ChannelId channelId) {
        return switch (of(accountId, channelId)) {
            case MEMBER -> log.head(channelId);
            case READER -> throw new CommandRefusedException(RejectionCode.FORBIDDEN, "not a member of this channel");
            case NONE, UNRECOGNIZED -> throw new CommandRefusedException(RejectionCode.NOT_FOUND, "no such channel");
        };
    }
}
