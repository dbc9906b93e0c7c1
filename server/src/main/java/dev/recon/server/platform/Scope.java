package dev.recon.server.platform;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What the running code may see of the database. Every connection is told when it is taken; who
/// forgot to say sees no row of any workspace.
public sealed interface Scope {
    /// Nothing that belongs to a workspace.
    record Nothing() implements Scope {}

    /// One workspace.
    record Of(UUID workspaceId) implements Scope {}

    /// Before it is known who asks, and while somebody comes or goes: people, sessions, links, keys
    /// and the history of all workspaces; nothing that people work on.
    record Door() implements Scope {}

    /// All workspaces, for runs, housekeeping and figures; no request is served in it.
    record Engine() implements Scope {}

    /// The scope of this thread.
    static Scope current() {
        return Optional.ofNullable(Scopes.CURRENT.get()).orElse(Scopes.NOTHING);
    }

    /// Does something in a workspace.
    static <T> T in(UUID workspaceId, Supplier<T> work) {
        return Scopes.call(new Of(workspaceId), work);
    }

    /// Does something in a workspace, unless this thread sees it already.
    static <T> T seeing(UUID workspaceId, Supplier<T> work) {
        return current() instanceof Nothing ? in(workspaceId, work) : work.get();
    }

    /// Does something at the door.
    static <T> T atDoor(Supplier<T> work) {
        return Scopes.call(Scopes.DOOR, work);
    }

    /// Does something at the door.
    static void runAtDoor(Runnable work) {
        atDoor(() -> {
            work.run();
            return true;
        });
    }

    /// Does something over all workspaces.
    static <T> T inEngine(Supplier<T> work) {
        return Scopes.call(Scopes.ENGINE, work);
    }

    /// Does something over all workspaces.
    static void runInEngine(Runnable work) {
        inEngine(() -> {
            work.run();
            return true;
        });
    }

    /// From now on this thread, which serves one request, is at the door; [#leave] ends it.
    static void enterDoor() {
        Scopes.CURRENT.set(Scopes.DOOR);
    }

    /// From now on this thread, which serves one request, is in a workspace; [#leave] ends it.
    static void enter(UUID workspaceId) {
        Scopes.CURRENT.set(new Of(workspaceId));
    }

    /// The request of this thread is over.
    static void leave() {
        Scopes.CURRENT.remove();
    }
}
