package dev.recon.engine.fee;

import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which schedule explains a difference: the stated ones are asked first, then rounding, then what
/// was learnt, in the order in which it was learnt.
///
/// Asked for the few pairs that somebody looks at; nothing is kept for a pair.
public final class FeeSchedules {
    private final Differences pairs;
    private final FeeGroups groups;
    private final List<FeeClaim> claims = new ArrayList<>();
    private final Map<Place, List<Integer>> places = new HashMap<>();
    private List<FittedSchedule> fitted = List.of();

    /// Where claims are looked for.
    private record Place(short currency, Side gross, int field, long hash) {}

    FeeSchedules(Differences pairs, FeeGroups groups) {
        this.pairs = pairs;
        this.groups = groups;
    }

    void add(FeeClaim claim) {
        Place place = new Place(claim.currency(), claim.gross(), claim.field(), claim.hash());
        places.computeIfAbsent(place, _ -> new ArrayList<>()).add(claims.size());
        claims.add(claim);
    }

    void setFitted(List<FittedSchedule> all) {
        this.fitted = List.copyOf(all);
    }

    List<FeeClaim> claims() {
        return claims;
    }

    /// Every schedule, in the order in which they are asked.
    public List<FittedSchedule> all() {
        return fitted;
    }

    /// The schedule that explains the difference of two matched entries to the cent.
    public Optional<FittedSchedule> find(int leftRow, int rightRow) {
        int claim = findClaim(leftRow, rightRow);
        return claim < 0 || claim >= fitted.size()
                ? Optional.empty()
                : Optional.of(fitted.get(claim));
    }

    /// The learnt formulas for a gross entry whose net one is not known, in the order in which they
    /// were learnt: those of its currency, and of its own accounts, parties and so on.
    public List<Formula> formulas(Side gross, int row) {
        short currency = pairs.table(gross).currencies().packed()[row];
        List<Integer> found = new ArrayList<>();
        for (int field = FeeClaim.NO_FIELD; field < groups.count(); field++) {
            long hash = field < 0 ? 0 : groups.hash(field, gross, row);
            Place place = new Place(currency, gross, field, hash);
            for (int claim : places.getOrDefault(place, List.of())) {
                if (claims.get(claim).kind() == FittedSchedule.Kind.LEARNT) {
                    found.add(claim);
                }
            }
        }
        return found.stream().sorted().map(claim -> claims.get(claim).formula()).toList();
    }

    /// The number of the first claim that fits, -1 for none.
    int findClaim(int leftRow, int rightRow) {
        Side gross = pairs.grossOf(leftRow, rightRow);
        if (gross == null || claims.isEmpty()) {
            return -1;
        }
        short currency = pairs.table(Side.LEFT).currencies().packed()[leftRow];
        long one = Math.abs(pairs.table(Side.LEFT).amounts().units()[leftRow]);
        long other = Math.abs(pairs.table(Side.RIGHT).amounts().units()[rightRow]);
        long[] amounts = {Math.max(one, other), Math.abs(one - other)};
        Place all = new Place(currency, gross, FeeClaim.NO_FIELD, 0);
        int best = first(all, amounts, claims.size());
        for (int field = 0; field < groups.count(); field++) {
            long hash = groups.hash(field, gross, leftRow, rightRow);
            best = hash == 0 ? best : first(new Place(currency, gross, field, hash), amounts, best);
        }
        return best == claims.size() ? -1 : best;
    }

    /// For each claim the number of pairs that it might explain: all of its place.
    long[] countPossible() {
        long[] possible = new long[claims.size()];
        for (int pair = 0; pair < pairs.count() && !claims.isEmpty(); pair++) {
            int leftRow = pairs.left(pair);
            int rightRow = pairs.right(pair);
            Side gross = pairs.grossOf(leftRow, rightRow);
            if (gross == null) {
                continue;
            }
            short currency = pairs.table(Side.LEFT).currencies().packed()[leftRow];
            for (int field = FeeClaim.NO_FIELD; field < groups.count(); field++) {
                long hash = field < 0 ? 0 : groups.hash(field, gross, leftRow, rightRow);
                Place place = new Place(currency, gross, field, hash);
                for (int claim : places.getOrDefault(place, List.of())) {
                    possible[claim]++;
                }
            }
        }
        return possible;
    }

    /// @param amounts the gross amount and what was kept of it
    private int first(Place place, long[] amounts, int before) {
        for (int claim : places.getOrDefault(place, List.of())) {
            if (claim < before && claims.get(claim).formula().fee(amounts[0]) == amounts[1]) {
                return claim;
            }
        }
        return before;
    }
}
