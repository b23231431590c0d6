package tidings.system.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A WebSocket client without manners: it sends whatever bytes it is told to, and reads only when it is told to. */
public final class RawSocket implements AutoCloseable {

    public static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    public static final int PING = 0x9;
    public static final int PONG = 0xA;
    public static final int FIN = 0x80;

    /** A line of the kernel's table: the ports of either end. */
    private static final Pattern ESTABLISHED = Pattern.compile(":([0-9A-F]{4}) [0-9A-F]+:([0-9A-F]{4}) 01 ");

    private static final int CLOSE = 0x8;
    private static final int ABNORMAL = 1006;
    private static final int MASKED = 0x80;
    private static final byte[] MASK = {1, 2, 3, 4};
    private static final int PATIENCE_MS = 60_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    private RawSocket(URI site, String accessToken, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(site.getHost(), site.getPort()), PATIENCE_MS);
        socket.setSoTimeout(PATIENCE_MS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        String upgrade = "GET /ws HTTP/1.1\r\nHost: " + site.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\nSec-WebSocket-Protocol: tidings.v1"
                + "\r\nAuthorization: Bearer " + accessToken + "\r\n\r\n";
        write(upgrade.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.contains(" 101 ")) {
            throw new IOException(status);
        }
        while (!line().isEmpty()) {
            // the other headers say nothing new
        }
    }

    /** Connected and not greeted. */
    public static RawSocket open(URI site, Account account, int receiveBuffer) {
        try {
            return new RawSocket(site, account.accessToken(), receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.readUnsignedByte(); next != '\n'; next = in.readUnsignedByte()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    /** Any bytes; that the other side has closed already is for the reader to see. */
    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException closedByTheOtherSide) {
            // the close code was sent before
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RawSocket text(String text) {
        write(frame(FIN | TEXT, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** A masked frame; the first byte is FIN, RSV and opcode. */
    public static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = header(first, payload.length, MASKED).put(MASK);
        for (int n = 0; n < payload.length; n++) {
            frame.put((byte) (payload[n] ^ MASK[n % MASK.length]));
        }
        return taken(frame);
    }

    /** As a client must not send it (RFC 6455, section 5.1). */
    public static byte[] unmaskedFrame(int first, byte[] payload) {
        return taken(header(first, payload.length, 0).put(payload));
    }

    /** Announces so many bytes, of which none follow. */
    public static byte[] header(int first, long length) {
        return taken(ByteBuffer.allocate(14)
                .put((byte) first)
                .put((byte) (MASKED | 127))
                .putLong(length)
                .put(MASK));
    }

    private static ByteBuffer header(int first, int length, int masked) {
        ByteBuffer frame = ByteBuffer.allocate(length + 14).put((byte) first);
        if (length < 126) {
            return frame.put((byte) (masked | length));
        }
        return length <= 0xFFFF
                ? frame.put((byte) (masked | 126)).putShort((short) length)
                : frame.put((byte) (masked | 127)).putLong(length);
    }

    private static byte[] taken(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.flip().remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Of how many of these the server's end is open, as the kernel knows: a client cannot, while it reads nothing. */
    public static long established(Collection<RawSocket> sockets) {
        Set<String> established = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> contentOf(table).lines())
                .map(ESTABLISHED::matcher)
                .filter(Matcher::find)
                .map(line -> line.group(1) + ":" + line.group(2))
                .collect(Collectors.toSet());
        return sockets.stream()
                .filter(client -> established.contains(client.serverEnd()))
                .count();
    }

    private String serverEnd() {
        return "%04X:%04X".formatted(socket.getPort(), socket.getLocalPort());
    }

    /** Says that it is still there, without having been asked (RFC 6455, section 5.5.3). */
    public void pong() {
        write(frame(FIN | PONG, new byte[0]));
    }

    private static String contentOf(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads to the end, and returns the close code; 1006 when there is none. */
    public int closeCode() {
        try {
            for (; ; ) {
                int opcode = in.readUnsignedByte() & 0xF;
                byte[] payload = payload();
                if (opcode == CLOSE) {
                    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
                }
            }
        } catch (EOFException | SocketException e) {
            return ABNORMAL;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads until a text frame of this type comes. */
    public JsonNode await(String type) {
        try {
            for (; ; ) {
                int opcode = in.readUnsignedByte() & 0xF;
                byte[] payload = payload();
                if (opcode == TEXT) {
                    JsonNode frame = Json.read(new String(payload, StandardCharsets.UTF_8));
                    if (frame.path("type").asString().equals(type)) {
                        return frame;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] payload() throws IOException {
        long length = in.readUnsignedByte() & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        return payload;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
