package tidings.command.dispatch.stripes;

import java.time.Duration;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.Outcome;
import tidings.command.dispatch.RejectionCode;

/** The refusals that are the dispatcher's own. */
final class Rejections {

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LATER = Duration.ofSeconds(1);

    private Rejections() {}

    static Outcome of(CommandRefusedException refused) {
        return new Outcome.Rejected(refused.code(), refused.reason(), refused.retryAfter(), refused.first());
    }

    static Outcome notFound() {
        return new Outcome.Rejected(RejectionCode.NOT_FOUND, "no such channel", Duration.ZERO);
    }

    static Outcome busy() {
        return new Outcome.Rejected(RejectionCode.BUSY, "too much is under way", SOON);
    }

    static Outcome unavailable(String message) {
        return new Outcome.Rejected(RejectionCode.UNAVAILABLE, message, LATER);
    }
}
