package dev.recon.server.match;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Money;
import dev.recon.server.run.Approval;
import dev.recon.server.run.Entry;
import dev.recon.server.run.Numbered;
import dev.recon.server.run.RunEntries;
import dev.recon.server.run.RunEntries.Picked;
import dev.recon.server.run.RunRow;
import dev.recon.server.run.WaitingStore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/// Turns matches into what people see, with the entries they hold.
@Component
public record MatchView(RunEntries entries, WaitingStore waiting) {
    /// Some matches with the entries of all of them, read at once.
    ///
    /// @param worths what those of two currencies come to; empty without rates
    public record Held(RunRow run, Entries left, Entries right, Optional<Worths> worths) {
        /// The entries of one side of a match.
        public List<Entry> of(MatchState match, Side side) {
            return entries(side).each(match.lines(side), Picked::entry);
        }

        /// The same as lists show them.
        List<Entry.Listed> listed(MatchState match, Side side) {
            return entries(side).each(match.lines(side), Picked::listed);
        }

        private Entries entries(Side side) {
            return side == Side.LEFT ? left : right;
        }
    }

    /// The entries of one side.
    ///
    /// @param picked empty where the matches have none on this side
    /// @param rows where each line stands among them
    record Entries(Optional<Picked> picked, Map<Integer, Integer> rows) {
        static Entries of(Optional<Picked> picked) {
            Map<Integer, Integer> rows = new HashMap<>();
            picked.map(Picked::lines)
                    .orElse(List.of())
                    .forEach(line -> rows.put(line, rows.size()));
            return new Entries(picked, rows);
        }

        private <T> List<T> each(List<Integer> lines, BiFunction<Picked, Integer, T> view) {
            return picked.stream()
                    .flatMap(from -> lines.stream().map(line -> view.apply(from, rows.get(line))))
                    .toList();
        }
    }

    /// Reads the entries of these matches.
    public Held hold(RunRow run, List<MatchState> matches) {
        Optional<Picked> left = pick(run, matches, Side.LEFT);
        Optional<Picked> right = pick(run, matches, Side.RIGHT);
        Optional<Worths> worths =
                left.filter(one -> !one.rules().rates().isEmpty())
                        .flatMap(one -> right.map(other -> Worths.of(one, other)));
        return new Held(run, Entries.of(left), Entries.of(right), worths);
    }

    private Optional<Picked> pick(RunRow run, List<MatchState> matches, Side side) {
        List<Integer> lines =
                matches.stream()
                        .flatMap(match -> match.lines(side).stream())
                        .distinct()
                        .sorted() // so that no part of the file is unpacked twice
                        .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(entries.pick(run, side, lines));
    }

    /// A match in one row.
    public static MatchRow row(Held held, MatchState match) {
        List<Entry.Listed> left = held.listed(match, Side.LEFT);
        List<Entry.Listed> right = held.listed(match, Side.RIGHT);
        return new MatchRow(
                new Numbered(held.run.id(), match.number()).toString(),
                match.number(),
                held.run.id(),
                match.pass(),
                match.status(),
                match.confidence(),
                match.pass().equals(MatchState.BY_HAND),
                left,
                right,
                held.worths
                        .flatMap(worths -> worths.difference(match))
                        .map(apart -> isZero(apart) ? List.<Money>of() : List.of(apart))
                        .orElseGet(() -> difference(left, right)),
                match.version(),
                null);
    }

    /// Rows of matches with what waits for another person.
    public List<MatchRow> marked(Held held, List<MatchRow> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<Integer, Approval.Waiting> found =
                waiting.aboutMatches(held.run, rows.stream().map(MatchRow::number).toList());
        return found.isEmpty()
                ? rows
                : rows.stream().map(row -> row.waiting(found.get(row.number()))).toList();
    }

    private static boolean isZero(Money money) {
        return new BigDecimal(money.value()).signum() == 0;
    }

    private static List<Money> difference(List<Entry.Listed> left, List<Entry.Listed> right) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        left.forEach(entry ->
                sums.merge(
                        entry.amount().currency(),
                        new BigDecimal(entry.amount().value()),
                        BigDecimal::add));
        right.forEach(entry ->
                sums.merge(
                        entry.amount().currency(),
                        new BigDecimal(entry.amount().value()).negate(),
                        BigDecimal::add));
        List<Money> apart = new ArrayList<>();
        sums.forEach((currency, sum) -> {
            if (sum.signum() != 0) {
                apart.add(new Money(currency, sum.toPlainString()));
            }
        });
        return apart;
    }

    /// What differs inside a match: in its first pair.
    public static List<FieldDifference> differences(Held held, MatchState match) {
        Optional<Entry> left = held.of(match, Side.LEFT).stream().findFirst();
        Optional<Entry> right = held.of(match, Side.RIGHT).stream().findFirst();
        return left.flatMap(one -> right.map(other -> new Differences(one, other).list()))
                .orElse(List.of());
    }
}
