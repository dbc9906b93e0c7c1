package dev.recon.engine.transform;

import dev.recon.engine.read.Derived;
import java.util.List;

/// The same text on every line.
public record Constant(String text) implements FieldTransform {
    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public Derived derive(List<String> cells) {
        return new Derived.Text(text);
    }
}
