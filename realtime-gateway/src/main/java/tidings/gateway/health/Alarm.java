package tidings.gateway.health;

/** Something that needs a person, though the gateway works on: told by the health page as long as it is not 0. */
public interface Alarm {

    /** Of the counter, in camel case. */
    String name();

    /** How often it happened since the start. */
    long count();
}
