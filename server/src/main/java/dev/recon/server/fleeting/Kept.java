package dev.recon.server.fleeting;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an endpoint whose answer follows from its address, from what the history of the workspace
/// says, and from what the sender may see of it: the answer is kept, and given to everybody with
/// the same sight until the next event. It may not depend on who asks, nor on the clock; what goes
/// on without events is [Ongoing].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Kept {}
