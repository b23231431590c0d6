/** Why the server closed a socket, beyond RFC 6455's own codes. */
export const CloseCode = {
  UNAUTHENTICATED: 4401,
  FORBIDDEN: 4403,
  HELLO_TIMED_OUT: 4408,
  TOO_SLOW: 4409,
  TOO_MANY_CONNECTIONS: 4429,
  DRAINING: 4503,
} as const
