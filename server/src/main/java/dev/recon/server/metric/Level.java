package dev.recon.server.metric;

/// What a level is called and means.
///
/// @param unit empty when it counts things
public record Level(String name, String meaning, String unit) {
    public static Level of(String name, String meaning) {
        return new Level(name, meaning, "");
    }

    public Level in(String newUnit) {
        return new Level(name, meaning, newUnit);
    }
}
