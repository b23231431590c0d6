package tidings.gateway.session;

import java.time.Clock;
import org.springframework.stereotype.Component;
import tidings.gateway.access.Authenticator;
import tidings.gateway.dispatch.CommandSender;
import tidings.gateway.eventlog.EventLog;
import tidings.gateway.fanout.Broker;

/** What every session works with, whatever its event loop. */
@Component
public record SessionServices(
        SessionProperties properties,
        Authenticator authenticator,
        CommandSender commands,
        EventLog log,
        Broker broker,
        Clock clock) {}
