package dev.recon.engine.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The version of this engine, as the build wrote it into `version.txt`.
public final class EngineVersion {
    private EngineVersion() {}

    /// Such as `0.1.0`.
    public static String get() {
        try (InputStream file = EngineVersion.class.getResourceAsStream("version.txt")) {
            if (file == null) {
                throw new IllegalStateException("the engine was built without its version.txt");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
