package dev.recon.server.fleeting;

/// Something in an answer that may go on without an event of the history, such as a run.
public interface Ongoing {
    /// Does it go on? Then the answer with it is not kept.
    boolean ongoing();
}
