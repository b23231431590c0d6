package tidings.gateway.socket;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/** Whole requests with small bodies; what is larger is refused with a problem and ends the connection. */
final class BoundedBody extends HttpObjectAggregator {

    BoundedBody(int maxBytes) {
        super(maxBytes);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext ctx, HttpMessage oversized) {
        ctx.writeAndFlush(HttpAnswers.complete(HttpAnswers.problem(HttpProblem.TOO_LARGE), false))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    protected @Nullable Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        Object answer = super.newContinueResponse(start, maxContentLength, pipeline);
        if (answer instanceof FullHttpResponse response && response.status().code() >= 400) {
            HttpProblem problem = response.status().equals(HttpResponseStatus.EXPECTATION_FAILED)
                    ? HttpProblem.EXPECTATION_FAILED
                    : HttpProblem.TOO_LARGE;
            response.release();
            return HttpAnswers.complete(HttpAnswers.problem(problem), false);
        }
        return answer;
    }
}
