package dev.recon.engine.rules;

import dev.recon.engine.read.InputProblem;
import dev.recon.engine.read.Problem;
import dev.recon.engine.transform.LookUpTable;

/// Where the look-up tables are that a rule set only names.
@FunctionalInterface
public interface LookUpFiles {
    /// For rule sets that have all of their tables in them.
    LookUpFiles NONE =
            (_, file) -> {
                throw new InputProblem(
                        new Problem(
                                file,
                                "the name of a file",
                                "the table itself, such as {\"1200\": Bank}",
                                "On the command line, recon rules embed writes tables into the"
                                        + " rule set."));
            };

    /// The table of a file that stands beside the rule set.
    ///
    /// @throws InputProblem when it is no file of two columns
    LookUpTable read(String name, String file);
}
