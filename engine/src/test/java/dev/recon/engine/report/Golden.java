package dev.recon.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares with a file that somebody has looked at. `-Dgolden=write` writes it anew, to be read.
final class Golden {
    private Golden() {}

    static void matches(String name, String text) {
        if (System.getProperty("golden", "").equals("write")) {
            write(name, text);
        }
        assertThat(text).isEqualTo(Example.resource(name));
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(Path.of("src/test/resources/dev/recon/engine/report", name), text);
            Files.writeString(Path.of("target/test-classes/dev/recon/engine/report", name), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
