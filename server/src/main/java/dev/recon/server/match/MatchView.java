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
import org.springframework.stereotype.Component;

/// Turns matches into what people see, with the entries they hold.
@Component
public record MatchView(RunEntries entries, WaitingStore waiting) {
    /// Some matches with the entries of all of them, read at once.
    ///
    /// @param worths what those of two currencies come to; empty without rates
    public record Held(
            RunRow run,
            Map<Integer, Entry> left,
            Map<Integer, Entry> right,
            Optional<Worths> worths) {
        /// The entries of one side of a match.
        public List<Entry> of(MatchState match, Side side) {
            Map<Integer, Entry> all = side == Side.LEFT ? left : right;
            return match.lines(side).stream().map(all::get).toList();
        }
    }

    /// Reads the entries of these matches.
    public Held hold(RunRow run, List<MatchState> matches) {
        Optional<Picked> left = pick(run, matches, Side.LEFT);
        Optional<Picked> right = pick(run, matches, Side.RIGHT);
        Optional<Worths> worths =
                left.filter(one -> !one.rules().rates().isEmpty())
                        .flatMap(one -> right.map(other -> Worths.of(one, other)));
        return new Held(run, byLine(left), byLine(right), worths);
    }

    private Optional<Picked> pick(RunRow run, List<MatchState> matches, Side side) {
        List<Integer> lines =
                matches.stream().flatMap(match -> match.lines(side).stream()).distinct().toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(entries.pick(run, side, lines));
    }

    private static Map<Integer, Entry> byLine(Optional<Picked> picked) {
        Map<Integer, Entry> found = new HashMap<>();
        picked.map(Picked::entries)
                .orElse(List.of())
                .forEach(entry -> found.put(entry.line(), entry));
        return found;
    }

    /// A match in one row.
    public static MatchRow row(Held held, MatchState match) {
        List<Entry> left = held.of(match, Side.LEFT);
        List<Entry> right = held.of(match, Side.RIGHT);
        return new MatchRow(
                new Numbered(held.run.id(), match.number()).toString(),
                match.number(),
                held.run.id(),
                match.pass(),
                match.status(),
                match.confidence(),
                match.pass().equals(MatchState.BY_HAND),
                left.stream().map(Entry::listed).toList(),
                right.stream().map(Entry::listed).toList(),
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

    private static List<Money> difference(List<Entry> left, List<Entry> right) {
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
