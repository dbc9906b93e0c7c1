package dev.recon.server.run;

import dev.recon.server.platform.Problem;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id of something that is counted within a run: the run's id, a dot, the number.
public record Numbered(UUID runId, int number) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.([0-9]{1,9})");

    /// What an id names.
    ///
    /// @param what match or break
    public static Numbered parse(String what, String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            throw Problem.notFound(what);
        }
        try {
            return new Numbered(UUID.fromString(form.group(1)), Integer.parseInt(form.group(2)));
        } catch (IllegalArgumentException _) {
            throw Problem.notFound(what);
        }
    }

    @Override
    public String toString() {
        return runId + "." + number;
    }
}
