package dev.recon.engine.read;

import dev.recon.engine.table.Limits;

/// Text of a file as a message repeats it: short, and on one line.
final class Quoted {
    private Quoted() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}", " ");
        return line.length() <= Limits.QUOTED_CHARS_MAX
                ? line
                : line.substring(0, Limits.QUOTED_CHARS_MAX) + "…";
    }
}
