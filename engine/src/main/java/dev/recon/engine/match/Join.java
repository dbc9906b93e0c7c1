package dev.recon.engine.match;

import dev.recon.engine.table.Parallel;
import dev.recon.engine.table.Progress;
import dev.recon.engine.table.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/// Finds the keys that both sides have: a hash join over parts that fit the second-level cache.
///
/// Equal hashes are confirmed by comparing the values, always. A key that each side has once goes
/// the short way: all such pairs of a part are compared column by column and handed over together.
///
/// @param left the keys of the left
/// @param right the keys of the right
/// @param equality compares the values of two keys
/// @param run where progress is told, under which name, and how many threads may work
record Join(KeySource left, KeySource right, KeyEquality equality, Work run) {
    /// How work is done: under which name it reports, to whom, on how many threads.
    record Work(String stage, Progress progress, int threads) {}

    /// What is done with keys that both sides have; used by one thread at a time.
    interface Solver {
        /// Each pair is one key that each side has exactly once.
        void pairs(RowPairs pairs);

        /// One key that at least one side has more than once.
        void block(Block block);
    }

    private record Worker<S extends Solver>(
            S solver, KeyTable table, RowPairs pairs, Block block) {}

    /// Solves all blocks and returns the solvers that took part, in no particular order.
    <S extends Solver> List<S> solve(Supplier<S> solvers) {
        int bits = Partitions.bits(Math.max(left.count(), right.count()));
        Partitions lefts = Partitions.of(left, bits, run.threads(), run.progress());
        Partitions rights = Partitions.of(right, bits, run.threads(), run.progress());
        ConcurrentLinkedQueue<Worker<S>> idle = new ConcurrentLinkedQueue<>();
        Parallel.run(
                run.threads(),
                1 << bits,
                part -> {
                    run.progress().check();
                    Worker<S> found = idle.poll();
                    Worker<S> worker =
                            found == null
                                    ? new Worker<>(
                                            solvers.get(),
                                            new KeyTable(),
                                            new RowPairs(),
                                            new Block())
                                    : found;
                    solve(worker, new Part(lefts, rights, part));
                    run.progress().report(run.stage(), part + 1, 1 << bits);
                    idle.add(worker);
                });
        List<S> done = new ArrayList<>();
        idle.forEach(worker -> done.add(worker.solver()));
        return done;
    }

    private record Part(Partitions lefts, Partitions rights, int number) {
        int left(int place) {
            return (int) lefts.packed()[lefts.start(number) + place - 1];
        }

        int right(int place) {
            return (int) rights.packed()[rights.start(number) + place - 1];
        }
    }

    /// In the order of the left keys: files are written in some order of time, so their partners
    /// mostly come in order too, and what is compared lies close together in memory.
    private void solve(Worker<?> worker, Part part) {
        KeyTable table = worker.table();
        table.fill(part.lefts(), part.rights(), part.number());
        worker.pairs().clear();
        int lefts = part.lefts().end(part.number()) - part.lefts().start(part.number());
        for (int place = 1; place <= lefts; place++) {
            int slot = table.slot(place);
            int second = table.right(slot);
            if (second == 0 || table.left(slot) != place) {
                continue;
            }
            if (table.afterLeft(place) == 0 && table.afterRight(second) == 0) {
                worker.pairs().add(part.left(place), part.right(second));
            } else {
                solveList(worker, part, slot);
            }
        }
        equality.keepSame(worker.pairs());
        worker.solver().pairs(worker.pairs());
    }

    /// Equal hashes may still hide several keys: each of them is a block of its own.
    private void solveList(Worker<?> worker, Part part, int slot) {
        KeyTable table = worker.table();
        Block block = worker.block();
        block.clear();
        for (int place = table.left(slot); place != 0; place = table.afterLeft(place)) {
            block.add(Side.LEFT, part.left(place));
        }
        for (int place = table.right(slot); place != 0; place = table.afterRight(place)) {
            block.add(Side.RIGHT, part.right(place));
        }
        Block others = block.splitOthers(equality);
        worker.solver().block(block);
        while (others.count(Side.LEFT) > 0) {
            Block next = others;
            others = next.splitOthers(equality);
            worker.solver().block(next);
        }
    }
}
