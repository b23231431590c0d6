package tidings.command.account;

import java.util.List;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tidings.command.account.AccountCommand.EndSession;
import tidings.command.account.AccountCommand.ImportAccount;
import tidings.command.account.AccountCommand.RegisterAccount;
import tidings.command.dispatch.AggregateHost;
import tidings.command.dispatch.AggregateType;
import tidings.command.dispatch.CommandRefused;
import tidings.events.account.AccountEvent;
import tidings.events.account.AccountEvent.AccountImported;
import tidings.events.account.AccountEvent.AccountRegistered;
import tidings.events.account.AccountEvent.SessionEnded;
import tidings.events.account.AccountId;

class AccountTest {

    private static final AccountId ADA = new AccountId(new UUID(0x7000, 1));
    private static final AccountId EVE = new AccountId(new UUID(0x7000, 2));
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
                .expectException(CommandRefused.class)
                .expectNoEvents();
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
