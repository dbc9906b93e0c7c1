package dev.recon.server.decision;

import dev.recon.server.run.Approval;
import dev.recon.server.run.Decision;

/// What became of something that a person wanted done.
sealed interface Answered {
    /// It is done.
    record Done(Decision decision) implements Answered {}

    /// It waits for another person.
    record Waits(Approval approval) implements Answered {}
}
