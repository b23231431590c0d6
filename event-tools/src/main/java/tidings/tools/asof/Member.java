package tidings.tools.asof;

import tidings.events.channel.Role;

record Member(String id, Role role) {}
