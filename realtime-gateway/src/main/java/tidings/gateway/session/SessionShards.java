package tidings.gateway.session;

import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;
import tidings.gateway.hub.HubProperties;
import tidings.gateway.hub.HubShard;

/** Makes a shard of sessions and channels for each event loop. */
@Component
public class SessionShards {

    private final SessionServices services;
    private final Users users;
    private final HubProperties hubProperties;

    public SessionShards(SessionServices services, Users users, HubProperties hubProperties) {
        this.services = services;
        this.users = users;
        this.hubProperties = hubProperties;
    }

    /** A new shard, to be used from that loop only. */
    public SessionShard open(ScheduledExecutorService loop) {
        HubShard hubs = new HubShard(loop, services.broker(), services.log(), hubProperties);
        return new SessionShard(loop, hubs, services, users);
    }
}
