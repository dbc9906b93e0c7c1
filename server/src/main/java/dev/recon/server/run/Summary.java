package dev.recon.server.run;

import dev.recon.server.platform.Money;
import dev.recon.server.reconciliation.MatchRate;
import dev.recon.server.run.ChangeStore.BreakCount;
import dev.recon.server.run.RunSummary.CurrencyProof;
import dev.recon.server.run.RunSummary.EntryProof;
import dev.recon.server.run.RunSummary.KindTotal;
import dev.recon.server.run.RunSummary.PassTotal;
import dev.recon.server.run.RunSummary.StatusTotal;
import dev.recon.server.run.RunTotals.BreakTotal;
import dev.recon.server.run.RunTotals.Bucket;
import dev.recon.server.run.RunTotals.PassMatches;
import dev.recon.server.run.RunTotals.SideTotal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a run found and what people changed, put together into what holds now.
final class Summary {
    private final RunTotals totals;
    private final List<Bucket> buckets;
    private final List<PassMatches> matches;
    private final List<BreakCount> breaks;
    private final Map<String, Long> converted;

    /// The currencies with amounts: a table without any has entries of none.
    private final Set<String> worth = new TreeSet<>();

    private Summary(RunTotals totals, ChangeStore.Changes changes) {
        this.totals = totals;
        this.buckets = moved(totals.buckets(), changes.entriesMoved());
        this.matches = changed(totals.matches(), changes.matchesChanged());
        this.breaks = breaks(Objects.requireNonNull(totals.breaks()), changes.breaks());
        this.converted = new TreeMap<>();
        Stream.concat(totals.converted().stream(), changes.converted().stream())
                .forEach(one -> converted.merge(one.currency(), one.units(), Math::addExact));
        absolute(_ -> true)
                .forEach((currency, units) -> {
                    if (units != 0) {
                        worth.add(currency);
                    }
                });
    }

    static Summary of(RunTotals totals, ChangeStore.Changes changes) {
        return new Summary(totals, changes);
    }

    RunSummary toSummary(String digest) {
        return new RunSummary(
                digest,
                matchRate(),
                List.of(
                        statusTotal(RunTotals.MATCHED),
                        statusTotal(RunTotals.SUGGESTED),
                        statusTotal(RunTotals.OPEN)),
                byPass(),
                byKind(),
                proof(),
                new RunSummary.Rejected(totals.rejectedLeft(), totals.rejectedRight()),
                totals.seconds());
    }

    MatchRate matchRate() {
        Predicate<Bucket> matched = bucket -> bucket.status().equals(RunTotals.MATCHED);
        List<MatchRate.CurrencyRate> byValue = new ArrayList<>();
        Map<String, Long> whole = absolute(_ -> true);
        Map<String, Long> part = absolute(matched);
        whole.forEach((currency, units) -> {
            if (worth.contains(currency)) {
                String percent = MatchRate.percent(part.getOrDefault(currency, 0L), units);
                byValue.add(new MatchRate.CurrencyRate(currency, percent));
            }
        });
        return new MatchRate(MatchRate.percent(entries(matched), entries(_ -> true)), byValue);
    }

    /// The absolute value of the open breaks, per currency.
    List<Money> openValues() {
        return values(breaks.stream().filter(one -> one.status().equals("open")).toList());
    }

    long breaks(String status) {
        return breaks.stream()
                .filter(one -> one.status().equals(status))
                .mapToLong(BreakCount::count)
                .sum();
    }

    long entries(String side) {
        return entries(bucket -> bucket.side().equals(side));
    }

    RunSummary.Proof proof() {
        List<CurrencyProof> currencies = new ArrayList<>();
        TreeSet<String> codes = new TreeSet<>();
        totals.sides().forEach(side -> codes.add(side.currency()));
        buckets.forEach(bucket -> codes.add(bucket.currency()));
        codes.forEach(code -> currencies.add(currencyProof(code)));
        EntryProof left = entryProof("left");
        EntryProof right = entryProof("right");
        boolean holds =
                left.holds() && right.holds() && currencies.stream().allMatch(CurrencyProof::holds);
        return new RunSummary.Proof(holds, currencies, left, right);
    }

    private CurrencyProof currencyProof(String code) {
        long left = sideUnits("left", code);
        long right = sideUnits("right", code);
        Predicate<Bucket> held = bucket -> !bucket.status().equals(RunTotals.OPEN);
        long counted = converted.getOrDefault(code, 0L);
        long apart = Math.subtractExact(units("left", code, held), units("right", code, held));
        long differences = Math.subtractExact(apart, counted);
        long openLeft = units("left", code, held.negate());
        long openRight = units("right", code, held.negate());
        long difference = Math.subtractExact(left, right);
        long open = Math.subtractExact(openLeft, openRight);
        long explained = Math.addExact(Math.addExact(differences, counted), open);
        return new CurrencyProof(
                code,
                decimal(code, left),
                decimal(code, right),
                decimal(code, difference),
                decimal(code, differences),
                decimal(code, counted),
                decimal(code, openLeft),
                decimal(code, openRight),
                decimal(code, 0),
                difference == explained);
    }

    private EntryProof entryProof(String side) {
        long entries =
                totals.sides().stream()
                        .filter(total -> total.side().equals(side))
                        .mapToLong(SideTotal::entries)
                        .sum();
        long matched = entries(at(side, RunTotals.MATCHED));
        long suggested = entries(at(side, RunTotals.SUGGESTED));
        long open = entries(at(side, RunTotals.OPEN));
        boolean none = buckets.stream().noneMatch(bucket -> bucket.entries() < 0);
        return new EntryProof(
                entries, matched, suggested, open, none && entries == matched + suggested + open);
    }

    private StatusTotal statusTotal(String status) {
        return new StatusTotal(
                status,
                entries(at("left", status)),
                entries(at("right", status)),
                money(absolute(bucket -> bucket.status().equals(status))));
    }

    private List<PassTotal> byPass() {
        List<PassTotal> all = new ArrayList<>();
        addPass(all, new RunTotals.PassName(RunTotals.BY_HAND, RunTotals.BY_HAND));
        totals.passes().forEach(pass -> addPass(all, pass));
        return all;
    }

    private void addPass(List<PassTotal> all, RunTotals.PassName pass) {
        for (String status : List.of(RunTotals.MATCHED, RunTotals.SUGGESTED)) {
            long count =
                    matches.stream()
                            .filter(one -> one.pass().equals(pass.name()))
                            .filter(one -> one.status().equals(status))
                            .mapToLong(PassMatches::matches)
                            .sum();
            Predicate<Bucket> here =
                    bucket -> bucket.pass().equals(pass.name()) && bucket.status().equals(status);
            boolean listed = status.equals(RunTotals.MATCHED) && !pass.name().equals("by-hand");
            if (count > 0 || listed) {
                all.add(
                        new PassTotal(
                                pass.name(),
                                pass.kind(),
                                status,
                                count,
                                entries(here.and(bucket -> bucket.side().equals("left"))),
                                entries(here.and(bucket -> bucket.side().equals("right"))),
                                money(absolute(here))));
            }
        }
    }

    private List<KindTotal> byKind() {
        SequencedMap<String, List<BreakCount>> kinds = new LinkedHashMap<>();
        breaks.forEach(one -> kinds.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add(one));
        List<KindTotal> all = new ArrayList<>();
        kinds.forEach((kind, counts) -> {
            Predicate<BreakCount> open = one -> one.status().equals("open");
            all.add(
                    new KindTotal(
                            kind,
                            count(counts, open),
                            count(counts, open.negate()),
                            values(counts.stream().filter(open).toList())));
        });
        return all;
    }

    private List<Money> values(List<BreakCount> counts) {
        Map<String, Long> units = new TreeMap<>();
        counts.forEach(one -> units.merge(one.currency(), one.units(), Math::addExact));
        return money(units);
    }

    private static long count(List<BreakCount> counts, Predicate<BreakCount> which) {
        return counts.stream().filter(which).mapToLong(BreakCount::count).sum();
    }

    private static Predicate<Bucket> at(String side, String status) {
        return bucket -> bucket.side().equals(side) && bucket.status().equals(status);
    }

    private long entries(Predicate<Bucket> which) {
        return buckets.stream().filter(which).mapToLong(Bucket::entries).sum();
    }

    private long units(String side, String currency, Predicate<Bucket> which) {
        return buckets.stream()
                .filter(bucket -> bucket.side().equals(side))
                .filter(bucket -> bucket.currency().equals(currency))
                .filter(which)
                .mapToLong(Bucket::units)
                .reduce(0, Math::addExact);
    }

    private long sideUnits(String side, String currency) {
        return totals.sides().stream()
                .filter(one -> one.side().equals(side) && one.currency().equals(currency))
                .mapToLong(SideTotal::units)
                .sum();
    }

    private Map<String, Long> absolute(Predicate<Bucket> which) {
        Map<String, Long> sums = new TreeMap<>();
        buckets.stream()
                .filter(which)
                .forEach(bucket ->
                        sums.merge(bucket.currency(), bucket.absoluteUnits(), Math::addExact));
        return sums;
    }

    private List<Money> money(Map<String, Long> units) {
        List<Money> all = new ArrayList<>();
        units.forEach((currency, sum) -> {
            if (worth.contains(currency)) {
                all.add(Money.of(currency, sum, totals.decimals()));
            }
        });
        return all;
    }

    private String decimal(String currency, long units) {
        return Money.decimal(currency, units, totals.decimals());
    }

    private static List<Bucket> moved(List<Bucket> found, List<Bucket> moved) {
        SequencedMap<List<String>, Bucket> all = new LinkedHashMap<>();
        for (List<Bucket> part : List.of(found, moved)) {
            for (Bucket one : part) {
                all.merge(
                        List.of(one.status(), one.pass(), one.side(), one.currency()),
                        one,
                        Bucket::plus);
            }
        }
        return List.copyOf(all.values());
    }

    private static List<PassMatches> changed(
            List<PassMatches> found, List<ChangeStore.MatchChange> changes) {
        List<PassMatches> all = new ArrayList<>(found);
        changes.forEach(one -> all.add(new PassMatches(one.pass(), one.status(), one.came())));
        return all;
    }

    /// All breaks as they stand: what the run found is open but for what was changed.
    private static List<BreakCount> breaks(List<BreakTotal> found, List<BreakCount> changes) {
        SequencedMap<String, BreakCount> all = new TreeMap<>();
        Stream.concat(found.stream().map(BreakCount::open), changes.stream())
                .forEach(one -> all.merge(one.place(), one, BreakCount::plus));
        return all.values().stream().filter(one -> one.count() != 0).toList();
    }
}
