package dev.recon.engine;

import dev.recon.engine.classify.Breaks;
import dev.recon.engine.classify.Written;
import dev.recon.engine.match.Matching;
import dev.recon.engine.read.EntryReader;
import dev.recon.engine.read.ReadResult;
import dev.recon.engine.rules.RuleSet;
import dev.recon.engine.table.Bytes;
import dev.recon.engine.table.Side;
import java.io.Closeable;

/// What a run found. It keeps the files open, so that single entries can be looked at.
///
/// @param rules the rule set that decided
/// @param leftFile the left file in UTF-8
/// @param rightFile the right file in UTF-8
/// @param left what became of the left file
/// @param right what became of the right file
/// @param matching which entries belong together
/// @param breaks what a person must explain
public record Outcome(
        RuleSet rules,
        Bytes leftFile,
        Bytes rightFile,
        ReadResult left,
        ReadResult right,
        Matching matching,
        Breaks breaks)
        implements Closeable {
    public ReadResult read(Side side) {
        return side == Side.LEFT ? left : right;
    }

    /// This outcome for a file whose lines came behind carried ones: its rejected lines are placed
    /// as an editor counts them in the file itself.
    ///
    /// @param carried how many records came before those of the file
    /// @param physicalLines how many physical lines they are
    public Outcome behind(Side side, int carried, int physicalLines) {
        ReadResult placed = read(side).behind(carried, physicalLines);
        boolean isLeft = side == Side.LEFT;
        return new Outcome(
                rules,
                leftFile,
                rightFile,
                isLeft ? placed : left,
                isLeft ? right : placed,
                matching,
                breaks);
    }

    public Bytes file(Side side) {
        return side == Side.LEFT ? leftFile : rightFile;
    }

    /// A reader of single entries of one side; one thread may use it.
    public EntryReader entries(Side side) {
        return new EntryReader(file(side), rules.layout(side), read(side).header());
    }

    /// The fields of entries as the files write them; one thread may use it.
    public Written written() {
        EntryReader ours = entries(Side.LEFT);
        EntryReader theirs = entries(Side.RIGHT);
        return (side, row, field) -> {
            EntryReader entries = side == Side.LEFT ? ours : theirs;
            return entries.read(read(side).table().lines(), row).written(rules.layout(side), field);
        };
    }

    @Override
    public void close() {
        leftFile.close();
        rightFile.close();
    }
}
