package dev.recon.server.run;

/// Work of less urgency, which a worker does while no run waits. It comes later in the order of the
/// data and provides itself to this package.
public interface SideWork {
    /// Takes what its predecessor of this name left, when the worker starts.
    void takeOver(String worker);

    /// Does one piece of it, if there is one; false when there is none.
    boolean work(String worker);
}
