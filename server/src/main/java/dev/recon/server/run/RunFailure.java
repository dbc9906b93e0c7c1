package dev.recon.server.run;

import dev.recon.server.platform.ProblemError;
import java.util.List;

/// Why a run failed or is held, and what to do about it.
public record RunFailure(String title, String detail, List<ProblemError> errors) {
    /// A failure that points nowhere.
    public static RunFailure of(String title, String detail) {
        return new RunFailure(title, detail, List.of());
    }

    /// A fault of the program, which nobody but us can mend.
    ///
    /// @param what under whose id the log says more
    public static RunFailure ours(String what) {
        return of(
                "Something went wrong here",
                "This is our fault, not yours. The server's log says more under the "
                        + what
                        + "'s id.");
    }
}
