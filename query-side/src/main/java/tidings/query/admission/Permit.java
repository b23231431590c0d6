package tidings.query.admission;

/** Something that was taken and is given back once, however often it is closed. */
public interface Permit extends AutoCloseable {

    @Override
    void close();
}
