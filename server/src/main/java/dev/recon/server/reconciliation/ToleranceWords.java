package dev.recon.server.reconciliation;

import dev.recon.engine.rules.Tolerance;
import java.util.StringJoiner;

/// Says how far amounts may be apart.
final class ToleranceWords {
    private ToleranceWords() {}

    static String of(Tolerance tolerance) {
        return switch (tolerance) {
            case Tolerance.Any() -> "any amount";
            case Tolerance.Absolute(var amount) when amount.signum() == 0 -> "the same amount";
            case Tolerance.Bound bound -> "amounts at most " + bound(bound) + " apart";
            case Tolerance.Range(var below, var above) ->
                    "the right amount at most "
                            + bound(below)
                            + " below the left one, at most "
                            + bound(above)
                            + " above";
            case Tolerance.PerCurrency(var byCurrency, var other) -> {
                StringJoiner words = new StringJoiner(", ", "", " in other currencies");
                byCurrency.forEach((currency, of) -> words.add(of(of) + " in " + currency.code()));
                yield words.add(of(other)).toString();
            }
        };
    }

    private static String bound(Tolerance.Bound bound) {
        return switch (bound) {
            case Tolerance.Any() -> "anything";
            case Tolerance.Absolute(var amount) -> amount.toPlainString();
            case Tolerance.Percent(var percent) -> percent.toPlainString() + " %";
            case Tolerance.Capped(var percent, var cap) ->
                    percent.toPlainString() + " % and " + cap.toPlainString();
        };
    }
}
