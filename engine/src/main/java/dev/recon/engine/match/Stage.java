package dev.recon.engine.match;

import dev.recon.engine.rules.Pass;
import dev.recon.engine.table.Column;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.Table;
import dev.recon.engine.table.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One pass at work: what it works on, and where its matches go.
///
/// @param index the place of the pass in the cascade
record Stage(Cascade.Inputs inputs, Pairs pairs, Vetoes vetoes, int index, Join.Work work) {
    Table table(Side side) {
        return inputs.table(side);
    }

    /// The same pass with other columns to look at; the key stays that of the entries themselves.
    Stage seen(Table left, Table right) {
        return new Stage(inputs.seen(left, right), pairs, vetoes, index, work);
    }

    Pass pass() {
        return inputs.passes().get(index);
    }

    /// The key columns of a side. The currency belongs to every key, stated or not: amounts of two
    /// currencies have no difference.
    List<Column> keyColumns(Side side) {
        Set<String> fields = new LinkedHashSet<>(pass().key());
        fields.add(Table.CURRENCY);
        return fields.stream().map(table(side)::get).toList();
    }

    /// The open rows of a side by their key.
    RowKeys keys(Side side) {
        return new RowKeys(keyColumns(side), pairs.partners(side));
    }

    RowEquality equality() {
        return new RowEquality(keyColumns(Side.LEFT), keyColumns(Side.RIGHT));
    }

    /// The open rows of both sides, joined by the key.
    Join join() {
        return new Join(keys(Side.LEFT), keys(Side.RIGHT), equality(), work);
    }

    /// The rows of both sides that `partners` calls open, joined by the key.
    Join join(int[] leftPartners, int[] rightPartners) {
        return new Join(
                new RowKeys(keyColumns(Side.LEFT), leftPartners),
                new RowKeys(keyColumns(Side.RIGHT), rightPartners),
                equality(),
                work);
    }

    /// The fields of which both sides have a text.
    Similarity similarity(List<String> fields) {
        List<TextColumn> lefts = new ArrayList<>();
        List<TextColumn> rights = new ArrayList<>();
        for (String field : fields) {
            if (table(Side.LEFT).texts().get(field) instanceof TextColumn left
                    && table(Side.RIGHT).texts().get(field) instanceof TextColumn right) {
                lefts.add(left);
                rights.add(right);
            }
        }
        return new Similarity(List.copyOf(lefts), List.copyOf(rights));
    }

    /// Two labels for the matches of this pass, for pairs without and with another candidate; the
    /// number of the first is returned, the other follows it.
    int addLabels() {
        int first = pairs.add(new Label(index, Status.MATCHED, 1));
        pairs.add(new Label(index, Status.MATCHED, 1));
        return first;
    }
}
