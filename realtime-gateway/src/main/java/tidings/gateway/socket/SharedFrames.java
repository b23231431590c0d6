package tidings.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import tidings.gateway.frame.EncodedFrame;

/**
 * Whole WebSocket text frames in network buffers. Server frames are not masked (RFC 6455, section 5.1) and no extension
 * is ever negotiated, so the same bytes go to every socket: the frame written last is kept and shared. Confined to one
 * event loop.
 */
final class SharedFrames {

    private static final int FINAL_TEXT = 0x81;

    private final ByteBufAllocator allocator;
    private @Nullable EncodedFrame last;
    private ByteBuf lastBytes = Unpooled.EMPTY_BUFFER;

    SharedFrames(ByteBufAllocator allocator) {
        this.allocator = allocator;
    }

    /** The frame's bytes, for one socket; the socket releases them. */
    ByteBuf shared(EncodedFrame frame) {
        if (frame != last) {
            clear();
            lastBytes = single(frame.json());
            last = frame;
        }
        return lastBytes.retainedDuplicate();
    }

    /** The bytes of a frame that goes to one socket only. */
    ByteBuf single(byte[] json) {
        ByteBuf bytes = allocator.directBuffer(json.length + 10);
        bytes.writeByte(FINAL_TEXT);
        if (json.length < 126) {
            bytes.writeByte(json.length);
        } else if (json.length < 65_536) {
            bytes.writeByte(126).writeShort(json.length);
        } else {
            bytes.writeByte(127).writeLong(json.length);
        }
        return bytes.writeBytes(json);
    }

    void clear() {
        lastBytes.release();
        lastBytes = Unpooled.EMPTY_BUFFER;
        last = null;
    }
}
