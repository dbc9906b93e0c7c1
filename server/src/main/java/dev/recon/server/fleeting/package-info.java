/// What may be lost at any moment without a wrong answer: limits, kept answers, calls to look.
@NullMarked
package dev.recon.server.fleeting;

import org.jspecify.annotations.NullMarked;
