package tidings.query.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose word on a client's address is believed.
 *
 * @param trusted addresses and networks of proxies in front, such as 203.0.113.5 or 10.0.0.0/8
 * @param trustLoopback whether the instance's own nginx comes by loopback
 */
@ConfigurationProperties("tidings.proxies")
record ProxyProperties(List<String> trusted, boolean trustLoopback) {
    ProxyProperties {
        trusted = List.copyOf(trusted);
    }
}
