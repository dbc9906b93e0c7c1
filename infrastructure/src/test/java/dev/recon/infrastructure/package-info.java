/// Tests of what is deployed: the manifests as they are rendered, alert rules, dashboards, scripts,
/// and the commands that the documents tell people to type.
@NullMarked
package dev.recon.infrastructure;

import org.jspecify.annotations.NullMarked;
