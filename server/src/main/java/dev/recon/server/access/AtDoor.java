package dev.recon.server.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks endpoints about accounts, which may be in several workspaces: they see the people of all
/// of them, and nothing that people work on.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AtDoor {}
