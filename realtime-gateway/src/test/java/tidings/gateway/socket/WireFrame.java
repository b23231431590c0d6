package tidings.gateway.socket;

import java.nio.charset.StandardCharsets;

/** A frame of the server: its first byte whole, and its payload. */
record WireFrame(int firstByte, byte[] payload) {

    int opcode() {
        return firstByte & 0x0f;
    }

    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    int closeCode() {
        return (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
    }
}
