package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.NormalForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns of both sides that have most of their values in common, for people.
record CommonColumns(Draft draft) {
    private static final double COMMON_MIN = 0.5;
    private static final int COMMON_VALUES_MIN = 2;
    private static final int SHOWN_MAX = 5;

    /// Such as `Employee = Consultant`.
    List<String> find() {
        List<String> found = new ArrayList<>();
        for (ColumnProfile left : draft.left.columns()) {
            for (ColumnProfile right : draft.right.columns()) {
                if (found.size() < SHOWN_MAX && isCommon(left, right)) {
                    found.add(left.name() + " = " + right.name());
                }
            }
        }
        return found;
    }

    private boolean isCommon(ColumnProfile left, ColumnProfile right) {
        if (!KeyFinder.isKey(left) || !KeyFinder.isKey(right)) {
            return false;
        }
        Set<String> ours = new HashSet<>(draft.left.distinct(left, NormalForm.WORDS));
        Set<String> theirs = draft.right.distinct(right, NormalForm.WORDS);
        int fewer = Math.min(ours.size(), theirs.size());
        ours.retainAll(theirs);
        return ours.size() >= COMMON_VALUES_MIN && ours.size() >= fewer * COMMON_MIN;
    }
}
