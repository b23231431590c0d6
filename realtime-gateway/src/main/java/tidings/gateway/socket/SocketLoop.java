package tidings.gateway.socket;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import tidings.gateway.session.SessionShard;

/** One event loop with its sessions; what its sockets write in one turn leaves with one flush each. */
final class SocketLoop {

    private final EventLoop loop;
    private final SessionShard sessions;
    private final SharedFrames frames;
    private List<Channel> written = new ArrayList<>();

    SocketLoop(EventLoop loop, SessionShard sessions, ByteBufAllocator allocator) {
        this.loop = loop;
        this.sessions = sessions;
        this.frames = new SharedFrames(allocator);
    }

    EventLoop loop() {
        return loop;
    }

    SessionShard sessions() {
        return sessions;
    }

    SharedFrames frames() {
        return frames;
    }

    /** The socket is flushed at the end of this turn; called once per socket and turn. */
    void flushLater(Channel channel) {
        if (written.isEmpty()) {
            loop.execute(this::flushAll);
        }
        written.add(channel);
    }

    private void flushAll() {
        List<Channel> channels = written;
        written = new ArrayList<>(channels.size());
        frames.clear();
        for (Channel channel : channels) {
            SocketOutbound.flush(channel);
        }
    }
}
