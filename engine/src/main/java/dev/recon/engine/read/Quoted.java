package dev.recon.engine.read;

import dev.recon.engine.table.Limits;

/// Text of a file as a message repeats it: short, and on one line.
final class Quoted {
    private Quoted() {}

    static String of(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}", " ");
        int end = Limits.QUOTED_CHARS_MAX;
        if (line.length() <= end) {
            return line;
        }
        boolean inPair = Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, inPair ? end - 1 : end) + "…";
    }
}
