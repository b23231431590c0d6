package tidings.command.stream;

import java.util.Optional;
import tidings.command.session.Tickets;

/** Tickets that admit nobody. */
public final class NoTickets implements Tickets {

    @Override
    public String draw(Holder holder) {
        return "none";
    }

    @Override
    public Optional<Holder> redeem(String ticket) {
        return Optional.empty();
    }
}
