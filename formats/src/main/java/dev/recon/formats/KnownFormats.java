package dev.recon.formats;

import static java.util.stream.Collectors.joining;

import dev.recon.formats.format.Format;
import java.util.List;
import java.util.stream.Stream;

/// The formats that the door knows beside delimited text, in the order in which they are asked:
/// those of one exact kind before those that many files fit.
final class KnownFormats {
    static final List<Format> ALL =
            Stream.concat(BankFormats.ALL.stream(), TableFormats.ALL.stream()).toList();

    private KnownFormats() {}

    /// What can be read, for messages.
    static String expected() {
        String names = ALL.stream().map(Format::name).collect(joining(", "));
        return "a text file with one entry a line (csv, tsv), or one of: "
                + names
                + "; plain, gzipped or zipped";
    }
}
