package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import db.query.V41__Words_of_present_accounts;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountEvent.AccountDeactivated;
import tidings.events.account.AccountEvent.AccountDeleted;
import tidings.events.account.AccountEvent.AccountReactivated;
import tidings.events.account.AccountEvent.AccountRegistered;
import tidings.events.account.AccountEvent.ProfileChanged;
import tidings.events.account.AccountId;
import tidings.events.channel.Visibility;
import tidings.query.fixture.Chat;
import tidings.query.fixture.QueryWorld;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finding people by their names. */
class DirectoryIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final QueryWorld WORLD = QueryWorld.shared();
    private static final Chat CHAT = WORLD.chat();
    private static final AccountId ASKER = CHAT.account("directory-asker");

    private static AccountId person(String username, String displayName) {
        AccountId id = new AccountId(UUID.randomUUID());
        happen(id, new AccountRegistered(username, displayName, false));
        return id;
    }

    private static void happen(AccountId account, AccountEvent event) {
        WORLD.log().append(account.value(), null, event);
    }

    private static List<String> found(String query) {
        return usernames(page(query, 100, null));
    }

    private static JsonNode page(String query, int first, @Nullable String after) {
        return WORLD.as(ASKER)
                .data("{ accounts(query: " + JSON.writeValueAsString(query) + ", first: " + first
                        + (after == null ? "" : ", after: \"" + after + "\"")
                        + ") { edges { cursor role node { id username displayName bot deactivated } }"
                        + " pageInfo { hasNextPage endCursor } } }")
                .get("accounts");
    }

    private static List<String> usernames(JsonNode page) {
        List<String> usernames = new ArrayList<>();
        page.get("edges")
                .forEach(edge -> usernames.add(edge.at("/node/username").asString()));
        return usernames;
    }

    @ParameterizedTest
    @CsvSource({
        "wxquast",
        "WXQUAST",
        "wxq",
        "ｗｘｑｕａｓｔ",
        "wxquast-7",
        "Wxélo",
        "wxelodie",
        "wxelo o'wxgrad",
        "wxgrad wxel",
        "  wxgrad  ",
        "wxstrasse",
        "wxquast wxstr",
    })
    void findsByTheBeginningOfAnyWordOfItsNames(String query) {
        if (found("wxquast").isEmpty()) {
            person("wxquast-77", "Wxélodie O'Wxgrady-Wxstraße");
            WORLD.settle();
        }
        assertThat(found(query)).containsExactly("wxquast-77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quast", "xquast", "wxelodie wxnobody", "lodie"})
    void findsNoMiddleOfAWordAndNobodyWhoHasOnlySomeOfTheWords(String query) {
        findsByTheBeginningOfAnyWordOfItsNames("wxquast");
        assertThat(found(query)).doesNotContain("wxquast-77");
    }

    @ParameterizedTest
    @ValueSource(strings = {"鷹觜", "觜健", "健太", "太", "鷹觜健太郎", "ﾀｶﾉﾊｼ", "タカノ", "ノハシ", "鷹觜 タカ"})
    void findsFromAnyCharacterOfScriptsWithoutSpaces(String query) {
        if (found("kentaro-t").isEmpty()) {
            person("kentaro-t", "鷹觜健太郎 タカノハシ");
            WORLD.settle();
        }
        assertThat(found(query)).containsExactly("kentaro-t");
    }

    @Test
    void putsWhoSharesAChannelFirstAndWhoIsDeactivatedLast() {
        AccountId gone = person("vyorder-a", "Gone");
        person("vyorder-b", "Stranger");
        AccountId colleague = person("vyorder-c", "Colleague");
        AccountId bot = new AccountId(UUID.randomUUID());
        happen(bot, new AccountRegistered("vyorder-d", "Robot", true));
        AccountId back = person("vyorder-e", "Back again");
        AccountId deleted = person("vyorder-f", "Deleted");
        CHAT.channel("vyorder", Visibility.PRIVATE, ASKER, colleague, bot);
        happen(gone, new AccountDeactivated());
        happen(back, new AccountDeactivated());
        happen(back, new AccountReactivated());
        happen(deleted, new AccountDeleted());
        WORLD.settle();

        JsonNode page = page("vyorder", 100, null);
        assertThat(usernames(page)).containsExactly("vyorder-c", "vyorder-d", "vyorder-b", "vyorder-e", "vyorder-a");
        assertThat(page.at("/edges/1/node/bot").asBoolean()).isTrue();
        assertThat(page.at("/edges/4/node/deactivated").asBoolean()).isTrue();
        assertThat(page.at("/edges/0/role").isNull()).isTrue();
        assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void findsByTheNewNameAndNoLongerByTheOld() {
        AccountId person = person("uzrenamed", "Uzbefore Same");
        happen(person, new ProfileChanged("Uzbetween"));
        WORLD.settle();
        happen(person, new AccountDeactivated());
        happen(person, new ProfileChanged("Uzafter Same"));
        WORLD.settle();

        assertThat(found("uzbefore")).isEmpty();
        assertThat(found("uzbetween")).isEmpty();
        assertThat(found("uzafter same")).containsExactly("uzrenamed");
        assertThat(found("uzrenamed")).containsExactly("uzrenamed");
    }

    @Test
    void listsEverybodyOncePageAfterPageWhileOthersComeBetween() {
        List<String> expected = new ArrayList<>();
        List<AccountId> near = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            String username = "tmpaged-%03d".formatted(i);
            // several words of one account begin alike: it comes once all the same
            AccountId person = person(username, "Tmpaged Tmp" + i);
            expected.add(username);
            if (i % 100 == 50) {
                near.add(person);
            }
            if (i % 10 == 9) {
                happen(person, new AccountDeactivated());
            }
        }
        CHAT.channel("tmpaged", Visibility.PRIVATE, ASKER, near.toArray(AccountId[]::new));
        WORLD.settle();

        List<String> listed = new ArrayList<>();
        String after = null;
        JsonNode page;
        do {
            page = page("tmp", 60, after);
            listed.addAll(usernames(page));
            after = page.at("/pageInfo/endCursor").asString();
            person("tmpaged-between-" + listed.size(), "Tmp0 between");
            WORLD.settle();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(listed).doesNotHaveDuplicates().containsAll(expected);
        assertThat(listed.getFirst()).endsWith("50");
        assertThat(listed.subList(listed.size() - 70, listed.size())).allMatch(username -> username.endsWith("9"));
    }

    /** What people type, and what is typed to break things, is answered with whom it finds: nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "_",
                "' OR '1'='1",
                "\\",
                "\"; DROP TABLE account_word; --",
                "\u0000",
                "\u202E\u200B\uFEFF",
                "\uD83D",
                "👩‍👩‍👧‍👦🏳️‍🌈",
                "Ω≈ç√∫˜µ≤≥÷",
                "()*&^%$#@!",
                "z̴̢̛͔̦̗a̷l̵g̶o̸qq",
                "${jndi:ldap://x}",
                "<script>alert(1)</script>",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l m n o p q r s t u v w x"
            })
    void answersWhateverIsTyped(String query) {
        assertThat(found(query)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLongOrNoCursorOfThisList() {
        assertThat(refusal("query: \"" + "x".repeat(101) + "\"")).isEqualTo("BAD_REQUEST");
        assertThat(found("x".repeat(100))).isEmpty();
        assertThat(refusal("query: \"x\", first: -1")).isEqualTo("BAD_REQUEST");
        for (String cursor : List.of("", "nonsense", Cursor.ofSeq(3), Cursor.encoded("people:"), someCursor("||"))) {
            assertThat(refusal("query: \"x\", after: \"" + cursor + "\"")).isEqualTo("BAD_REQUEST");
        }
        String many = "accounts(query: \"x\", first: 100) { edges { cursor } } ";
        assertThat(WORLD.as(ASKER).refusal("{ " + "a: %sb: %sc: %sd: %se: %s".replace("%s", many) + "}"))
                .isEqualTo("TOO_COMPLEX");
    }

    private static String someCursor(String end) {
        return Cursor.encoded("people:NEAR" + end);
    }

    private static String refusal(String arguments) {
        return WORLD.as(ASKER).refusal("{ accounts(" + arguments + ") { edges { cursor } } }");
    }

    @Test
    void findsNobodyOnAPageOfNoneAndEverybodyByNothing() {
        assertThat(usernames(page("directory", 0, null))).isEmpty();
        assertThat(usernames(page(" ", 3, null))).hasSize(3);
    }

    @Test
    void answersOneByIdOrByUsername() {
        AccountId person = person("Sworn-One", "The One");
        WORLD.settle();
        assertThat(one("id: \"" + person + "\"")).isEqualTo("Sworn-One");
        assertThat(one("username: \"sworn-ONE\"")).isEqualTo("Sworn-One");
        assertThat(one("username: \"sworn-two\"")).isEqualTo("nobody");
        assertThat(one("id: \"nonsense\"")).isEqualTo("nobody");
        assertThat(WORLD.as(ASKER).refusal("{ account { id } }")).isEqualTo("BAD_REQUEST");
        assertThat(WORLD.as(ASKER).refusal("{ account(id: \"x\", username: \"y\") { id } }"))
                .isEqualTo("BAD_REQUEST");
    }

    private static String one(String arguments) {
        return WORLD.as(ASKER)
                .answer("{ account(" + arguments + ") { username } }", Map.of())
                .at("/data/account/username")
                .asString("nobody");
    }

    /** Accounts that were there before the directory are found as those are that come now. */
    @Test
    void findsThePeopleOfAnOlderInstallation() {
        AccountId gone = person("ryolder-a", "Ryolder Çelik 鷹觜");
        happen(gone, new AccountDeactivated());
        AccountId deleted = person("ryolder-b", "Ryolder Deleted");
        happen(deleted, new AccountDeleted());
        WORLD.settle();
        JdbcTemplate jdbc = WORLD.node().jdbc();
        assertThat(jdbc.queryForList(
                        "SELECT type FROM flyway_schema_history WHERE version = '41' AND success", String.class))
                .containsExactly("JDBC");
        String all = "SELECT CONCAT_WS('|', deactivated, HEX(word), HEX(account_id), from_name) FROM account_word"
                + " ORDER BY 1";
        List<@Nullable String> before = jdbc.queryForList(all, String.class);

        jdbc.update("DELETE FROM account_word");
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            new V41__Words_of_present_accounts().migrate(context(connection));
            return true;
        });

        assertThat(jdbc.queryForList(all, String.class)).isEqualTo(before);
        assertThat(found("ryolder")).containsExactly("ryolder-a");
    }

    private static Context context(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
