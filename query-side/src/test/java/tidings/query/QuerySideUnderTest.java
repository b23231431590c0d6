package tidings.query;

/** Lets the fixture start the application, which stays private to its package. */
public final class QuerySideUnderTest {

    private QuerySideUnderTest() {}

    public static Class<?> application() {
        return QuerySide.class;
    }
}
