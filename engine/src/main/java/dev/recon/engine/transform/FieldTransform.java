package dev.recon.engine.transform;

import dev.recon.engine.read.Transform;

/// The transforms that a rule set can name.
public sealed interface FieldTransform extends Transform permits Constant, Steps, Expression {}
