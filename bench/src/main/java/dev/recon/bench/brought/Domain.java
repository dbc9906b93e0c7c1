package dev.recon.bench.brought;

import java.util.function.Consumer;

/// What somebody reconciles, and how the two files of it are written.
///
/// @param maker writes both pages, always the same ones by the same dice
record Domain(String name, Consumer<Drop> maker) {}
