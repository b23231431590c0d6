package tidings.gateway.eventlog;

import java.util.List;
import tidings.gateway.frame.ServerFrame;

/** A run of a channel's events and the channel's last seq, -1 for an unknown channel. */
public record EventPage(List<ServerFrame.Event> events, long headSeq) {

    public EventPage {
        events = List.copyOf(events);
    }
}
