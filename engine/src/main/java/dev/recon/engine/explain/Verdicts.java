package dev.recon.engine.explain;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What every pass says about two entries, with what is not of the two alone: that a person parted
/// them, and that too many others share their reference.
record Verdicts(Scope scope) {
    private static final String DECISION = "decision";

    /// In the order of the passes.
    List<PassVerdict> of(EntryPair pair) {
        List<Pass> passes = scope.rules().passes();
        boolean isParted = scope.holder().parted().parts(pair.left().row(), pair.right().row());
        List<PassVerdict> all = new ArrayList<>();
        for (int index = 0; index < passes.size(); index++) {
            Pass pass = passes.get(index);
            List<Condition> conditions = new ArrayList<>(decided(isParted));
            conditions.addAll(PassConditions.of(pass, pair));
            if (pass instanceof Pass.Reference reference
                    && conditions.stream().allMatch(Condition::holds)
                    && new Common(scope, index, reference).isBetween(pair)) {
                String common = "too many entries share it to tell which belong together";
                conditions.add(Condition.fails(reference.find(), common, new Mend.None()));
            }
            all.add(new PassVerdict(pass.name(), conditions));
        }
        return all;
    }

    /// What a decision asks of two entries before any pass does.
    static List<Condition> decided(boolean isParted) {
        return isParted
                ? List.of(Condition.fails(DECISION, "a person rejected the two", new Mend.None()))
                : List.of();
    }

    /// Counts who shares a reference, as the pass meets them: with the key, and not held by an
    /// earlier pass. A look at all tokens of a side, made where a pair is open although all holds.
    private record Common(Scope scope, int index, Pass.Reference pass) {
        /// Is every reference that stands between the two a common one? Not known of a part of a
        /// run.
        boolean isBetween(EntryPair pair) {
            boolean found = false;
            for (Side finding : Side.values()) {
                EntryFields one = pair.of(finding);
                EntryFields other = pair.of(finding.other());
                long hash = standing(one, other);
                if (hash != 0 && !isCommon(one, other, hash)) {
                    return false;
                }
                found |= hash != 0;
            }
            return found;
        }

        /// The reference of an entry where it stands in the text of the other, 0 where it does not.
        private long standing(EntryFields one, EntryFields other) {
            TokenColumn tokens = other.table().tokens().get(pass.in());
            if (tokens == null
                    || !(one.table().texts().get(pass.find()) instanceof TextColumn references)) {
                return 0;
            }
            long hash = references.hash(one.row());
            return hash != 0 && count(tokens, other.row(), hash) > 0 ? hash : 0;
        }

        private boolean isCommon(EntryFields one, EntryFields other, long hash) {
            Column references = one.table().get(pass.find());
            TokenColumn tokens = other.table().tokens().get(pass.in());
            long ones = 0;
            for (int row = 0; row < one.table().rows(); row++) {
                ones += references.hash(row) == hash && isThere(one, row) ? 1 : 0;
            }
            long others = 0;
            for (int row = 0; tokens != null && row < other.table().rows(); row++) {
                int count = count(tokens, row, hash);
                others += count > 0 && isThere(other, row) ? count : 0;
            }
            return TextSearch.isCommon(ones, others);
        }

        private static int count(TokenColumn tokens, int row, long hash) {
            int count = 0;
            for (int token = tokens.first(row); token < tokens.end(row); token++) {
                count += tokens.tokens().hash(token) == hash ? 1 : 0;
            }
            return count;
        }

        /// Did the pass meet an entry with the key of this one?
        private boolean isThere(EntryFields like, int row) {
            Side side = like.side();
            Set<String> key = new TreeSet<>(pass.key());
            key.add(Table.CURRENCY);
            for (String field : key) {
                Column column = like.table().get(field);
                if (!column.isSame(like.row(), column, row)) {
                    return false;
                }
            }
            Holder holder = scope.holder();
            return holder.isOpen(side, row) || holder.pass(side, row) >= index;
        }
    }
}
