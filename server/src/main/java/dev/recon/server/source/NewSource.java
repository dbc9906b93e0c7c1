package dev.recon.server.source;

import dev.recon.server.platform.Checks;

/// A source that somebody wants.
record NewSource(String name) {
    NewSource {
        name = Checks.text("#/name", name, 200);
    }
}
