package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// A key that no other column has to bear out: values with letters in them, of which hardly any
/// repeats and most are on both sides, such as the addresses of people. Numbers of rows would be on
/// both sides, too, and so would running numbers behind the same letters; those are none.
///
/// Only where nothing is counted: amounts bear a key out, or speak against it.
///
/// Columns that both files call alike, and such values, are a key also beside amounts, and of
/// several columns, where nearly all of their values are on both sides, and tell all entries apart;
/// but not where the amounts of both sides are mostly the same ones, which then tell better what
/// belongs together.
record PlainKey(SampleSide left, SampleSide right, Key key, CommonAmounts amounts) {
    private static final int HITS_MIN = 20;
    private static final double COMMON_MIN = 0.5;

    /// Names and titles are written in several ways, and what is left over then is found by all
    /// fields together rather than by one of them.
    private static final double COMMON_WORDS_MIN = 0.9;

    private static final double UNIQUE_MIN = 0.95;
    private static final double LETTERED_MIN = 0.9;
    private static final double LENGTH_MIN = 6;
    private static final double FRACTIONS_MIN = 0.3;
    private static final double COMMON_ALIKE_MIN = 0.9;
    private static final double UNIQUE_ALIKE_MIN = 0.98;

    /// That of a row, or of a page and a row on it.
    private static final Pattern ROW_NUMBER = Pattern.compile("\\d{1,4}(?:\n\\d{1,4})*");

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    boolean isEvident() {
        if (isNearlyAll() && !amounts.areBeside(key)) {
            return true;
        }
        if (key.parts().size() > 1 || key.first().reading().isPresent()) {
            return false;
        }
        return !(counts(left) && counts(right))
                && tells(key.first().left())
                && tells(key.first().right())
                && isCommon();
    }

    private boolean isCalledAlike() {
        return key.inText().isEmpty()
                && key.parts().stream()
                        .allMatch(part ->
                                !Role.words(part.left().name()).isEmpty()
                                        && Role.words(part.left().name())
                                                .equals(Role.words(part.right().name())));
    }

    /// Are nearly all values on both sides, hardly any of them twice, and are they no numbers of
    /// rows?
    private boolean isNearlyAll() {
        String[] ours = key.values(left, Side.LEFT);
        String[] theirs = key.values(right, Side.RIGHT);
        Set<String> values = CompositeKeys.filled(ours);
        Set<String> others = CompositeKeys.filled(theirs);
        int both = CommonValues.of(values, others);
        return both >= HITS_MIN
                && both >= COMMON_ALIKE_MIN * Math.max(values.size(), others.size())
                && CompositeKeys.uniqueness(ours) >= UNIQUE_ALIKE_MIN
                && CompositeKeys.uniqueness(theirs) >= UNIQUE_ALIKE_MIN
                && values.stream().noneMatch(value -> ROW_NUMBER.matcher(value).matches())
                && (isCalledAlike()
                        || areLettered(CompositeKeys.filled(key.first().values(left, Side.LEFT))));
    }

    private static boolean counts(SampleSide side) {
        return side.columns().stream()
                .anyMatch(column ->
                        column.type() instanceof ColumnType.Amount amount
                                && amount.fractionShare() >= FRACTIONS_MIN);
    }

    private static boolean tells(ColumnProfile column) {
        return column.distinct() >= column.filled() * UNIQUE_MIN;
    }

    private boolean isCommon() {
        NormalForm form = key.first().form();
        Set<String> ours = left.distinct(key.first().column(Side.LEFT), form);
        Set<String> theirs = right.distinct(key.first().column(Side.RIGHT), form);
        Set<String> both = new HashSet<>(ours);
        both.retainAll(theirs);
        double common = key.isReference() ? COMMON_MIN : COMMON_WORDS_MIN;
        return both.size() >= HITS_MIN
                && both.size() >= common * Math.min(ours.size(), theirs.size())
                && areLettered(both);
    }

    /// Do they have letters, and differ in more than a number?
    private static boolean areLettered(Set<String> values) {
        Set<String> withoutDigits = new HashSet<>();
        int lettered = 0;
        long length = 0;
        for (String value : values) {
            String letters = DIGITS.matcher(value).replaceAll("");
            withoutDigits.add(letters);
            lettered += letters.isBlank() ? 0 : 1;
            length += value.length();
        }
        return lettered >= LETTERED_MIN * values.size()
                && withoutDigits.size() >= COMMON_MIN * values.size()
                && length >= LENGTH_MIN * values.size();
    }
}
