package dev.recon.server.match;

import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.DateColumn;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Entry;
import dev.recon.server.run.RunEntries.Picked;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why the passes did not match two entries: of each pass the first condition that failed.
///
/// @param left picked entries of the left
/// @param leftRow the row of one of them
/// @param right picked entries of the right
/// @param rightRow the row of one of them
public record WhyNot(Picked left, int leftRow, Picked right, int rightRow) {
    /// The first condition of a pass that failed, in words.
    public record Reason(String pass, String text) {}

    /// One reason for each pass, in their order.
    public List<Reason> reasons() {
        List<Reason> all = new ArrayList<>();
        for (Pass pass : left.rules().passes()) {
            String text =
                    failing(pass)
                            .orElse(
                                    "all conditions hold, but another entry was nearer or the"
                                            + " choice was left open");
            all.add(new Reason(pass.name(), text));
        }
        return all;
    }

    private Optional<String> failing(Pass pass) {
        return switch (pass) {
            case Pass.Exact exact -> key(exact.key());
            case Pass.Reference reference -> found(reference).or(() -> key(reference.key()));
            case Pass.Probable probable -> key(probable.key());
            case Pass.Close close ->
                    key(close.key()).or(() -> amount(close.amount())).or(() -> days(close.days()));
            case Pass.Sum sum ->
                    key(sum.key())
                            .or(() -> days(sum.days()))
                            .or(() -> Optional.of("no sum with it was sure enough"));
            case Pass.Fee fee ->
                    key(fee.key())
                            .or(() -> days(fee.days()))
                            .or(() -> Optional.of("no fee leaves this amount"));
            case Pass.Contra _ -> Optional.of("it matches entries of one side with each other");
            case Pass.Group group ->
                    key(group.key())
                            .or(() -> days(group.days()))
                            .or(() -> Optional.of("the sums of their group do not agree"));
        };
    }

    private Optional<String> key(List<String> fields) {
        for (String field : fields) {
            Column one = left.table().get(field);
            Column other = right.table().get(field);
            if (!one.isPresent(leftRow)) {
                return Optional.of("the left has no " + field);
            }
            if (!other.isPresent(rightRow)) {
                return Optional.of("the right has no " + field);
            }
            if (!one.isSame(leftRow, other, rightRow)) {
                return Optional.of(
                        field
                                + " differs: "
                                + value(Side.LEFT, field)
                                + " and "
                                + value(Side.RIGHT, field));
            }
        }
        return Optional.empty();
    }

    private Optional<String> found(Pass.Reference pass) {
        boolean stands =
                stands(entry(Side.LEFT), entry(Side.RIGHT), pass)
                        || stands(entry(Side.RIGHT), entry(Side.LEFT), pass);
        return stands
                ? Optional.empty()
                : Optional.of(
                        "the "
                                + pass.find()
                                + " of neither side stands in the "
                                + pass.in()
                                + " of the other");
    }

    private static boolean stands(Entry one, Entry other, Pass.Reference pass) {
        return one.find(pass.find())
                .flatMap(reference ->
                        other.find(pass.in()).map(text -> Weights.inText(reference, text) > 0))
                .orElse(false);
    }

    private Optional<String> amount(Tolerance tolerance) {
        Table table = left.table();
        BigDecimal one = decimal(left.table(), leftRow);
        BigDecimal other = decimal(right.table(), rightRow);
        BigDecimal apart = one.subtract(other).abs();
        Optional<BigDecimal> allowed =
                tolerance
                        .bound(table.currency(leftRow), other.compareTo(one) < 0)
                        .allowed(one.abs().max(other.abs()));
        if (allowed.isEmpty() || apart.compareTo(allowed.get()) <= 0) {
            return Optional.empty();
        }
        String currency = table.currency(leftRow).code();
        String shown =
                Money.decimal(
                        currency,
                        apart.movePointRight(table.decimals()).longValue(),
                        table.decimals());
        return Optional.of(
                "the amounts are "
                        + shown
                        + " apart, allowed are "
                        + allowed.get().toPlainString());
    }

    private Optional<String> days(DayWindow window) {
        int from = left.table().dates().days()[leftRow];
        int to = right.table().dates().days()[rightRow];
        if (from == DateColumn.ABSENT || to == DateColumn.ABSENT || window.holds(from, to)) {
            return Optional.empty();
        }
        String side = to > from ? " after" : " before";
        int allowed = to > from ? window.after() : window.before();
        return Optional.of(
                "the right date is "
                        + Math.abs(window.days(from, to))
                        + (window.isInBusinessDays() ? " business days" : " days")
                        + side
                        + " the left one,"
                        + " allowed are "
                        + allowed);
    }

    private static BigDecimal decimal(Table table, int row) {
        return BigDecimal.valueOf(table.amounts().units()[row], table.decimals());
    }

    private Entry entry(Side side) {
        return side == Side.LEFT ? left.entries().get(leftRow) : right.entries().get(rightRow);
    }

    private String value(Side side, String field) {
        return entry(side).find(field).orElse("nothing");
    }
}
