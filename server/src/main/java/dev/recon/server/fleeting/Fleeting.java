package dev.recon.server.fleeting;

import java.time.Duration;
import java.util.Optional;

/// A place for what may be lost at any moment: Redis, which several servers share, or this process.
/// Nothing here fails because Redis does; it only finds less, or counts for this process alone.
public interface Fleeting {
    /// What was kept under a key, unless it is gone.
    Optional<byte[]> find(String key);

    /// Keeps a value for a time at most.
    void keep(String key, byte[] value, Duration timeToLive);

    /// Forgets a value.
    void forget(String key);

    /// Takes one turn from a bucket of this rate.
    Turn take(String bucket, Rate rate);

    /// Do other processes see what is kept here, and hear calls?
    boolean isShared();

    /// Calls those who listen in every process.
    void call(String channel);

    /// Runs `then` at each call from whichever process.
    void listen(String channel, Runnable then);
}
