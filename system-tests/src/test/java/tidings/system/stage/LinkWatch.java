package tidings.system.stage;

/** Looks on at one connection; what it does not return from is not passed on. */
interface LinkWatch {

    LinkWatch NONE = new LinkWatch() {};

    default void request(byte[] bytes) {}

    default void reply(byte[] bytes) {}
}
