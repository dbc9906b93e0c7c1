/// Going out: which addresses of the network this server connects to, when somebody asks it to.
@NullMarked
package dev.recon.server.egress;

import org.jspecify.annotations.NullMarked;
