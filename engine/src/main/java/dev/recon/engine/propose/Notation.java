package dev.recon.engine.propose;

import dev.recon.engine.propose.PairCells.Forms;
import dev.recon.engine.read.NormalForm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Whether what a looser form makes equal is another notation, or another value.
///
/// A notation is one side's way of writing: a mark, a letter with an accent or zeros in front that
/// stand on one side in nearly all pairs that have them at all. `14:54` and `1:454` are two values
/// where all other pairs have their marks in the same places.
final class Notation {
    /// Of what a looser form makes equal, so much agrees in the strict one: the rest must be told.
    private static final double STRICT_MIN = 0.9;

    private static final double MOST = 0.8;
    private static final Set<NormalForm> DROPPING =
            Set.of(NormalForm.NAME, NormalForm.NUMBER, NormalForm.PHONE);

    private final String[] ours;
    private final String[] theirs;
    private final int ourWidth;
    private final int theirWidth;

    /// @param ours the cells of paired entries, as they stand
    /// @param theirs those of the other side, pair by pair
    Notation(String[] ours, String[] theirs) {
        this.ours = ours;
        this.theirs = theirs;
        this.ourWidth = width(ours);
        this.theirWidth = width(theirs);
    }

    /// Does the looser of two forms do more than make a few other values equal?
    boolean earns(Forms strict, Forms loose) {
        int same = 0;
        int gained = 0;
        int written = 0;
        Map<Integer, int[]> marks = marks();
        double dropped = isDropping(loose) ? differingDrops(loose) : 0;
        for (int pair = 0; pair < ours.length; pair++) {
            if (!isFilled(pair) || !areEqual(pair, loose)) {
                continue;
            }
            if (areEqual(pair, strict)) {
                same++;
            } else {
                gained++;
                boolean isDropped = dropped >= MOST && dropsOnOne(pair, loose);
                written += isDropped || areNotation(pair, marks) ? 1 : 0;
            }
        }
        return same < STRICT_MIN * (same + gained) || written >= MOST * gained;
    }

    private boolean isFilled(int pair) {
        return !ours[pair].isEmpty() && !theirs[pair].isEmpty();
    }

    private boolean areEqual(int pair, Forms forms) {
        return forms.left().of(ours[pair]).equals(forms.right().of(theirs[pair]));
    }

    /// In how many pairs each mark and each letter with an accent stands, and in how many it does
    /// not stand as often on both sides.
    private Map<Integer, int[]> marks() {
        Map<Integer, int[]> marks = new HashMap<>();
        for (int pair = 0; pair < ours.length; pair++) {
            if (isFilled(pair)) {
                for (int mark : marks(pair)) {
                    int[] found = marks.computeIfAbsent(mark, _ -> new int[2]);
                    found[0]++;
                    found[1] += isAsOften(pair, mark) ? 0 : 1;
                }
            }
        }
        return marks;
    }

    private Set<Integer> marks(int pair) {
        Set<Integer> marks = new TreeSet<>();
        (ours[pair] + theirs[pair])
                .codePoints()
                .filter(letter -> letter > 'z' || !Character.isLetterOrDigit(letter))
                .forEach(marks::add);
        return marks;
    }

    private boolean isAsOften(int pair, int mark) {
        return count(ours[pair], mark) == count(theirs[pair], mark);
    }

    private static long count(String cell, int mark) {
        return cell.codePoints().filter(letter -> letter == mark).count();
    }

    /// Do two cells differ in marks, and in none that most other pairs have alike? Marks between
    /// digits tell where one number ends: they are no way of writing it.
    private boolean areNotation(int pair, Map<Integer, int[]> marks) {
        if (parted(ours[pair]) != parted(theirs[pair])) {
            return false;
        }
        boolean differ = false;
        for (int mark : marks(pair)) {
            if (!isAsOften(pair, mark)) {
                int[] found = marks.getOrDefault(mark, new int[2]);
                if (found[1] < MOST * found[0]) {
                    return false;
                }
                differ = true;
            }
        }
        return differ;
    }

    /// How often a mark stands between two digits.
    private static int parted(String cell) {
        int parted = 0;
        for (int at = 2; at < cell.length(); at++) {
            parted +=
                    Character.isDigit(cell.charAt(at - 2))
                                    && !Character.isLetterOrDigit(cell.charAt(at - 1))
                                    && Character.isDigit(cell.charAt(at))
                            ? 1
                            : 0;
        }
        return parted;
    }

    private static boolean isDropping(Forms forms) {
        return DROPPING.contains(forms.left().normal());
    }

    /// Of the pairs of which a side has what a form drops, how many have it on one side alone.
    private double differingDrops(Forms loose) {
        int found = 0;
        int differing = 0;
        for (int pair = 0; pair < ours.length; pair++) {
            if (isFilled(pair) && areEqual(pair, loose)) {
                boolean our = drops(ours[pair], loose.left(), ourWidth);
                boolean their = drops(theirs[pair], loose.right(), theirWidth);
                found += our || their ? 1 : 0;
                differing += our == their ? 0 : 1;
            }
        }
        return found == 0 ? 0 : (double) differing / found;
    }

    private boolean dropsOnOne(int pair, Forms loose) {
        return drops(ours[pair], loose.left(), ourWidth)
                != drops(theirs[pair], loose.right(), theirWidth);
    }

    /// Zeros are dropped that fill a cell up to the width of its column.
    private static boolean drops(String cell, CellForm form, int width) {
        boolean number = form.normal() == NormalForm.NUMBER;
        CellForm whole = new CellForm(number ? NormalForm.CODE : NormalForm.WORDS, form.part());
        boolean dropped = !form.of(cell).equals(whole.of(cell));
        return dropped && (!number || cell.length() == width);
    }

    /// The length that most of the cells have.
    private static int width(String[] cells) {
        Map<Integer, Long> lengths = new HashMap<>();
        Arrays.stream(cells).forEach(cell -> lengths.merge(cell.length(), 1L, Long::sum));
        return lengths.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }
}
