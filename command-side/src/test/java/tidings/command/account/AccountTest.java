package tidings.command.account;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.command.account.AccountCommand.ChangeProfile;
import tidings.command.account.AccountCommand.Deactivate;
import tidings.command.account.AccountCommand.Delete;
import tidings.command.account.AccountCommand.EndSession;
import tidings.command.account.AccountCommand.GrantRole;
import tidings.command.account.AccountCommand.ImportAccount;
import tidings.command.account.AccountCommand.IssueToken;
import tidings.command.account.AccountCommand.NotePasswordChange;
import tidings.command.account.AccountCommand.NoteSecondFactor;
import tidings.command.account.AccountCommand.NoteWebhook;
import tidings.command.account.AccountCommand.NoteWebhookDeletion;
import tidings.command.account.AccountCommand.Reactivate;
import tidings.command.account.AccountCommand.RegisterAccount;
import tidings.command.account.AccountCommand.RegisterBot;
import tidings.command.account.AccountCommand.RevokeRole;
import tidings.command.account.AccountCommand.RevokeToken;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.command.dispatch.stripes.AggregateHost;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountEvent.AccountDeactivated;
import tidings.events.account.AccountEvent.AccountDeleted;
import tidings.events.account.AccountEvent.AccountImported;
import tidings.events.account.AccountEvent.AccountReactivated;
import tidings.events.account.AccountEvent.AccountRegistered;
import tidings.events.account.AccountEvent.ProfileChanged;
import tidings.events.account.AccountEvent.RoleGranted;
import tidings.events.account.AccountEvent.RoleRevoked;
import tidings.events.account.AccountEvent.SecondFactorDisabled;
import tidings.events.account.AccountEvent.SecondFactorEnabled;
import tidings.events.account.AccountEvent.SessionEnded;
import tidings.events.account.AccountEvent.TokenIssued;
import tidings.events.account.AccountEvent.TokenRevoked;
import tidings.events.account.AccountEvent.WebhookCreated;
import tidings.events.account.AccountEvent.WebhookDeleted;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelId;

class AccountTest {

    private static final AccountId ADA = new AccountId(new UUID(0x7000, 1));
    private static final AccountId EVE = new AccountId(new UUID(0x7000, 2));
    private static final ChannelId GENERAL = new ChannelId(new UUID(0x7000, 3));
    private static final AggregateType<Account> TYPE =
            new AggregateType<>(Account.class, id -> new Account(new AccountId(id)));
    private static final RegisterAccount REGISTER =
            new RegisterAccount(ADA, new Username("ada"), new DisplayName("Ada"));
    private static final ImportAccount IMPORT =
            new ImportAccount(ADA, new Username("ada"), new DisplayName("Ada"), true, "slack", "U1");
    private static final AccountRegistered REGISTERED = new AccountRegistered("ada", "Ada", false);

    @Test
    void registers() {
        given().when(null, REGISTER).expectSuccessfulHandlerExecution().expectEvents(REGISTERED);
    }

    @Test
    void registersOnceHoweverOftenItIsTried() {
        given(REGISTERED)
                .when(null, REGISTER)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        given(new AccountImported("ada", "Ada", true, "slack", "U1"))
                .when(null, REGISTER)
                .expectNoEvents();
    }

    @Test
    void isImportedOnce() {
        AccountImported imported = new AccountImported("ada", "Ada", true, "slack", "U1");
        given().when(null, IMPORT).expectEvents(imported);
        given(imported).when(null, IMPORT).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void endsSessions() {
        given(REGISTERED).when(ADA, new EndSession(ADA, "s-1")).expectEvents(new SessionEnded("s-1"));
        given(REGISTERED, new SessionEnded("s-1"))
                .when(ADA, new EndSession(ADA, "s-2"))
                .expectEvents(new SessionEnded("s-2"));
    }

    @Test
    void endsASessionOnce() {
        given(REGISTERED, new SessionEnded("s-1"))
                .when(ADA, new EndSession(ADA, "s-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void refusesToEndTheSessionsOfOthers() {
        given(REGISTERED)
                .when(EVE, new EndSession(ADA, "s-1"))
                .expectException(CommandRefusedException.class)
                .expectNoEvents();
    }

    @Test
    void makesABotForWhoeverAnswersForIt() {
        RegisterBot bot = new RegisterBot(ADA, new Username("ci-bot"), new DisplayName("CI"));
        given().when(EVE, bot).expectEvents(new AccountRegistered("ci-bot", "CI", true));
        given(REGISTERED).when(EVE, bot).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void changesItsNameOnlyIfItIsAnother() {
        given(REGISTERED)
                .when(ADA, new ChangeProfile(ADA, new DisplayName("Countess")))
                .expectEvents(new ProfileChanged("Countess"));
        given(REGISTERED, new ProfileChanged("Countess"))
                .when(ADA, new ChangeProfile(ADA, new DisplayName("Countess")))
                .expectNoEvents();
    }

    static Stream<AccountCommand> ownersOnly() {
        return Stream.of(
                new ChangeProfile(ADA, new DisplayName("Eve")),
                new NotePasswordChange(ADA),
                new NoteSecondFactor(ADA, true));
    }

    @ParameterizedTest
    @MethodSource("ownersOnly")
    void refusesToOthersWhatIsItsOwners(AccountCommand command) {
        given(REGISTERED).when(EVE, command).expectException(refusal(RejectionCode.NOT_FOUND));
        given(REGISTERED, new AccountDeactivated()).when(ADA, command).expectException(refusal(RejectionCode.CONFLICT));
        given(REGISTERED, new AccountDeleted()).when(ADA, command).expectException(refusal(RejectionCode.NOT_FOUND));
    }

    @Test
    void isDeactivatedAndReactivatedOnce() {
        given(REGISTERED).when(EVE, new Deactivate(ADA)).expectEvents(new AccountDeactivated());
        given(REGISTERED, new AccountDeactivated())
                .when(EVE, new Deactivate(ADA))
                .expectNoEvents();
        given(REGISTERED, new AccountDeactivated())
                .when(EVE, new Reactivate(ADA))
                .expectEvents(new AccountReactivated());
        given(REGISTERED).when(EVE, new Reactivate(ADA)).expectNoEvents();
    }

    @Test
    void isDeletedForGood() {
        given(REGISTERED).when(ADA, new Delete(ADA)).expectEvents(new AccountDeleted());
        given(REGISTERED, new AccountDeleted()).when(ADA, new Delete(ADA)).expectNoEvents();
        given(REGISTERED, new AccountDeleted())
                .when(EVE, new Reactivate(ADA))
                .expectException(refusal(RejectionCode.NOT_FOUND));
        given(REGISTERED, new AccountDeleted())
                .when(EVE, new GrantRole(ADA, AccountRole.ADMIN))
                .expectException(refusal(RejectionCode.NOT_FOUND));
    }

    @Test
    void stillEndsSessionsWhenItIsDeactivatedOrGone() {
        given(REGISTERED, new AccountDeleted())
                .when(ADA, new EndSession(ADA, "s-1"))
                .expectEvents(new SessionEnded("s-1"));
    }

    @Test
    void isGivenAndLosesRolesOnce() {
        given(REGISTERED).when(EVE, new GrantRole(ADA, AccountRole.ADMIN)).expectEvents(new RoleGranted("ADMIN"));
        given(REGISTERED, new RoleGranted("ADMIN"))
                .when(EVE, new GrantRole(ADA, AccountRole.ADMIN))
                .expectNoEvents();
        given(REGISTERED).when(EVE, new RevokeRole(ADA, AccountRole.ADMIN)).expectEvents(new RoleRevoked("ADMIN"));
        given(REGISTERED, new RoleRevoked("ADMIN"))
                .when(EVE, new RevokeRole(ADA, AccountRole.ADMIN))
                .expectNoEvents();
    }

    @Test
    void hasABoundedNumberOfTokens() {
        IssueToken issue = new IssueToken(ADA, "t", "ci", List.of("messages:read"));
        given(REGISTERED).when(ADA, issue).expectEvents(new TokenIssued("t", "ci", List.of("messages:read")));
        List<AccountEvent> full = new ArrayList<>(List.of(REGISTERED));
        IntStream.range(0, IssueToken.MAX_TOKENS)
                .forEach(i -> full.add(new TokenIssued("t" + i, "ci", List.of("messages:read"))));
        given(full.toArray(AccountEvent[]::new)).when(ADA, issue).expectException(refusal(RejectionCode.CONFLICT));
        full.add(new TokenRevoked("t0"));
        given(full.toArray(AccountEvent[]::new)).when(ADA, issue).expectSuccessfulHandlerExecution();
        given(REGISTERED).when(ADA, new RevokeToken(ADA, "t")).expectNoEvents();
    }

    @Test
    void remembersWebhooks() {
        NoteWebhook note = new NoteWebhook(ADA, "w", GENERAL);
        given(REGISTERED).when(EVE, note).expectEvents(new WebhookCreated("w", GENERAL.value()));
        given(REGISTERED, new WebhookCreated("w", GENERAL.value()))
                .when(EVE, note)
                .expectNoEvents();
        given(REGISTERED, new WebhookCreated("w", GENERAL.value()))
                .when(EVE, new NoteWebhookDeletion(ADA, "w"))
                .expectEvents(new WebhookDeleted("w"));
        given(REGISTERED).when(EVE, new NoteWebhookDeletion(ADA, "w")).expectNoEvents();
    }

    @Test
    void remembersTheSecondFactor() {
        given(REGISTERED).when(ADA, new NoteSecondFactor(ADA, true)).expectEvents(new SecondFactorEnabled());
        given(REGISTERED).when(ADA, new NoteSecondFactor(ADA, false)).expectNoEvents();
        given(REGISTERED, new SecondFactorEnabled())
                .when(ADA, new NoteSecondFactor(ADA, false))
                .expectEvents(new SecondFactorDisabled());
    }

    private static Matcher<CommandRefusedException> refusal(RejectionCode code) {
        return new FeatureMatcher<>(Matchers.equalTo(code), "a refusal with code", "code") {
            @Override
            protected RejectionCode featureValueOf(CommandRefusedException actual) {
                return actual.code();
            }
        };
    }

    private interface Asking {
        ResultValidator<Account> when(@Nullable AccountId actor, AccountCommand command);
    }

    private static Asking given(AccountEvent... past) {
        AggregateTestFixture<Account> fixture = new AggregateTestFixture<>(Account.class);
        fixture.registerAggregateFactory(
                AggregateHost.factoryOf(TYPE, ClasspathParameterResolverFactory.forClass(Account.class)));
        AggregateAnnotationCommandHandler<Account> handler = AggregateAnnotationCommandHandler.<Account>builder()
                .aggregateType(Account.class)
                .repository(fixture.getRepository())
                .creationPolicyAggregateFactory(id -> new Account(ADA))
                .build();
        return (actor, command) -> {
            fixture.registerCommandHandler(command.getClass(), handler);
            MetaData metaData = actor == null ? MetaData.emptyInstance() : MetaData.with(AggregateType.ACTOR, actor);
            return fixture.given(List.of(past)).when(command, metaData);
        };
    }
}
