package tidings.gateway.session;

import java.time.Clock;
import org.springframework.stereotype.Component;
import tidings.gateway.access.Authenticator;
import tidings.gateway.access.SessionEnds;
import tidings.gateway.dispatch.CommandSender;
import tidings.gateway.eventlog.EventLog;
import tidings.gateway.fanout.Broker;
import tidings.gateway.limits.Limits;
import tidings.gateway.presence.Presence;

/** What every session works with, on every event loop. */
@Component
public record SessionServices(
        SessionProperties properties,
        Authenticator authenticator,
        CommandSender commands,
        EventLog log,
        Broker broker,
        SessionEnds endedSessions,
        Presence presence,
        Limits limits,
        Clock clock) {}
