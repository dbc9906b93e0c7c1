package dev.recon.engine.probable;

/// Where a match is sure enough.
///
/// @param precision the share of the automatic matches that must be right, above 0 and below 1
/// @param floor the least probable match that is still suggested
public record Bounds(double precision, double floor) {
    public Bounds {
        if (!(precision > 0 && precision < 1 && floor > 0 && floor < 1)) {
            throw new IllegalArgumentException("precision and floor lie between 0 and 1");
        }
    }
}
