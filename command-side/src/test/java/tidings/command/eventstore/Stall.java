package tidings.command.eventstore;

import static tidings.launcher.fixture.ProgressWait.STANDSTILL;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Holds a committer between its inserts and its commit: its indices are drawn, its events not yet to be seen. */
final class Stall {

    private final CountDownLatch inserted = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stalls;

    DataSource of(DataSource real) {
        return new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
                return stalling(super.getConnection());
            }
        };
    }

    void begin() {
        stalls = true;
    }

    void awaitInserted() throws InterruptedException {
        if (!inserted.await(STANDSTILL.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was appended");
        }
    }

    void end() {
        stalls = false;
        over.countDown();
    }

    private Connection stalling(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (stalls && method.getName().equals("commit")) {
                        inserted.countDown();
                        over.await();
                    }
                    return invoke(real, method, arguments);
                });
    }

    private static @Nullable Object invoke(
            Connection real, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
