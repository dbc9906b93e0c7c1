package dev.recon.formats.bank;

import dev.recon.formats.bank.Statement.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The entries of a statement, kept to name the one that would break its proof.
final class Suspects {
    private static final int KEPT_MAX = 10_000;

    private final List<Balance> entries = new ArrayList<>();

    void add(Balance entry) {
        if (entries.size() < KEPT_MAX) {
            entries.add(entry);
        }
    }

    /// A sentence about the first entry that alone would explain what is missing at the end: its
    /// sign is turned, or it is one too many. Empty if there is none.
    String of(BigDecimal missing) {
        for (Balance entry : entries) {
            if (entry.amount().add(entry.amount()).compareTo(missing.negate()) == 0) {
                return "With the other sign, the entry "
                        + entry
                        + " on "
                        + entry.place()
                        + " would explain it. ";
            }
        }
        for (Balance entry : entries) {
            if (entry.amount().compareTo(missing.negate()) == 0) {
                return "Without the entry "
                        + entry
                        + " on "
                        + entry.place()
                        + " it would hold: it may be there twice. ";
            }
        }
        return "";
    }
}
