/// Sources that fetch by themselves: from a folder, a bucket or a query, each file once.
@NullMarked
package dev.recon.server.fetch;

import org.jspecify.annotations.NullMarked;
