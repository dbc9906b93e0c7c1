package dev.recon.engine.transform;

/// One thing that is wrong in an expression.
///
/// @param line where, from 1
/// @param column where, in characters from 1
public record ExpressionFault(int line, int column, String found, String expected) {}
