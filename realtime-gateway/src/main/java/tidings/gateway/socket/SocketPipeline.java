package tidings.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import tidings.gateway.health.Readiness;

/** The pipeline of a new connection: HTTP with tight bounds. The upgrade replaces all of it. */
final class SocketPipeline extends ChannelInitializer<Channel> {

    private static final int MAX_HEADER_BYTES = 8_192;
    private static final int MAX_BODY_BYTES = 1_024;

    private final SocketProperties properties;
    private final Readiness readiness;
    private final Upgrade upgrade;

    SocketPipeline(SocketProperties properties, Readiness readiness, Upgrade upgrade) {
        this.properties = properties;
        this.readiness = readiness;
        this.upgrade = upgrade;
    }

    @Override
    protected void initChannel(Channel channel) {
        HttpDecoderConfig http = new HttpDecoderConfig()
                .setInitialBufferSize(256)
                .setMaxInitialLineLength(MAX_HEADER_BYTES)
                .setMaxHeaderSize(MAX_HEADER_BYTES);
        // the encoder first: Netty's handshaker puts the WebSocket encoder in its place, and the WebSocket decoder's
        // own close frames must pass it on their way out
        channel.pipeline()
                .addLast(
                        new HttpResponseEncoder(),
                        new HttpRequestDecoder(http),
                        new BoundedBody(MAX_BODY_BYTES),
                        new HttpRequestHandler(properties, readiness, upgrade));
    }
}
