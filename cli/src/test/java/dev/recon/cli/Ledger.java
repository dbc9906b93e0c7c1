package dev.recon.cli;

import java.util.List;
import java.util.stream.IntStream;

/// Two hundred entries that are easy to match, as lines of a file.
final class Ledger {
    static final int ENTRIES = 200;
    static final String HEADER = "reference,date,currency,amount,name";

    private Ledger() {}

    static List<String> lines() {
        return IntStream.rangeClosed(1, ENTRIES).mapToObj(Ledger::line).toList();
    }

    /// Entry `number`, from 1.
    static String line(int number) {
        return "A-%d,2026-01-%02d,EUR,%d.50,Name %d"
                .formatted(number, number % 28 + 1, number, number);
    }

    static String text(List<String> lines) {
        return HEADER + "\n" + String.join("\n", lines) + "\n";
    }
}
