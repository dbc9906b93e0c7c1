package dev.recon.engine.match;

import dev.recon.engine.rules.TextSearch;
import dev.recon.engine.table.Hash;
import dev.recon.engine.table.Side;
import dev.recon.engine.table.TextColumn;
import dev.recon.engine.table.TokenColumn;
import java.util.Objects;
import java.util.Optional;

/// One direction of a reference pass: the references of one side, and the tokens of the other.
///
/// The key of a row with a reference is its key fields and the reference; that of a token is the
/// key fields of its row and the token. 8 bytes a token and a reference while they are joined.
final class ReferenceKeys {
    private final Stage stage;
    private final TextSearch search;
    private final Side finding;
    private final TextColumn references;
    private final TokenColumn tokens;
    private final RowEquality rowKeys;

    private ReferenceKeys(Stage stage, Side finding, TextSearch search, TextColumn references) {
        this.stage = stage;
        this.search = search;
        this.finding = finding;
        this.references = references;
        this.tokens =
                Objects.requireNonNull(stage.table(finding.other()).tokens().get(search.in()));
        this.rowKeys = stage.equality();
    }

    /// The direction in which one side has references and the other a text, if they do.
    ///
    /// @param finding the side whose references are looked for
    static Optional<ReferenceKeys> of(Stage stage, Side finding, TextSearch search) {
        boolean searched = stage.table(finding.other()).tokens().containsKey(search.in());
        return searched
                        && stage.table(finding).texts().get(search.find())
                                instanceof TextColumn references
                ? Optional.of(new ReferenceKeys(stage, finding, search, references))
                : Optional.empty();
    }

    /// The rows of the finding side.
    KeySource rows() {
        RowKeys keys = stage.keys(finding);
        return new KeySource() {
            @Override
            public int count() {
                return keys.count();
            }

            @Override
            public int fill(int from, int to, Chunk target) {
                int count = keys.fill(from, to, target);
                for (int at = 0; at < count; at++) {
                    int row = target.numbers()[at];
                    long hash = isUsable(row) ? references.hash(row) : 0;
                    target.hashes()[at] = joined(target.hashes()[at], hash);
                }
                return count;
            }
        };
    }

    private static long joined(long key, long hash) {
        return key == 0 || hash == 0 ? 0 : Hash.pair(key, hash);
    }

    private boolean isUsable(int row) {
        int length = references.length(row);
        return length >= search.lengthMin() && length <= search.lengthMax();
    }

    /// The tokens of the other side; their numbers are token numbers.
    KeySource tokenKeys() {
        RowKeys keys = stage.keys(finding.other());
        return new KeySource() {
            @Override
            public int count() {
                return tokens.tokens().rows();
            }

            @Override
            public int fill(int from, int to, Chunk target) {
                int count = 0;
                int row = row(from);
                for (int token = from; token < to; row++) {
                    int end = Math.min(to, tokens.end(row));
                    long key = token < end && keys.isOpen(row) ? keys.hash(row) : 0;
                    for (; key != 0 && token < end; token++) {
                        target.numbers()[count] = token;
                        target.hashes()[count++] = joined(key, tokens.tokens().hash(token));
                    }
                    token = end;
                }
                return count;
            }
        };
    }

    /// The row that a token belongs to: the first whose tokens end behind it.
    int row(int token) {
        int low = 0;
        int high = tokens.rows();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.end(middle) <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Join join() {
        boolean isLeft = finding == Side.LEFT;
        return new Join(
                isLeft ? rows() : tokenKeys(),
                isLeft ? tokenKeys() : rows(),
                this::isSame,
                stage.work());
    }

    private boolean isSame(Side side, int number, Side otherSide, int otherNumber) {
        TextColumn ours = side == finding ? references : tokens.tokens();
        TextColumn theirs = otherSide == finding ? references : tokens.tokens();
        return ours.isSame(number, theirs, otherNumber)
                && rowKeys.isSame(
                        side, toRow(side, number), otherSide, toRow(otherSide, otherNumber));
    }

    /// The row behind a key of a side.
    int toRow(Side side, int number) {
        return side == finding ? number : row(number);
    }
}
