package dev.recon.server.run;

import dev.recon.engine.Outcome;
import dev.recon.engine.classify.Breaks;
import dev.recon.engine.match.Matching;
import dev.recon.engine.match.Status;
import dev.recon.engine.money.Currency;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.server.run.RunTotals.Bucket;
import dev.recon.server.run.RunTotals.PassMatches;
import dev.recon.server.run.RunTotals.PassName;
import dev.recon.server.run.RunTotals.SideTotal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Adds up an outcome. One loop over the entries of each side, without an object per entry.
final class TotalsBuilder {
    private static final int CURRENCIES = 1 << 15;
    private static final int STATUSES = 2;

    private final Outcome outcome;
    private final Matching matching;
    private final short[] currencyIndex = new short[CURRENCIES];
    private final List<String> currencies = new ArrayList<>();
    private final int passes;
    private final byte[] placeOf;
    private final long[] matchesOf;

    private TotalsBuilder(Outcome outcome) {
        this.outcome = outcome;
        this.matching = outcome.matching();
        this.passes = outcome.rules().passes().size();
        this.placeOf = new byte[matching.count() + 1];
        this.matchesOf = new long[places()];
    }

    static RunTotals of(Outcome outcome, List<RunTotals.StageSeconds> seconds) {
        return new TotalsBuilder(outcome).build(seconds);
    }

    private RunTotals build(List<RunTotals.StageSeconds> seconds) {
        placeMatches();
        List<Bucket> buckets = new ArrayList<>();
        List<SideTotal> sides = new ArrayList<>();
        for (Side side : Side.values()) {
            add(side, buckets, sides);
        }
        return new RunTotals(
                outcome.rules().decimals(),
                outcome.rules().passes().stream().map(TotalsBuilder::name).toList(),
                buckets,
                matches(),
                sides,
                converted(),
                breaks(),
                outcome.left().rejected().size(),
                outcome.right().rejected().size(),
                seconds);
    }

    private List<RunTotals.Converted> converted() {
        Map<String, Long> units = new TreeMap<>();
        outcome.breaks()
                .conversions(
                        (currency, leaves) -> units.merge(currency.code(), leaves, Math::addExact));
        return units.entrySet().stream()
                .map(one -> new RunTotals.Converted(one.getKey(), one.getValue()))
                .toList();
    }

    private List<RunTotals.BreakTotal> breaks() {
        Breaks found = outcome.breaks();
        Map<String, Map<String, long[]>> sums = new TreeMap<>();
        for (int number = 1; number <= found.count(); number++) {
            long[] sum =
                    sums.computeIfAbsent(found.kind(number).word(), _ -> new TreeMap<>())
                            .computeIfAbsent(found.currency(number).code(), _ -> new long[2]);
            sum[0]++;
            sum[1] = Math.addExact(sum[1], Math.absExact(found.differenceUnits(number)));
        }
        List<RunTotals.BreakTotal> all = new ArrayList<>();
        sums.forEach((kind, currencies) ->
                currencies.forEach((currency, sum) ->
                        all.add(new RunTotals.BreakTotal(kind, currency, sum[0], sum[1]))));
        return all;
    }

    /// A place is a pass and a status; 0 is open, then by hand, then the passes.
    private int places() {
        return 1 + (passes + 1) * STATUSES;
    }

    private void placeMatches() {
        for (int match = 1; match <= matching.count(); match++) {
            int status = matching.status(match) == Status.MATCHED ? 0 : 1;
            int place = 1 + (matching.pass(match) + 1) * STATUSES + status;
            placeOf[match] = (byte) place;
            matchesOf[place]++;
        }
    }

    private void add(Side side, List<Bucket> buckets, List<SideTotal> sides) {
        Table table = outcome.read(side).table();
        long[] amounts = table.amounts().units();
        short[] packed = table.currencies().packed();
        Sums sums = new Sums(places());
        for (int row = 0; row < table.rows(); row++) {
            int currency = currency(packed[row]);
            int match = matching.matchOf(side, row);
            sums.add(currency, match == 0 ? 0 : placeOf[match], amounts[row]);
        }
        for (int currency = 0; currency < currencies.size(); currency++) {
            addCurrency(side, sums, currency, buckets);
            String code = currencies.get(currency);
            long entries = sums.entriesOf(currency);
            if (entries > 0) {
                sides.add(new SideTotal(side.word(), code, entries, sum(table, code)));
            }
        }
    }

    /// The total of the file itself, not by way of the buckets: the proof compares the two.
    private static long sum(Table table, String code) {
        short wanted = Currency.of(code).packed();
        long sum = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (table.currencies().packed()[row] == wanted) {
                sum = Math.addExact(sum, table.amounts().units()[row]);
            }
        }
        return sum;
    }

    private void addCurrency(Side side, Sums sums, int currency, List<Bucket> buckets) {
        for (int place = 0; place < places(); place++) {
            long entries = sums.get(sums.entries, currency, place);
            if (entries > 0) {
                buckets.add(
                        new Bucket(
                                status(place),
                                pass(place),
                                side.word(),
                                currencies.get(currency),
                                entries,
                                sums.get(sums.units, currency, place),
                                sums.get(sums.absolute, currency, place)));
            }
        }
    }

    private List<PassMatches> matches() {
        List<PassMatches> counts = new ArrayList<>();
        for (int place = 1; place < places(); place++) {
            if (matchesOf[place] > 0) {
                counts.add(new PassMatches(pass(place), status(place), matchesOf[place]));
            }
        }
        return counts;
    }

    private String status(int place) {
        if (place == 0) {
            return RunTotals.OPEN;
        }
        return (place - 1) % STATUSES == 0 ? RunTotals.MATCHED : RunTotals.SUGGESTED;
    }

    private String pass(int place) {
        if (place == 0) {
            return "";
        }
        int pass = (place - 1) / STATUSES - 1;
        return pass < 0 ? RunTotals.BY_HAND : outcome.rules().passes().get(pass).name();
    }

    private int currency(short packed) {
        if (currencyIndex[packed] == 0) {
            currencies.add(new Currency(packed).code());
            currencyIndex[packed] = (short) currencies.size();
        }
        return currencyIndex[packed] - 1;
    }

    private static PassName name(Pass pass) {
        return switch (pass) {
            case Pass.Exact exact -> new PassName(exact.name(), "exact");
            case Pass.Reference reference -> new PassName(reference.name(), "reference");
            case Pass.Probable probable -> new PassName(probable.name(), "probable");
            case Pass.Close close -> new PassName(close.name(), "close");
            case Pass.Group group -> new PassName(group.name(), "group");
            case Pass.Batch batch -> new PassName(batch.name(), "batch");
            case Pass.Sum sum -> new PassName(sum.name(), "sum");
            case Pass.Fee fee -> new PassName(fee.name(), "fee");
            case Pass.Contra contra -> new PassName(contra.name(), "contra");
            case Pass.Fx fx -> new PassName(fx.name(), "fx");
        };
    }

    /// Counts and sums by currency and place, growing with the currencies.
    private static final class Sums {
        private final int places;
        private long[] entries;
        private long[] units;
        private long[] absolute;

        Sums(int places) {
            this.places = places;
            this.entries = new long[places * 4];
            this.units = new long[places * 4];
            this.absolute = new long[places * 4];
        }

        void add(int currency, int place, long amount) {
            int at = currency * places + place;
            if (at >= entries.length) {
                int length = Math.max(entries.length * 2, (currency + 1) * places);
                entries = java.util.Arrays.copyOf(entries, length);
                units = java.util.Arrays.copyOf(units, length);
                absolute = java.util.Arrays.copyOf(absolute, length);
            }
            entries[at]++;
            units[at] = Math.addExact(units[at], amount);
            absolute[at] = Math.addExact(absolute[at], Math.absExact(amount));
        }

        long get(long[] of, int currency, int place) {
            int at = currency * places + place;
            return at < of.length ? of[at] : 0;
        }

        long entriesOf(int currency) {
            long count = 0;
            for (int place = 0; place < places; place++) {
                count += get(entries, currency, place);
            }
            return count;
        }
    }
}
