/// SWIFT FIN messages: account statements (MT940 and its kin) and payments.
@NullMarked
package dev.recon.formats.swift;

import org.jspecify.annotations.NullMarked;
