package tidings.command.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What accounts and channels may do. The first four are the gateways' own settings too.
 *
 * @param accountSendsPerSecond commands of one account in channels, through all doors
 * @param accountSendBurst how many of them may come at once
 * @param channelSendsPerSecond commands in one channel, of all its members
 * @param channelSendBurst how many of them may come at once
 * @param botsPerAccount bots that one account answers for; those of webhooks are left out
 * @param botBurst bots that one account may make at once, and then one a minute
 * @param tokenBurst API tokens that one account may issue at once, and then one a minute
 * @param channelBurst channels with a name that one account may open at once, and then one a minute
 * @param directChannelBurst channels without a name that one account may open at once, and then six a minute
 * @param webhookBurst webhooks that one account may make at once, and then one a minute
 * @param additionBurst people whom one account may bring into channels at once, and then one a second
 */
@ConfigurationProperties("tidings.limits")
public record LimitProperties(
        @DefaultValue("20") int accountSendsPerSecond,
        @DefaultValue("40") int accountSendBurst,
        @DefaultValue("200") int channelSendsPerSecond,
        @DefaultValue("400") int channelSendBurst,
        @DefaultValue("10") int botsPerAccount,
        @DefaultValue("5") int botBurst,
        @DefaultValue("10") int tokenBurst,
        @DefaultValue("10") int channelBurst,
        @DefaultValue("30") int directChannelBurst,
        @DefaultValue("10") int webhookBurst,
        @DefaultValue("1000") int additionBurst) {}
