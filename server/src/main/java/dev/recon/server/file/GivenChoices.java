package dev.recon.server.file;

import dev.recon.engine.read.Choices;
import dev.recon.server.platform.Checks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody sent as choices of a file.
public record GivenChoices(
        @Nullable String sheet,
        @Nullable String records,
        @Nullable String member,
        @Nullable String widths) {
    private static final int CHARS_MAX = 4_000;

    public GivenChoices {
        check(Choices.SHEET, sheet);
        check(Choices.RECORDS, records);
        check(Choices.MEMBER, member);
        check(Choices.WIDTHS, widths);
    }

    private static void check(String name, @Nullable String value) {
        if (value != null) {
            Checks.optionalText(name, value, CHARS_MAX);
        }
    }

    /// The same for the door.
    public Choices choices() {
        return new Choices(
                Optional.ofNullable(sheet),
                Optional.ofNullable(records),
                Optional.ofNullable(member),
                Optional.ofNullable(widths));
    }
}
