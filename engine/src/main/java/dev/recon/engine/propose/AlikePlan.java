package dev.recon.engine.propose;

import dev.recon.engine.rules.Ambiguity;
import dev.recon.engine.rules.DayWindow;
import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.Tolerance;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pass for entries that agree in all fields but the amount, where amounts tie the others
/// together: the dividend of a security on a day, of which a tax was withheld; what a department
/// spent in a month.
///
/// It is proposed where the fields that agree in paired entries, with the day, tell entries apart:
/// an entry of the sample then has hardly another one of the other side that agrees with it by
/// chance. Of entries with several such the pass leaves all open. Once over the sample.
///
/// @param key what all passes ask for
/// @param own the fields that agree in paired entries, the best first
record AlikePlan(Draft draft, List<String> key, Optional<DayWindow> days, List<OwnFields.Own> own) {
    private static final double AGREEMENT_MIN = 0.95;
    private static final double PAIRS_AGREEING_MIN = 0.9;
    private static final int PAIRS_MIN = 20;
    private static final int FIELDS_MAX = 4;

    /// How many others of the other side may agree with an entry, on average; those whose amounts
    /// differ are among them.
    private static final double OTHERS_MAX = 0.2;

    Optional<Pass> find() {
        List<String> fields =
                own.stream()
                        .filter(field -> field.agreement() >= AGREEMENT_MIN)
                        .filter(field -> field.distinct() > 1)
                        .map(OwnFields.Own::field)
                        .limit(FIELDS_MAX)
                        .toList();
        DayWindow window = draft.isSameDay ? new DayWindow(0, 0) : days.orElse(DayWindow.ANY);
        boolean nothing = fields.isEmpty() && days.isEmpty();
        if (nothing || draft.pairs.count() < PAIRS_MIN || !tellApart(fields, window)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(fields);
        days.ifPresent(_ -> all.add(Table.DATE));
        String name = PassPlan.named(all) + "-other-amount";
        all.remove(Table.DATE);
        all.addAll(key);
        return Optional.of(
                new Pass.Close(name, all, new Tolerance.Any(), window, List.of(), Ambiguity.LEAVE));
    }

    private boolean tellApart(List<String> fields, DayWindow window) {
        List<String> all = new ArrayList<>(fields);
        all.addAll(key);
        Entries ours = entries(Side.LEFT, all);
        Entries theirs = entries(Side.RIGHT, all);
        Both both = new Both(ours, theirs, window);
        double paired = draft.pairs.share(both::agree);
        double whole = (double) draft.right.inspection().records() / draft.right.rows();
        double most = paired * draft.pairs.count() + OTHERS_MAX * draft.left.rows() / whole;
        return paired >= PAIRS_AGREEING_MIN && isAtMost(most, both);
    }

    /// Do at most so many entries of one side agree with one of the other? It stops at the first
    /// that is too much: where a field has few values nearly all would agree with nearly all.
    private static boolean isAtMost(double most, Both both) {
        String[] ours = both.ours.values;
        String[] theirs = both.theirs.values;
        Map<String, List<Integer>> rights = new HashMap<>();
        for (int row = 0; row < theirs.length; row++) {
            rights.computeIfAbsent(theirs[row], _ -> new ArrayList<>()).add(row);
        }
        long agreeing = 0;
        for (int left = 0; left < ours.length; left++) {
            for (int right : rights.getOrDefault(ours[left], List.of())) {
                agreeing += both.agree(left, right) ? 1 : 0;
                if (agreeing > most) {
                    return false;
                }
            }
        }
        return true;
    }

    /// @param values what each entry has in all the fields, empty where it lacks one
    private record Entries(String[] values, int[] days) {}

    private record Both(Entries ours, Entries theirs, DayWindow window) {
        boolean agree(int left, int right) {
            return !ours.values[left].isEmpty()
                    && ours.values[left].equals(theirs.values[right])
                    && window.holds(ours.days[left], theirs.days[right]);
        }
    }

    private Entries entries(Side side, List<String> fields) {
        FieldValues mapped = new FieldValues(draft, side);
        String[] values = new String[draft.sample(side).rows()];
        Arrays.fill(values, "\n");
        for (String field : fields) {
            String[] texts = mapped.texts(field);
            for (int row = 0; row < values.length; row++) {
                boolean absent = values[row].isEmpty() || texts[row].isEmpty();
                values[row] = absent ? "" : values[row] + texts[row] + "\n";
            }
        }
        return new Entries(values, mapped.days());
    }
}
