/// What every noun stands on: settings, PostgreSQL, problems, pages, segments.
@NullMarked
package dev.recon.server.platform;

import org.jspecify.annotations.NullMarked;
