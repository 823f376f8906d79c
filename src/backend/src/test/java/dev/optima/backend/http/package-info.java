/// The real server, from outside.
@NullMarked
package dev.optima.backend.http;

import org.jspecify.annotations.NullMarked;
