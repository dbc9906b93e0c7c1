package dev.recon.engine.fee;

import dev.recon.engine.fee.FittedSchedule.Kind;
import dev.recon.engine.money.Currency;
import dev.recon.engine.money.Money;
import dev.recon.engine.rules.Rounding;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Learns schedules from differences, for each currency and direction on its own.
///
/// First what the rule set states, then rounding (a smallest unit in both directions, far commoner
/// than two to five of them), then a schedule of nearly all differences, then schedules of single
/// accounts, parties and so on, then smaller schedules of the rest. Each explains what the ones
/// before it left. The result does not depend on the order of the pairs, and is the same when the
/// sides are swapped.
public final class FeeLearner {
    private static final double NEARLY_ALL = 0.8;
    private static final double OF_A_GROUP = 0.5;
    private static final double OF_THE_REST = 0.1;
    private static final double EACH_DIRECTION = 0.2;
    private static final int A_GROUP_MAX = 3;
    private static final int OF_THE_REST_MAX = 5;
    private static final int ROUNDING_NEIGHBOURS = 5;

    private final Differences pairs;
    private final int decimals;
    private final FeeGroups groups;
    private final FeeSchedules schedules;

    private FeeLearner(Differences pairs) {
        this.pairs = pairs;
        this.decimals = pairs.table(Side.LEFT).decimals();
        this.groups = new FeeGroups(pairs);
        this.schedules = new FeeSchedules(pairs, groups);
    }

    /// The schedules that explain some of these differences.
    public static FeeSchedules learn(Differences pairs, List<FeeClaim.Stated> stated) {
        FeeLearner learner = new FeeLearner(pairs);
        for (short currency : learner.currencies()) {
            if (Formula.isCountable(new Currency(currency), learner.decimals)) {
                learner.learn(currency, stated);
            }
        }
        learner.count();
        return learner.schedules;
    }

    /// What counts as regular.
    ///
    /// @param step the smallest unit of the currency, in units
    /// @param shareMin the least share of the differences that one schedule explains
    public record Bar(long step, double shareMin) {}

    /// Does one schedule explain these fees?
    public static boolean isRegular(long[] gross, long[] fees, Bar bar) {
        return bar.step <= Formula.STEP_MAX
                && new ScheduleFinder(bar.step)
                        .find(new Points(gross, fees), bar.shareMin)
                        .isPresent();
    }

    private Set<Short> currencies() {
        Set<Short> currencies = new TreeSet<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
            currencies.add(currency(pair));
        }
        return currencies;
    }

    private short currency(int pair) {
        return pairs.table(Side.LEFT).currencies().packed()[pairs.left(pair)];
    }

    private void learn(short currency, List<FeeClaim.Stated> stated) {
        for (FeeClaim.Stated one : stated) {
            Formula formula = Formula.of(one.schedule(), new Currency(currency), decimals);
            add(formula, Kind.STATED, new Scope(currency, one.gross(), FeeClaim.NO_FIELD, 0));
        }
        int[] all =
                IntStream.range(0, pairs.count()).filter(p -> currency(p) == currency).toArray();
        addRounding(currency, all);
        for (Side gross : Side.values()) {
            Scope scope = new Scope(currency, gross, FeeClaim.NO_FIELD, 0);
            int[] some = Arrays.stream(all).filter(p -> gross == grossOf(p)).toArray();
            some = find(scope, some, NEARLY_ALL, 1);
            for (int field = 0; field < groups.count(); field++) {
                some = findInGroups(scope, field, some);
            }
            find(scope, some, OF_THE_REST, OF_THE_REST_MAX);
        }
    }

    /// Where a schedule is looked for.
    private record Scope(short currency, Side gross, int field, long hash) {}

    private Side grossOf(int pair) {
        return java.util.Objects.requireNonNull(pairs.grossOf(pairs.left(pair), pairs.right(pair)));
    }

    private void add(Formula formula, Kind kind, Scope scope) {
        schedules.add(
                new FeeClaim(formula, kind, scope.currency, scope.gross, scope.field, scope.hash));
    }

    /// Is one smallest unit far commoner than a few of them, and in both directions?
    private void addRounding(short currency, int[] all) {
        long step = Formula.step(new Currency(currency), decimals);
        int[] counts = new int[ROUNDING_NEIGHBOURS + 1];
        int up = 0;
        for (int pair : all) {
            long fee = fee(pair);
            if (fee % step == 0 && fee / step <= ROUNDING_NEIGHBOURS) {
                counts[(int) (fee / step)]++;
                up += fee == step && grossOf(pair) == Side.LEFT ? 1 : 0;
            }
        }
        int most = Arrays.stream(counts, 2, counts.length).max().orElse(0);
        boolean both = Math.min(up, counts[1] - up) >= EACH_DIRECTION * counts[1];
        if (both && counts[1] >= ScheduleFinder.FITS_MIN + 3L * most) {
            for (Side gross : Side.values()) {
                Formula one = new Formula(0, step, Rounding.HALF_UP, step);
                add(one, Kind.ROUNDING, new Scope(currency, gross, FeeClaim.NO_FIELD, 0));
            }
        }
    }

    private int[] findInGroups(Scope scope, int field, int[] some) {
        for (int[] group : groups.of(field, scope.gross, some)) {
            int first = group[0];
            long hash = groups.hash(field, scope.gross, pairs.left(first), pairs.right(first));
            find(
                    new Scope(scope.currency, scope.gross, field, hash),
                    group,
                    OF_A_GROUP,
                    A_GROUP_MAX);
        }
        return open(some);
    }

    /// Finds up to `most` schedules, one after the other, and returns the pairs that none explains.
    private int[] find(Scope scope, int[] some, double shareMin, int most) {
        long step = Formula.step(new Currency(scope.currency), decimals);
        int[] rest = open(some);
        for (int round = 0; round < most; round++) {
            var found = new ScheduleFinder(step).find(points(scope.gross, rest), shareMin);
            if (found.isEmpty()) {
                break;
            }
            add(found.get(), Kind.LEARNT, scope);
            rest = open(rest);
        }
        return rest;
    }

    private int[] open(int[] some) {
        return Arrays.stream(some)
                .filter(p -> schedules.findClaim(pairs.left(p), pairs.right(p)) < 0)
                .toArray();
    }

    private Points points(Side gross, int[] some) {
        return new Points(
                Arrays.stream(some).mapToLong(p -> pairs.magnitude(gross, p)).toArray(),
                Arrays.stream(some).mapToLong(this::fee).toArray());
    }

    private long fee(int pair) {
        return Math.abs(pairs.magnitude(Side.LEFT, pair) - pairs.magnitude(Side.RIGHT, pair));
    }

    /// Counts in the end what each schedule explains, and what it might have explained.
    private void count() {
        int claims = schedules.claims().size();
        long[] fits = new long[claims];
        long[] totals = new long[claims];
        int[] examples = new int[claims];
        long[] possible = schedules.countPossible();
        for (int pair = 0; pair < pairs.count() && claims > 0; pair++) {
            int claim = schedules.findClaim(pairs.left(pair), pairs.right(pair));
            if (claim >= 0) {
                fits[claim]++;
                totals[claim] = Math.addExact(totals[claim], fee(pair));
                examples[claim] = pair;
            }
        }
        List<FittedSchedule> fitted = new ArrayList<>();
        for (int claim = 0; claim < claims; claim++) {
            FeeClaim of = schedules.claims().get(claim);
            fitted.add(
                    new FittedSchedule(
                            of.formula().schedule(decimals),
                            of.kind(),
                            of.gross(),
                            of.field() < 0 ? "" : groups.name(of.field()),
                            of.field() < 0
                                    ? ""
                                    : groups.value(of.field(), of.gross(), examples[claim]),
                            fits[claim],
                            possible[claim],
                            new Money(new Currency(of.currency()), totals[claim], decimals)));
        }
        schedules.setFitted(fitted);
    }
}
