package tidings.query.admission;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What one account and one address may have under way on this node.
 *
 * @param requestsPerAccount requests, and queries over sockets, that are being answered at once
 * @param requestsPerAddress the same for an address
 * @param socketsPerAccount open sockets after sign-in
 * @param socketsPerAddress open sockets, signed in or not
 * @param subscriptionsPerSocket operations under way on one socket
 * @param subscriptionsPerAccount the same for all sockets of an account
 * @param addressLimitsOnLoopback whether the limits per address hold for loopback clients too
 * @param connectionsPerAccount connections to the database that are used for one account at once
 * @param connectionsForReading the same for all accounts together: what is left of the pool is for the projections
 */
@ConfigurationProperties("tidings.admission")
public record AdmissionProperties(
        int requestsPerAccount,
        int requestsPerAddress,
        int socketsPerAccount,
        int socketsPerAddress,
        int subscriptionsPerSocket,
        int subscriptionsPerAccount,
        boolean addressLimitsOnLoopback,
        int connectionsPerAccount,
        int connectionsForReading) {}
