package tidings.gateway.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How presence is shown.
 *
 * @param flushEvery how often changes are told, each person once
 * @param grace how long a person whose last device went stays shown, so that a reconnection is no news
 * @param beatEvery how often a gateway tells the others that it lives
 * @param silentFor after so long without a beat a gateway counts as dead, and its people as offline
 * @param maxChannelPeople channels with more people than that show no presence: it would grow with their square
 * @param maxInitial how many people a session is told of after its hello
 */
@ConfigurationProperties("tidings.presence")
public record PresenceProperties(
        Duration flushEvery,
        Duration grace,
        Duration beatEvery,
        Duration silentFor,
        int maxChannelPeople,
        int maxInitial) {}
