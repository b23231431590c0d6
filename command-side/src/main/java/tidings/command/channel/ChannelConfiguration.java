package tidings.command.channel;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tidings.command.dispatch.Decisions;
import tidings.command.ids.IdFactory;
import tidings.command.limits.CreationRates;
import tidings.command.limits.SendRates;

@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    ChannelOpening channelOpening(
            ChannelNames names, MemberAccounts accounts, Decisions decisions, IdFactory ids, CreationRates rates) {
        return new ChannelOpening(names, accounts, decisions, ids, rates);
    }

    @Bean
    RateLimitedDecisions rateLimitedDecisions(Decisions decisions, SendRates rates) {
        return new RateLimitedDecisions(decisions, rates);
    }
}
