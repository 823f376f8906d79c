@NullMarked
package dev.optima.backend.search;

import org.jspecify.annotations.NullMarked;
