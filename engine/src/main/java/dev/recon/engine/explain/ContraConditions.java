package dev.recon.engine.explain;

import dev.recon.engine.money.Money;
import dev.recon.engine.rate.Exchange;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pass asks of entries of one side that cancel, or could, with the first above zero and the
/// first below it for what is asked of two.
final class ContraConditions {
    private ContraConditions() {}

    /// @param entries of one side; none is asked for anything by a pass of another kind
    static List<Condition> of(Pass pass, List<EntryFields> entries, Exchange exchange) {
        Optional<EntryFields> above = entries.stream().filter(one -> one.units() > 0).findFirst();
        Optional<EntryFields> below = entries.stream().filter(one -> one.units() < 0).findFirst();
        if (!(pass instanceof Pass.Contra contra) || above.isEmpty() || below.isEmpty()) {
            return List.of();
        }
        EntryPair pair = new EntryPair(above.get(), below.get(), exchange);
        List<Condition> all = new ArrayList<>(PassConditions.keys(contra.key(), pair));
        all.add(amount(contra, entries, pair));
        all.add(days(contra.days(), pair));
        contra.similar().forEach(field -> all.add(SimilarCondition.of(field, pair)));
        return all;
    }

    private static Condition amount(Pass.Contra contra, List<EntryFields> entries, EntryPair pair) {
        EntryFields first = entries.getFirst();
        long sum = 0;
        long above = 0;
        for (EntryFields entry : entries) {
            sum += entry.units();
            above += Math.max(0, entry.units());
        }
        String of = entries.size() + " entries come to " + money(first, sum).value();
        if (sum == 0) {
            return Condition.holds(Table.AMOUNT, of);
        }
        int decimals = first.table().decimals();
        BigDecimal larger = BigDecimal.valueOf(Math.max(above, above - sum), decimals);
        Optional<BigDecimal> most =
                contra.amount().bound(first.money().currency(), sum > 0).allowed(larger);
        String allowed =
                most.map(bound -> ", allowed are " + NearConditions.shown(pair, bound))
                        .orElse("; any sum will do");
        BigDecimal apart = BigDecimal.valueOf(Math.abs(sum), decimals);
        return most.filter(bound -> apart.compareTo(bound) > 0).isPresent()
                ? Condition.fails(Table.AMOUNT, of + allowed, new Mend.None())
                : Condition.holds(Table.AMOUNT, of + allowed);
    }

    private static Money money(EntryFields like, long units) {
        return new Money(like.money().currency(), units, like.table().decimals());
    }

    private static Condition days(DayWindow window, EntryPair pair) {
        if (window.equals(DayWindow.ANY)) {
            return Condition.holds(Table.DATE, "any date will do");
        }
        int above = pair.left().day();
        int below = pair.right().day();
        if (above == DateColumn.ABSENT || below == DateColumn.ABSENT) {
            return Condition.holds(Table.DATE, "an entry has no date, so any will do");
        }
        int days = window.days(above, below);
        String apart =
                days == 0
                        ? "the same day"
                        : "what is below 0 comes "
                                + Wording.after(days)
                                + " what is above it, allowed are "
                                + Wording.bound(days > 0 ? window.after() : window.before());
        String text =
                window.isInBusinessDays()
                        ? apart + ", in business days of " + window.calendar()
                        : apart;
        return window.holds(above, below)
                ? Condition.holds(Table.DATE, text)
                : Condition.fails(Table.DATE, text, new Mend.None());
    }
}
