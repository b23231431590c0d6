package tidings.gateway.session;

import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;
import tidings.gateway.hub.HubLane;
import tidings.gateway.hub.HubProperties;

/** Makes a lane of sessions and channels for each event loop. */
@Component
public class SessionLanes {

    private final SessionServices services;
    private final Users users;
    private final HubProperties hubProperties;

    public SessionLanes(SessionServices services, Users users, HubProperties hubProperties) {
        this.services = services;
        this.users = users;
        this.hubProperties = hubProperties;
    }

    /** A new lane, to be used from that loop only. */
    public SessionLane open(ScheduledExecutorService loop) {
        HubLane hubs = new HubLane(loop, services.broker(), services.log(), hubProperties);
        return new SessionLane(loop, hubs, services, users);
    }
}
