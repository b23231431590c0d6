package tidings.gateway.health;

import org.springframework.stereotype.Component;

/** What background work of this process did not foresee. */
@Component
class BackgroundFailures implements Alarm {

    @Override
    public String name() {
        return "backgroundFailures";
    }

    @Override
    public long count() {
        return Background.failures();
    }
}
