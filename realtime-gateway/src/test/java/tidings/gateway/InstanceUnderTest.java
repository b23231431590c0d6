package tidings.gateway;

import tidings.gateway.client.Tokens;
import tidings.gateway.commandside.InMemoryCommandSide;

/** What all gateways of one test share. */
record InstanceUnderTest(String redisUri, String kafka, String topic, InMemoryCommandSide commandSide, Tokens tokens) {}
