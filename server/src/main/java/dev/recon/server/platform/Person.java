package dev.recon.server.platform;

import java.util.UUID;

/// Somebody who acts, as others see them.
public record Person(UUID id, String name) {}
