package dev.recon.server.match;

import org.jspecify.annotations.Nullable;

/// A field in which two entries differ.
public record FieldDifference(
        String field, @Nullable String left, @Nullable String right, String text) {}
