package tidings.load.drive;

/** Is told when clients come and go. */
interface ClientLifecycle {
    void ready(Client client);

    void closed(Client client, boolean wasReady, String why);

    void putOff(Client client, String why, long retryAfterMillis);
}
