package dev.recon.formats.nacha;

import dev.recon.formats.bank.Mend;
import java.math.BigDecimal;

/// What control records add up: records, routing numbers, debits and credits.
final class AchSums {
    private long records;
    private long hash;
    private BigDecimal debits = BigDecimal.ZERO;
    private BigDecimal credits = BigDecimal.ZERO;

    void add(AchEntry entry) {
        records += 1 + entry.addenda();
        hash = Math.addExact(hash, entry.routing());
        if (entry.isCredit()) {
            credits = credits.add(entry.amount());
        } else {
            debits = debits.add(entry.amount());
        }
    }

    void add(AchSums batch) {
        records += batch.records;
        hash = Math.addExact(hash, batch.hash);
        debits = debits.add(batch.debits);
        credits = credits.add(batch.credits);
    }

    long records() {
        return records;
    }

    long hash() {
        return hash;
    }

    BigDecimal debits() {
        return debits;
    }

    BigDecimal credits() {
        return credits;
    }

    /// A field of a control record that claims what was added up.
    ///
    /// @param from its first place
    /// @param to the place behind its last
    record Claim(AchRecord control, int from, int to, String name) {
        void require(long counted) {
            long claimed = control.number(from, to, "the " + name);
            if (claimed != counted) {
                throw wrong(name + " " + claimed, String.valueOf(counted));
            }
        }

        void require(BigDecimal counted) {
            BigDecimal claimed = control.cents(from, to, "the " + name);
            if (claimed.compareTo(counted) != 0) {
                throw wrong(
                        name + " USD " + claimed.toPlainString(),
                        "USD " + counted.setScale(2).toPlainString());
            }
        }

        private RuntimeException wrong(String claimed, String counted) {
            String of = control.type() == '8' ? "batch" : "file";
            return control.delivery()
                    .problem(
                            control.place() + ", column " + (from + 1),
                            "the " + claimed + " in the control record of the " + of,
                            counted + ", added up from its entries",
                            Mend.WHOLE);
        }
    }
}
