package tidings.command.rehearsal;

import java.util.List;
import java.util.stream.Stream;
import tidings.command.channel.ChannelCommand.OpenChannel;
import tidings.command.ids.IdFactory;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;

/** A channel of the rehearsal and those who talk in it; the first one opens it. None of them exists. */
record Room(ChannelId id, List<AccountId> members) {

    private static final int MEMBERS = 10;

    static Room make(IdFactory ids) {
        return new Room(
                ids.nextChannelId(),
                Stream.generate(ids::nextAccountId).limit(MEMBERS).toList());
    }

    OpenChannel opening() {
        return new OpenChannel(id, null, null, Visibility.DIRECT, members);
    }
}
