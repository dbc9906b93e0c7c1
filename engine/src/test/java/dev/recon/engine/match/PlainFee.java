package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Schedule;
import dev.recon.engine.rules.Tolerance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// What a fee pass is, in plain words: a close pass without any difference over net amounts.
final class PlainFee {
    private PlainFee() {}

    static Pass.Close close(Pass.Fee pass) {
        return Pass.Close.of(pass, Tolerance.Absolute.EQUAL, pass.days(), List.of());
    }

    /// The entries with the amounts that a schedule leaves; those that it leaves nothing of take no
    /// part.
    static List<TestEntry> net(
            List<TestEntry> entries, Schedule schedule, Map<TestEntry, TestEntry> asTheyAre) {
        return entries.stream()
                .map(entry -> {
                    BigDecimal gross = BigDecimal.valueOf(Math.abs(entry.units()), 2);
                    BigDecimal fee =
                            gross.multiply(schedule.percent())
                                    .movePointLeft(2)
                                    .setScale(2, RoundingMode.HALF_UP)
                                    .add(schedule.fixed());
                    long net = gross.subtract(fee).movePointRight(2).longValueExact();
                    boolean takes = net > 0 && fee.signum() > 0;
                    TestEntry seen =
                            new TestEntry(
                                    entry.name(),
                                    entry.units() < 0 ? -net : net,
                                    takes ? entry.currency() : "ZZZ",
                                    entry.day(),
                                    entry.texts());
                    asTheyAre.put(seen, entry);
                    return seen;
                })
                .toList();
    }
}
