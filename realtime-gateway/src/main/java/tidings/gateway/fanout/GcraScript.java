package tidings.gateway.fanout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tidings.access.CellRate;
import tidings.gateway.limits.SharedCounts;

/**
 * {@link CellRate} as a script of Redis, for all gateways together: each key holds the moment, in microseconds of Redis's clock, by which all that
 * was used is paid for. It answers, for each key, the milliseconds until there is room again; 0 where there is.
 */
final class GcraScript {

    static final byte[] TEXT = """
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
            local waits = {}
            for i, key in ipairs(KEYS) do
              local per_token = tonumber(ARGV[3 * i - 2])
              local paid = math.max(now, tonumber(redis.call('GET', key) or '0'))
              paid = paid + per_token * tonumber(ARGV[3 * i])
              redis.call('SET', key, string.format('%.0f', paid), 'PX', math.ceil((paid - now) / 1000) + 1000)
              waits[i] = math.max(0, math.ceil((paid - now - tonumber(ARGV[3 * i - 1])) / 1000))
            end
            return waits
            """.getBytes(StandardCharsets.UTF_8);

    private GcraScript() {}

    /** What the script takes besides the keys, three values for each use. */
    static byte[][] arguments(List<SharedCounts.Use> uses) {
        byte[][] arguments = new byte[3 * uses.size()][];
        for (int i = 0; i < uses.size(); i++) {
            SharedCounts.Use use = uses.get(i);
            long perToken = TimeUnit.SECONDS.toMicros(1) / use.perSecond();
            arguments[3 * i] = number(perToken);
            arguments[3 * i + 1] = number(perToken * use.burst());
            arguments[3 * i + 2] = number(use.count());
        }
        return arguments;
    }

    private static byte[] number(long value) {
        return Long.toString(value).getBytes(StandardCharsets.US_ASCII);
    }
}
