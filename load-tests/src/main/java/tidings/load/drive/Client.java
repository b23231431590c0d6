package tidings.load.drive;

import io.netty.channel.EventLoop;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tidings.load.books.ReceiverBook;
import tidings.load.socket.ChatSocket;
import tidings.load.socket.Mark;
import tidings.load.socket.ServerFrame;
import tidings.load.socket.SocketListener;

/**
 * One user with one connection, as a good client is: it resumes where it was, and sends again what was not answered.
 * Everything happens on its event loop.
 */
final class Client implements SocketListener {

    final int user;
    final Room room;
    final ReceiverBook book;
    private final LoadLoop loop;
    private final Map<Integer, String> unanswered = new LinkedHashMap<>();
    private @Nullable ChatSocket socket;
    private boolean ready;
    private boolean greeted;

    /** When it began to connect, by {@link System#nanoTime()}, however many attempts ago; for {@link Connecting}. */
    long connectingSince;

    boolean connecting;

    /** How many attempts have failed since it was last connected; for {@link Connecting}. */
    int failures;

    /** Whether its connection was cut on purpose and it has not come back; for {@link Connecting}. */
    boolean cut;

    Client(int user, Room room, LoadLoop loop) {
        this.user = user;
        this.room = room;
        this.loop = loop;
        this.book = room.book.addReceiver();
        room.members.add(this);
    }

    boolean isReady() {
        return ready;
    }

    void send(int number, String frame) {
        unanswered.put(number, frame);
        write(frame);
    }

    private void write(String frame) {
        if (socket != null) {
            socket.send(frame);
        }
    }

    /** Loses its connection, as by a crash; it hears of it in {@link #closed}. */
    void cut() {
        if (socket != null) {
            cut = true;
            socket.cut();
        }
    }

    EventLoop eventLoop() {
        return loop.eventLoop();
    }

    @Override
    public void opened(ChatSocket opened) {
        socket = opened;
        write(greeted ? Frames.resume(room.channelId, book.lastSeq()) : Frames.hello());
    }

    @Override
    public void received(ServerFrame frame) {
        Optional<Mark> mark = loop.markIn(frame);
        switch (frame.type()) {
            case "event" -> event(frame, mark);
            case "ack" -> mark.ifPresent(found -> acked(frame, found));
            case "error" -> refused(frame, mark);
            case "welcome" -> welcomed(frame);
            case "reset" -> loop.counters().reset();
            default -> {
                // subscribed, typing, presence, draining, pong: not what is measured
            }
        }
    }

    private void event(ServerFrame frame, Optional<Mark> mark) {
        if (mark.isPresent()) {
            if (mark.get().room() == room.number) {
                loop.delivered(this, mark.get(), frame.seq());
            }
        } else if (frame.channelId().equals(room.channelId)) {
            book.advancedTo(frame.seq());
        }
    }

    private void acked(ServerFrame frame, Mark mark) {
        if (unanswered.remove(mark.number()) != null) {
            loop.acked(mark);
        }
        room.book.acked(mark.number(), frame.seq());
    }

    private void refused(ServerFrame frame, Optional<Mark> mark) {
        loop.counters().error(frame.code());
        if (mark.isPresent()) {
            unanswered.remove(mark.get().number());
            room.book.refused(mark.get().number());
        } else if (!ready) {
            close(); // the hello was refused, as when the gateway has just started: connect again, a little later
        }
    }

    private void welcomed(ServerFrame frame) {
        ready = true;
        if (!greeted) {
            greeted = true;
            book.advancedTo(frame.seqOf(room.channelId));
        }
        unanswered.values().forEach(this::write);
        loop.ready(this);
    }

    @Override
    public void closed(String why) {
        boolean was = ready;
        ready = false;
        socket = null;
        loop.closed(this, was, why);
    }

    @Override
    public void putOff(String why, long retryAfterMillis) {
        loop.putOff(this, why, retryAfterMillis);
    }

    void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
