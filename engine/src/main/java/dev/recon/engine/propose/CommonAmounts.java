package dev.recon.engine.propose;

import dev.recon.engine.read.ColumnProfile;
import dev.recon.engine.read.ColumnType;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which columns of numbers have many of their values on both sides, whatever their signs. Each is
/// read once, and only when somebody asks.
final class CommonAmounts {
    /// So many columns of a side tell enough; a file may have hundreds.
    private static final int COLUMNS_MAX = 30;

    private static final double COMMON_MIN = 0.3;

    private final SampleSide left;
    private final SampleSide right;
    private List<Common> common = List.of();
    private boolean isLooked;

    CommonAmounts(SampleSide left, SampleSide right) {
        this.left = left;
        this.right = right;
    }

    private record Common(ColumnProfile left, ColumnProfile right) {}

    /// A column, and its values without signs.
    private record Values(ColumnProfile column, Set<Long> units) {}

    /// Are there such columns beside those of a key?
    boolean areBeside(Key key) {
        if (!isLooked) {
            common = find();
            isLooked = true;
        }
        return common.stream()
                .anyMatch(two ->
                        !key.holds(Side.LEFT, two.left) && !key.holds(Side.RIGHT, two.right));
    }

    private List<Common> find() {
        List<Common> found = new ArrayList<>();
        List<Values> theirs = values(right);
        for (Values one : values(left)) {
            for (Values other : theirs) {
                int fewer = Math.min(one.units.size(), other.units.size());
                if (CommonValues.of(one.units, other.units) >= COMMON_MIN * fewer) {
                    found.add(new Common(one.column, other.column));
                }
            }
        }
        return found;
    }

    private static List<Values> values(SampleSide side) {
        List<Values> values = new ArrayList<>();
        for (ColumnProfile column : side.columns()) {
            if (column.type() instanceof ColumnType.Amount amount
                    && column.distinct() > 1
                    && values.size() < COLUMNS_MAX) {
                Set<Long> units = new HashSet<>();
                for (long unit : side.amounts(column, amount.decimalMark())) {
                    units.add(Math.abs(unit));
                }
                values.add(new Values(column, units));
            }
        }
        return values;
    }
}
