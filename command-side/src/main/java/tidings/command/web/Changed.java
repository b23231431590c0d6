package tidings.command.web;

import java.time.Instant;
import tidings.command.dispatch.Outcome;

/** Where a change that is durable now stands in its channel. */
record Changed(long seq, Instant at) {
    static Changed by(Outcome.Accepted accepted) {
        return new Changed(accepted.seq(), accepted.at());
    }
}
