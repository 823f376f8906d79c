/// What is older than the settings allow is deleted here.
@NullMarked
package dev.optima.backend.retention;

import org.jspecify.annotations.NullMarked;
