package tidings.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

class ErrorClassifierTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                3, 28, 1021, 1030, 1037, 1038, 1041, 1054, 1114, 1135, 1146, 1205, 1206, 1213, 1290, 1317, 1836, 3024
            })
    void takesWhatTheServerLacksForAnOutage(int error) {
        assertThat(ErrorClassifier.isCausedByEvent(new UncategorizedSQLException("insert", "…", refused(error))))
                .isFalse();
        assertThat(ErrorClassifier.isCausedByEvent(new DataIntegrityViolationException("insert", refused(error))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1048, 1062, 1264, 1366, 1406})
    void blamesAnEventForItsValues(int error) {
        assertThat(ErrorClassifier.isCausedByEvent(new DataIntegrityViolationException("insert", refused(error))))
                .isTrue();
    }

    @Test
    void blamesAnEventForWhatAProjectionCannotMakeSenseOf() {
        assertThat(ErrorClassifier.isCausedByEvent(new IllegalArgumentException("a message without an author")))
                .isTrue();
        assertThat(ErrorClassifier.isCausedByEvent(new IllegalStateException("closed")))
                .isFalse();
        assertThat(ErrorClassifier.isCausedByEvent(new CannotCreateTransactionException("no connection")))
                .isFalse();
        assertThat(ErrorClassifier.isCausedByEvent(new TransientDataAccessResourceException("…")))
                .isFalse();
    }

    private static SQLException refused(int error) {
        return new SQLException("refused", "HY000", error);
    }
}
