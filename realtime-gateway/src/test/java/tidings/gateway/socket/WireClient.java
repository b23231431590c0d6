package tidings.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A client at the level of bytes, so that it can also do what no client may. */
final class WireClient {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private final EmbeddedChannel channel;

    WireClient(EmbeddedChannel channel) {
        this.channel = channel;
    }

    EmbeddedChannel channel() {
        return channel;
    }

    /** Sends an upgrade request and answers the head of the response. */
    String upgrade(String path, Map<String, String> headers) {
        StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: chat.test\r\n"
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: other, tidings.v1\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return http(request.append("\r\n").toString());
    }

    String http(String request) {
        channel.writeInbound(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
        channel.runPendingTasks();
        ByteBuf answer = everything();
        try {
            return answer.toString(StandardCharsets.UTF_8);
        } finally {
            answer.release();
        }
    }

    void text(String text) {
        send(true, 0, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    void send(boolean last, int reserved, int opcode, byte[] payload) {
        raw(encode(last, reserved, opcode, payload));
    }

    /** The bytes of a masked frame. */
    static byte[] encode(boolean last, int reserved, int opcode, byte[] payload) {
        ByteBuf frame = Unpooled.buffer();
        frame.writeByte((last ? 0x80 : 0) | reserved << 4 | opcode);
        if (payload.length < 126) {
            frame.writeByte(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.writeByte(0x80 | 126).writeShort(payload.length);
        } else {
            frame.writeByte(0x80 | 127).writeLong(payload.length);
        }
        byte[] mask = {1, 2, 3, 4};
        frame.writeBytes(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.writeByte(payload[i] ^ mask[i % 4]);
        }
        return ByteBufUtil.getBytes(frame);
    }

    /** Sends bytes as a network may: cut anywhere. */
    void inPieces(byte[] bytes, int size) {
        for (int from = 0; from < bytes.length; from += size) {
            raw(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
        }
    }

    void raw(byte[] bytes) {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        turn();
    }

    /** Lets the event loop do what is waiting. */
    void turn() {
        channel.runPendingTasks();
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }

    /** The frames that came since the last call. */
    List<WireFrame> frames() {
        turn();
        List<WireFrame> frames = new ArrayList<>();
        ByteBuf bytes = everything();
        while (bytes.isReadable()) {
            int first = bytes.readUnsignedByte();
            int length = bytes.readUnsignedByte();
            if (length == 126) {
                length = bytes.readUnsignedShort();
            } else if (length == 127) {
                length = (int) bytes.readLong();
            }
            byte[] payload = new byte[length];
            bytes.readBytes(payload);
            frames.add(new WireFrame(first, payload));
        }
        bytes.release();
        return frames;
    }

    /** The only frame that came since the last call. */
    WireFrame frame() {
        List<WireFrame> frames = frames();
        if (frames.size() != 1) {
            throw new AssertionError("expected one frame: "
                    + frames.stream().map(WireFrame::text).toList());
        }
        return frames.getFirst();
    }

    /** The code of the close frame, which must be the last that came. */
    int closeCode() {
        WireFrame last = frames().getLast();
        if (last.opcode() != CLOSE) {
            throw new AssertionError("expected a close frame: opcode " + last.opcode());
        }
        return last.closeCode();
    }

    private ByteBuf everything() {
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return all;
    }
}
