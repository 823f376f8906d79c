/// How the recruiter is told of something though the window may be behind others.
@NullMarked
package dev.optima.console.notify;

import org.jspecify.annotations.NullMarked;
