package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.read.FieldSource;
import dev.recon.engine.read.NormalForm;
import dev.recon.engine.table.Side;
import dev.recon.engine.transform.LookUp;
import dev.recon.engine.transform.LookUpTable;
import dev.recon.engine.transform.Steps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// Maps columns of a few codes each that say the same in other words: `1` is `active`, `Y` is
/// `true`. Paired entries show which code stands for which; the table becomes a part of the rules.
final class CodeTables {
    private static final int TABLES_MAX = 10;
    private static final int CODES_MAX = 20;
    private static final int CODE_LENGTH_MAX = 60;
    private static final int PAIRS_MIN = 20;
    private static final int PAIRS_MAX = 2_000;

    private final Draft draft;

    private final RowPairs pairs;

    CodeTables(Draft draft) {
        this(draft, draft.pairs);
    }

    /// @param pairs entries that belong together
    CodeTables(Draft draft, RowPairs pairs) {
        this.draft = draft;
        this.pairs = pairs;
    }

    private record Candidate(ColumnProfile left, ColumnProfile right, CodePairs pairs) {}

    /// The fields that were mapped; `own` are those that are mapped already.
    List<OwnFields.Own> map(List<OwnFields.Own> own) {
        return map(own, false);
    }

    /// The same where both sides may write whole numbers: accounts of two charts. Numbers that are
    /// equal but for how they are written have to be mapped before.
    List<OwnFields.Own> mapNumbers() {
        return map(List.of(), true);
    }

    private List<OwnFields.Own> map(List<OwnFields.Own> own, boolean numbersToo) {
        List<OwnFields.Own> all = new ArrayList<>(own);
        if (pairs.count() < PAIRS_MIN) {
            return all;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (ColumnProfile one : draft.left.columns()) {
            for (ColumnProfile other : draft.right.columns()) {
                boolean numbers = isNumber(one) && isNumber(other); // 1994 is 1994.0: no code
                boolean whole = numbersToo && KeyFinder.isKey(one) && KeyFinder.isKey(other);
                if (hasCodes(Side.LEFT, one)
                        && hasCodes(Side.RIGHT, other)
                        && (whole || !numbers)) {
                    CodePairs found = CodePairs.of(draft, pairs.first(PAIRS_MAX), one, other);
                    if (found.isTable()) {
                        candidates.add(new Candidate(one, other, found));
                    }
                }
            }
        }
        candidates.sort((one, other) -> Double.compare(other.pairs.kept(), one.pairs.kept()));
        for (Candidate candidate : candidates) {
            if (draft.lookUps.size() < TABLES_MAX
                    && draft.isFree(Side.LEFT, candidate.left)
                    && draft.isFree(Side.RIGHT, candidate.right)) {
                all.add(map(candidate));
            }
        }
        return all;
    }

    private boolean hasCodes(Side side, ColumnProfile column) {
        boolean few =
                column.distinct() > 1
                        && column.distinct() <= CODES_MAX
                        && column.samples().stream()
                                .allMatch(code -> code.length() <= CODE_LENGTH_MAX);
        return few && !(column.type() instanceof ColumnType.Date) && draft.isFree(side, column);
    }

    private static boolean isNumber(ColumnProfile column) {
        return column.type() instanceof ColumnType.Amount;
    }

    private OwnFields.Own map(Candidate found) {
        String field = OwnFields.free(draft, found.left.name());
        SequencedMap<String, String> values = new LinkedHashMap<>(found.pairs.table());
        LookUpTable table = new LookUpTable(field, values);
        draft.lookUps.put(field, table);
        Steps steps =
                new Steps(
                        found.left.name(),
                        Optional.empty(),
                        Optional.of(new LookUp(table, LookUp.Missing.KEEP)),
                        Optional.empty());
        draft.map(
                field,
                Draft.Mapped.both(
                        new FieldSource.Transformed(
                                new FieldSource.Text(found.left.name(), NormalForm.WORDS), steps),
                        new FieldSource.Text(found.right.name(), NormalForm.WORDS)),
                OptionalDouble.of(found.pairs.kept()),
                "each code of one side goes with one of the other: " + found.pairs.words());
        return new OwnFields.Own(
                field, OwnFields.Kind.OTHER, found.pairs.kept(), found.left.distinct());
    }
}
