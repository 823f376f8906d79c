/// What the recruiter may set, and where it is kept.
@NullMarked
package dev.optima.console.settings;

import org.jspecify.annotations.NullMarked;
