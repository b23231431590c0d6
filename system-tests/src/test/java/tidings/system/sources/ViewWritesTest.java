package tidings.system.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The half of R7 that lies in SQL: nothing but projections writes view tables. */
class ViewWritesTest {

    private static final String QUERY_SIDE = "query-side/src/main/java/tidings/query/";
    private static final Pattern WRITES =
            Pattern.compile("(?i)\\b(insert\\s+(ignore\\s+)?into|update\\s+\\w+\\s+set|delete\\s+from|replace\\s+into"
                    + "|truncate\\s+table|drop\\s+table|rename\\s+table)\\b");

    @Test
    void onlyProjectionsWriteViewTables() {
        List<SourceFile> tree = SourceTree.of(Path.of("..").toAbsolutePath().normalize());
        assertThat(strangersThatWrite(tree)).isEmpty();
    }

    @Test
    void bites() {
        SourceFile projection = new SourceFile(QUERY_SIDE + "hens/HensProjection.java", "\"INSERT INTO hens\"");
        SourceFile part = new SourceFile(QUERY_SIDE + "hens/EggRows.java", "\"UPDATE eggs SET\"");
        SourceFile queries = new SourceFile(QUERY_SIDE + "hens/HenQueries.java", "\"DELETE FROM hens\"");
        SourceFile stranger = new SourceFile(QUERY_SIDE + "graphql/HenController.java", "\"update hens set\"");
        assertThat(strangersThatWrite(List.of(projection, part, queries, stranger)))
                .containsExactly(queries.path(), stranger.path());
    }

    /** A projection, what stands beside one and is no query, the projections' machinery and stores may write. */
    private static List<String> strangersThatWrite(List<SourceFile> tree) {
        List<String> homes = tree.stream()
                .filter(file -> file.name().endsWith("Projection.java"))
                .map(SourceFile::folder)
                .toList();
        return tree.stream()
                .filter(file -> file.path().startsWith(QUERY_SIDE))
                .filter(file -> WRITES.matcher(file.text()).find())
                .filter(file -> file.name().endsWith("Queries.java")
                        || !(homes.contains(file.folder())
                                || file.name().endsWith("Store.java")
                                || file.folder().matches(QUERY_SIDE + "(projection|rebuild)")))
                .map(SourceFile::path)
                .toList();
    }
}
