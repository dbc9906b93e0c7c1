package dev.recon.server.breaks;

import dev.recon.server.platform.Person;

/// Somebody who looks at a break now.
record Presence(Person person, String breakId) {}
