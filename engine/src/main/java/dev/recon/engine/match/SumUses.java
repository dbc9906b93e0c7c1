package dev.recon.engine.match;

import dev.recon.engine.table.Bitmap;
import dev.recon.engine.table.Side;

/// Which entries some finds use: once, or more than once. Two bits an entry.
final class SumUses {
    private final Uses left;
    private final Uses right;

    private record Uses(Bitmap once, Bitmap twice) {
        Uses(int rows) {
            this(new Bitmap(rows), new Bitmap(rows));
        }

        void add(int row) {
            if (once.get(row)) {
                twice.set(row);
            }
            once.set(row);
        }
    }

    SumUses(Stage stage) {
        this.left = new Uses(stage.table(Side.LEFT).rows());
        this.right = new Uses(stage.table(Side.RIGHT).rows());
    }

    private Uses of(Side side) {
        return side == Side.LEFT ? left : right;
    }

    void add(SumFind find) {
        of(find.side()).add(find.target());
        for (int row : find.rows()) {
            of(find.side().other()).add(row);
        }
    }

    /// Does another find use one of its entries, too?
    boolean isContested(SumFind find) {
        return holds(of(find.side()).twice, of(find.side().other()).twice, find);
    }

    /// Is none of its entries used yet?
    boolean isFree(SumFind find) {
        return !holds(of(find.side()).once, of(find.side().other()).once, find);
    }

    private static boolean holds(Bitmap targets, Bitmap parts, SumFind find) {
        if (targets.get(find.target())) {
            return true;
        }
        for (int row : find.rows()) {
            if (parts.get(row)) {
                return true;
            }
        }
        return false;
    }
}
