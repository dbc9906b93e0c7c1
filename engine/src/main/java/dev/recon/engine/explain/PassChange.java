package dev.recon.engine.explain;

import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TimeWindow;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Limits;
import dev.recon.engine.table.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a pass would have to change, so that conditions that failed would hold.
///
/// @param pass the pass as it would be
/// @param isNew does it come after the pass that was looked at, instead of in its place?
/// @param text the change in words
record PassChange(Pass pass, boolean isNew, String text) {
    private static final String NEW_NAME = "-near";

    /// The change that makes these conditions hold; empty when no rule can say it, or when the pass
    /// would ask for nothing any more.
    ///
    /// @param names the names that passes have
    static Optional<PassChange> of(Pass pass, List<Condition> failing, Set<String> names) {
        boolean possible =
                failing.stream().noneMatch(condition -> condition.mend() instanceof Mend.None);
        if (!possible || failing.isEmpty()) {
            return Optional.empty();
        }
        return switch (pass) {
            case Pass.Close close ->
                    near(close, failing).map(wider -> wider(close, wider, failing));
            case Pass.Fx fx ->
                    near(asClose(fx), failing)
                            .map(wider -> wider(asClose(fx), wider, failing))
                            .map(change -> across(fx, change));
            case Pass.Exact _ when names.size() >= Limits.PASSES_MAX -> Optional.empty();
            case Pass.Exact exact ->
                    near(asClose(exact, names), failing).map(near -> added(exact, near));
            case Pass.Reference reference -> withoutKeys(reference, failing);
            case Pass.Group _, Pass.Batch _, Pass.Sum _ -> Optional.empty();
            case Pass.Probable _, Pass.Fee _, Pass.Contra _ -> Optional.empty();
        };
    }

    /// The exact pass as one that could allow more.
    private static Pass.Close asClose(Pass.Exact exact, Set<String> names) {
        return new Pass.Close(
                newName(exact.name(), names),
                exact.key(),
                new Tolerance.Any(),
                DayWindow.ANY,
                List.of(),
                exact.ambiguous());
    }

    /// A name that no pass has, made of that of another one.
    private static String newName(String name, Set<String> names) {
        String end = NEW_NAME;
        for (int number = 2; ; number++) {
            int length = Math.min(name.length(), Pass.NAME_LENGTH_MAX - end.length());
            boolean cutsOne = length > 0 && Character.isHighSurrogate(name.charAt(length - 1));
            String made = name.substring(0, cutsOne ? length - 1 : length) + end;
            if (!names.contains(made)) {
                return made;
            }
            end = NEW_NAME + "-" + number;
        }
    }

    /// A pass across currencies as one that could allow more.
    private static Pass.Close asClose(Pass.Fx fx) {
        return Pass.Close.of(fx, fx.amount(), fx.days(), List.of());
    }

    private static PassChange across(Pass.Fx fx, PassChange change) {
        Pass.Close near = (Pass.Close) change.pass;
        Pass.Fx wider =
                new Pass.Fx(
                        fx.name(),
                        near.key(),
                        fx.pairs(),
                        near.amount(),
                        near.days(),
                        fx.ambiguous());
        return new PassChange(wider, false, change.text);
    }

    private static Optional<Pass.Close> near(Pass.Close close, List<Condition> failing) {
        List<String> key = new ArrayList<>(close.key());
        List<String> similar = new ArrayList<>(close.similar());
        Tolerance amount = close.amount();
        DayWindow days = close.days();
        Optional<TimeWindow> seconds = close.seconds();
        for (Condition condition : failing) {
            switch (condition.mend()) {
                case Mend.Amount(Tolerance tolerance, String _) -> {
                    key.remove(Table.AMOUNT);
                    amount = tolerance;
                }
                case Mend.Days(DayWindow window, int _) -> {
                    key.remove(Table.DATE);
                    days = window;
                }
                case Mend.Seconds(TimeWindow window, int _) -> seconds = Optional.of(window);
                case Mend.Similar(String field) -> {
                    key.remove(field);
                    similar.add(field);
                }
                case Mend.Any(String field) -> {
                    key.remove(field);
                    similar.remove(field);
                }
                case Mend.None _ -> {}
            }
        }
        Pass.Close changed =
                new Pass.Close(
                        close.name(),
                        key,
                        amount,
                        days,
                        seconds,
                        similar,
                        close.ambiguous(),
                        close.precision());
        return Optional.of(changed).filter(PassChange::asks);
    }

    /// Does a pass ask for anything but the currency?
    private static boolean asks(Pass.Close pass) {
        return !(pass.amount() instanceof Tolerance.Any)
                || !pass.days().equals(DayWindow.ANY)
                || pass.seconds().isPresent()
                || pass.key().stream().anyMatch(field -> !field.equals(Table.CURRENCY));
    }

    private static PassChange wider(Pass.Close before, Pass.Close after, List<Condition> failing) {
        List<String> parts = new ArrayList<>();
        for (Condition condition : failing) {
            parts.add(
                    switch (condition.mend()) {
                        case Mend.Amount(Tolerance _, String text) -> "allow " + text;
                        case Mend.Days(DayWindow _, int days) -> days(before, days);
                        case Mend.Seconds(TimeWindow _, int seconds) ->
                                "allow moments " + Wording.span(seconds) + " apart";
                        case Mend.Similar(String field) ->
                                "let " + field + " be similar instead of equal";
                        case Mend.Any(String field) -> "no longer ask for the " + field;
                        case Mend.None _ -> "";
                    });
        }
        return new PassChange(
                after, false, "in pass " + before.name() + " " + String.join(", and ", parts));
    }

    /// @param days how many days the right date lies after the left one
    private static String days(Pass.Close before, int days) {
        if (before.key().contains(Table.DATE)) {
            return "allow a date " + Wording.days(days) + (days > 0 ? " later" : " earlier");
        }
        int then = days > 0 ? before.days().after() : before.days().before();
        return "allow "
                + Wording.days(days)
                + (days > 0 ? " after" : " before")
                + " instead of "
                + then;
    }

    private static PassChange added(Pass.Exact exact, Pass.Close pass) {
        List<String> asks = new ArrayList<>();
        if (!pass.key().isEmpty()) {
            asks.add("the same " + String.join(", ", pass.key()));
        }
        if (pass.amount() instanceof Tolerance.Absolute(BigDecimal amount)) {
            asks.add("amounts up to " + amount.toPlainString() + " apart");
        }
        if (!pass.days().equals(DayWindow.ANY)) {
            asks.add(
                    "dates up to "
                            + Wording.days(pass.days().after() + pass.days().before())
                            + (pass.days().after() > 0 ? " later" : " earlier"));
        }
        if (!pass.similar().isEmpty()) {
            asks.add("a similar " + String.join(", ", pass.similar()));
        }
        return new PassChange(
                pass,
                true,
                "after pass "
                        + exact.name()
                        + " add one that asks for "
                        + String.join(" and ", asks));
    }

    private static Optional<PassChange> withoutKeys(Pass.Reference pass, List<Condition> failing) {
        List<String> key = new ArrayList<>(pass.key());
        failing.forEach(condition -> key.remove(condition.field()));
        List<String> fields = failing.stream().map(Condition::field).toList();
        return Optional.of(
                new PassChange(
                        new Pass.Reference(
                                pass.name(),
                                pass.find(),
                                pass.in(),
                                key,
                                pass.lengthMin(),
                                pass.lengthMax(),
                                pass.ambiguous()),
                        false,
                        "in pass "
                                + pass.name()
                                + " no longer ask for the same "
                                + String.join(", ", fields)));
    }
}
