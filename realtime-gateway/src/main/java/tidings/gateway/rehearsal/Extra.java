package tidings.gateway.rehearsal;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One socket of a rehearsal: says hello, then the next message whenever the last one was acknowledged. It understands
 * nothing else of what it hears, and leaves after a few messages.
 */
final class Extra {

    private static final int MESSAGES = 100;
    private static final String UPGRADE = "GET /ws HTTP/1.1\r\nHost: rehearsal\r\nConnection: Upgrade\r\n"
            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cmVoZWFyc2FsLi4uLi4uLg==\r\n\r\n";
    private static final String TEXT = " of a text that is as long as what people write to one another in a room";

    private final SocketChannel socket;
    private final Cast.Actor actor;
    private int said;

    Extra(Path socketFile, Cast.Actor actor, Selector selector) throws IOException {
        this.actor = actor;
        this.socket = SocketChannel.open(UnixDomainSocketAddress.of(socketFile));
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_READ, this);
        write(ByteBuffer.wrap(UPGRADE.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes what has come; false when it has left. */
    boolean heard(ByteBuffer buffer) throws IOException {
        buffer.clear();
        int length = socket.read(buffer);
        if (length < 0 || said > MESSAGES) {
            leave();
            return false;
        }
        String frames = StandardCharsets.ISO_8859_1.decode(buffer.flip()).toString();
        if (frames.startsWith("HTTP/1.1 101")) {
            say("{\"type\":\"hello\",\"ref\":\"hello\",\"token\":\"" + actor.token() + "\"}");
        } else if (frames.contains("{\"type\":\"ack\"") || frames.contains("{\"type\":\"welcome\"")) {
            said++;
            say("{\"type\":\"send\",\"ref\":\"" + said + "\",\"channelId\":\"" + actor.channelId()
                    + "\",\"clientMessageId\":\"" + RehearsalIdFactory.next() + "\",\"body\":\"" + said + TEXT + "\"}");
        }
        return true;
    }

    /** A masked text frame (RFC 6455, section 5.2); a mask of zeros leaves the text as it is. */
    private void say(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8).put((byte) 0x81);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        write(frame.putInt(0).put(payload).flip());
    }

    /** So little is under way on each socket that its buffer takes it whole. */
    private void write(ByteBuffer bytes) throws IOException {
        socket.write(bytes);
        if (bytes.hasRemaining()) {
            throw new IOException("a socket of the rehearsal takes no more");
        }
    }

    Cast.Actor actor() {
        return actor;
    }

    void leave() throws IOException {
        socket.close();
    }
}
