package dev.recon.server.fetch;

import dev.recon.server.platform.Checks;
import dev.recon.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/// A place that somebody wants a source to fetch from.
///
/// @param secret the password, the private key or the secret access key; nothing to keep the one
///   that is there, which goes only to the server that it was given for
/// @param everyMinutes how often it is looked at
/// @param isOn is it looked at at all?
record NewPlace(PlaceSettings place, @Nullable String secret, int everyMinutes, boolean isOn) {
    private static final int SECRET_CHARS_MAX = 20_000;
    private static final int MINUTES_MAX = 7 * 24 * 60;

    NewPlace {
        Checks.present("#/place", place);
        if (secret != null) {
            secret = Checks.text("#/secret", secret, SECRET_CHARS_MAX);
        }
        if (everyMinutes < 1 || everyMinutes > MINUTES_MAX) {
            throw Problem.invalid("#/everyMinutes", "must be a number from 1 to " + MINUTES_MAX);
        }
    }

    @Override
    public String toString() {
        return "NewPlace[" + place.place().label() + "]";
    }
}
