package dev.recon.engine.evidence;

/// One thing that was checked.
///
/// @param subject what, for example `chain`
/// @param holds is it as it should be?
/// @param detail what was found, in a sentence
public record Check(String subject, boolean holds, String detail) {}
