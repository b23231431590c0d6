package tidings.gateway.access;

import java.time.Instant;
import tidings.events.account.AccountId;

/** Whom a socket acts for, in which session, and until when. */
public record Identity(AccountId accountId, String sessionId, Instant expiresAt) {}
