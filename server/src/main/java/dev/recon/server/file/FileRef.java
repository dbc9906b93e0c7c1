package dev.recon.server.file;

import java.util.UUID;

/// A file as others mention it.
public record FileRef(UUID id, String name, long bytes, String sha256) {}
