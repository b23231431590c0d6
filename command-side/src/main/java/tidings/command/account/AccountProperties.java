package tidings.command.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hashStrength BCrypt's cost, a power of two of rounds; 10 takes 50 to 100 ms
 * @param concurrentHashes how many passwords are hashed at once: the other cores stay with the messages
 * @param waitingHashes how many more may wait before a login is answered with BUSY
 * @param failuresPerAddress wrong passwords of one account from one address before that address may guess at it once per
 *     {@code failureInterval} only
 * @param failuresPerAccount wrong passwords of one account from all addresses from which nobody signed in to it lately, before
 *     they may guess at it once per {@code failureInterval} only
 * @param failureInterval see above
 * @param attemptsPerAddress logins and registrations at once from one address before they are slowed down to one per {@code attemptInterval}
 * @param attemptInterval see above
 * @param limitLoopback whether the limits per address hold for loopback, too
 */
@ConfigurationProperties("tidings.accounts")
record AccountProperties(
        @DefaultValue("10") int hashStrength,
        @DefaultValue("1") int concurrentHashes,
        @DefaultValue("64") int waitingHashes,
        @DefaultValue("10") int failuresPerAddress,
        @DefaultValue("100") int failuresPerAccount,
        @DefaultValue("20s") Duration failureInterval,
        @DefaultValue("60") int attemptsPerAddress,
        @DefaultValue("2s") Duration attemptInterval,
        @DefaultValue("false") boolean limitLoopback) {}
