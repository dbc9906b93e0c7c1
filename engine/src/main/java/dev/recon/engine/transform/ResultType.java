package dev.recon.engine.transform;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;

/// What an expression gives: what the field that it stands for is.
public enum ResultType {
    /// An exact decimal number.
    AMOUNT("amount", OpaqueType.create("amount")),
    /// A day.
    DATE("date", OpaqueType.create("date")),
    /// A text.
    TEXT("string", SimpleType.STRING);

    private final String word;
    private final CelType type;

    ResultType(String word, CelType type) {
        this.word = word;
        this.type = type;
    }

    String word() {
        return word;
    }

    CelType type() {
        return type;
    }
}
