package dev.recon.server.run;

import dev.recon.server.platform.ProblemError;
import java.util.List;

/// Why a run failed or is held, and what to do about it.
record RunFailure(String title, String detail, List<ProblemError> errors) {
    static RunFailure of(String title, String detail) {
        return new RunFailure(title, detail, List.of());
    }
}
