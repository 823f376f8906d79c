/// Who did what of the things that somebody may have to answer for.
@NullMarked
package dev.optima.backend.audit;

import org.jspecify.annotations.NullMarked;
