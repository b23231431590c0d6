package tidings.command.stream;

import java.util.List;
import tidings.command.channel.ChannelQueries;
import tidings.command.eventstore.EngineNode;
import tidings.command.session.EndedSessions;

/** What a stream server of the tests is answered from: a bare engine, without markers, tickets and ended sessions. */
public final class PlainServices {

    private PlainServices() {}

    public static StreamServer.Services of(EngineNode node) {
        return new StreamServer.Services(
                node.dispatcher,
                (account, channel) -> {},
                new ChannelQueries(node.jdbc),
                new NoMarkers(),
                new NoTickets(),
                (account, session) -> false,
                since -> new EndedSessions.Page(List.of(), since));
    }
}
