package tidings.launcher.instance;

/** Hears what happens to an instance, a line at a time, for a person to read. */
@FunctionalInterface
public interface Journal {
    void note(String line);
}
