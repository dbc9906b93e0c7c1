package dev.recon.server.fetch;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;

/// What is asked of the parts of places.
final class PlaceChecks {
    static final int HOST_CHARS_MAX = 253;
    static final int NAME_CHARS_MAX = 128;
    static final int PATH_CHARS_MAX = 1000;
    private static final int PATTERN_CHARS_MAX = 200;
    private static final int PORT_MAX = 65_535;

    private PlaceChecks() {}

    static void port(String pointer, int port) {
        if (port < 1 || port > PORT_MAX) {
            throw Problem.invalid(pointer, "must be a number from 1 to " + PORT_MAX);
        }
    }

    static String pattern(String pointer, String pattern) {
        return Checks.text(pointer, pattern, PATTERN_CHARS_MAX);
    }
}
