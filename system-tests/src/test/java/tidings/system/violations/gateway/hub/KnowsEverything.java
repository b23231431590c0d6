package tidings.system.violations.gateway.hub;

import io.lettuce.core.RedisClient;
import io.netty.channel.Channel;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Every technology in one place, and none of them where it belongs (R8). */
record KnowsEverything(
        Channel socket, RedisClient redis, DataSource dataSource, ConsumerRecord<String, byte[]> kafkaRecord) {}
