package tidings.tools.past;

import tidings.events.channel.Role;

record Member(String id, Role role) {}
