package tidings.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    @Test
    void readsOperatorsPhrasesAndExclusions() {
        SearchFilter filter = QueryParser.parse(
                "from:@ada in:#general before:2026-11-24 after:2026-01-01T10:00:00Z has:link has:thread \"two words\" -no yes");

        assertThat(filter.from().only()).containsExactly("ada");
        assertThat(filter.in().only()).containsExactly("general");
        assertThat(filter.before()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(filter.after()).isEqualTo(Instant.parse("2026-01-01T10:00:00Z"));
        assertThat(filter.has().all()).containsExactlyInAnyOrder(SearchFilter.Has.LINK, SearchFilter.Has.THREAD);
        assertThat(filter.wanted()).extracting(Term::text).containsExactly("two words", "yes");
        assertThat(filter.unwanted()).extracting(Term::text).containsExactly("no");
    }

    @Test
    void readsTheOppositesOfOperators() {
        SearchFilter filter = QueryParser.parse(
                "-from:ada -in:general -has:link -before:2026-11-24 -after:2026-11-30 -on:2026-11-27");

        assertThat(filter.from().never()).containsExactly("ada");
        assertThat(filter.in().never()).containsExactly("general");
        assertThat(filter.has().none()).containsExactly(SearchFilter.Has.LINK);
        assertThat(filter.after()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(filter.before()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
        assertThat(filter.outside())
                .containsExactly(new SearchFilter.Period(
                        Instant.parse("2026-11-27T00:00:00Z"), Instant.parse("2026-11-28T00:00:00Z")));
        assertThat(filter.warnings()).isEmpty();
    }

    @Test
    void readsDatesAsPeopleWriteThem() {
        SearchFilter filter = QueryParser.parse("on:2026-3-7");
        assertThat(filter.after()).isEqualTo(Instant.parse("2026-03-07T00:00:00Z"));
        assertThat(filter.before()).isEqualTo(Instant.parse("2026-03-08T00:00:00Z"));
        assertThat(QueryParser.parse("before:2026-03-07T10:00:00+02:00").before())
                .isEqualTo(Instant.parse("2026-03-07T08:00:00Z"));
    }

    @Test
    void keepsTheTightestOfSeveralBounds() {
        SearchFilter filter = QueryParser.parse("before:2026-5-1 before:2026-6-1 after:2026-1-1 after:2025-1-1");
        assertThat(filter.before()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(filter.after()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has:money",
                "before:yesterday",
                "on:2026-13-40",
                "after:2026-02-30",
                "from:",
                "in:#",
                "size:big",
                "!!!",
                "-?"
            })
    void saysWhatItDoesNotUnderstand(String query) {
        assertThat(QueryParser.parse(query + " word").warnings()).hasSize(1);
        assertThat(QueryParser.parse(query + " word").wanted())
                .extracting(Term::text)
                .contains("word");
    }

    @Test
    void searchesForAddressesAndQualifiedNamesAsText() {
        SearchFilter filter = QueryParser.parse("https://example.com/a std::vector \u201cTwo words\u201d");
        assertThat(filter.wanted())
                .extracting(Term::text)
                .containsExactly("https://example.com/a", "std::vector", "Two words");
        assertThat(filter.warnings()).isEmpty();
    }

    @Test
    void readsEmojiByTheirNames() {
        assertThat(QueryParser.parse(":tada: party").wanted())
                .isEqualTo(QueryParser.parse("🎉 party").wanted());
        assertThat(QueryParser.parse("-:tada:").unwanted())
                .isEqualTo(QueryParser.parse("-🎉").unwanted());
    }

    @Test
    void takesExclusionsAloneForASearch() {
        assertThat(QueryParser.parse("-lunch").isEmpty()).isFalse();
        assertThat(QueryParser.parse("-> (((").isEmpty()).isTrue();
    }

    @Test
    void letsNoOperatorOfTheDatabaseThrough() {
        assertThat(QueryParser.parse("+foo* ~bar <b> (c) @5 \"d\"@6 drop'); --").wanted())
                .flatExtracting(Term::tokens)
                .allMatch(token -> token.matches("zz[zuxh][a-z0-9]+"));
    }
}
