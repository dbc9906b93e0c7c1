package dev.recon.server.match;

import org.jspecify.annotations.Nullable;

/// What one field says for or against two entries belonging together.
///
/// @param weight above 0 speaks for it, below 0 against it
public record Evidence(
        String field, @Nullable String left, @Nullable String right, double weight, String text) {}
