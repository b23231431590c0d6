package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueryParserTest {

    @Test
    void readsOperatorsPhrasesAndExclusions() {
        SearchFilter filter = QueryParser.parse(
                "from:@ada in:#general before:2026-11-24 after:2026-01-01T10:00:00Z has:link has:thread \"two words\" -no yes");

        assertThat(filter.from()).containsExactly("ada");
        assertThat(filter.in()).containsExactly("general");
        assertThat(filter.before()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(filter.after()).isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
        assertThat(filter.has()).containsExactlyInAnyOrder(SearchFilter.Has.LINK, SearchFilter.Has.THREAD);
        assertThat(filter.wanted()).extracting(Term::text).containsExactly("two words", "yes");
        assertThat(filter.unwanted()).extracting(Term::text).containsExactly("no");
    }

    @Test
    void takesWhatMakesNoSenseForWords() {
        assertThat(QueryParser.parse("has:money before:yesterday \"open -").wanted())
                .extracting(Term::text)
                .containsExactly("has:money", "before:yesterday", "\"open");
        assertThat(QueryParser.parse("-> (((").isEmpty()).isTrue();
    }

    @Test
    void letsNoOperatorOfTheDatabaseThrough() {
        assertThat(QueryParser.parse("+foo* ~bar <b> (c) @5 \"d\"@6 drop'); --").wanted())
                .flatExtracting(Term::tokens)
                .allMatch(token -> token.matches("zz[zuxh][a-z0-9]+\\*?"));
    }
}
