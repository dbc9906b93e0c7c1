package dev.recon.server.run;

import dev.recon.engine.table.Side;
import dev.recon.server.platform.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run that is wanted, and the one that it carries on, if any.
record FollowedRun(NewRun wanted, @Nullable RunRow run) {
    /// Fails when a file is missing: with nothing to carry on, both sides need one.
    static void requireFiles(NewRun wanted) {
        boolean follows = wanted.follows() != null;
        if (wanted.leftFile() == null && !(follows && wanted.rightFile() != null)) {
            throw Problem.invalid("#/leftFile", "must be there");
        }
        if (wanted.rightFile() == null && !follows) {
            throw Problem.invalid("#/rightFile", "must be there");
        }
    }

    /// The file of a side; where none is brought, that of the followed run gives the columns.
    UUID file(Side side) {
        UUID file = side == Side.LEFT ? wanted.leftFile() : wanted.rightFile();
        return file == null ? Objects.requireNonNull(run).file(side).id() : file;
    }

    RunRow.@Nullable Follows follows() {
        return run == null
                ? null
                : new RunRow.Follows(
                        run.id(),
                        run.number(),
                        wanted.leftFile() != null,
                        wanted.rightFile() != null);
    }

    /// What the history says of it.
    Map<String, Object> details(int number) {
        return run == null
                ? Map.of("number", number)
                : Map.of("number", number, "follows", run.number());
    }

    /// Fails when a newer run has the place of the followed one.
    FollowedRun requireNewest(int newest) {
        if (run != null && newest > run.number()) {
            throw Problem.invalid(
                    "#/follows",
                    "is run "
                            + run.number()
                            + ", whose place run "
                            + newest
                            + " over the same files has taken. Carry on that one");
        }
        return this;
    }

    /// Fails when another run carries the same entries on.
    void requireOnly(Optional<Integer> other) {
        if (other.isPresent()) {
            throw Problem.invalid(
                    "#/follows",
                    "is run "
                            + Objects.requireNonNull(run).number()
                            + ", which run "
                            + other.get()
                            + " carries on with other files. Carry on that one, or cancel it");
        }
    }
}
