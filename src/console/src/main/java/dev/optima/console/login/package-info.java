/// Signing in.
@NullMarked
package dev.optima.console.login;

import org.jspecify.annotations.NullMarked;
