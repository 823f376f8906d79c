/// Web Push: how an applicant is reached whose page is closed.
@NullMarked
package dev.optima.backend.push;

import org.jspecify.annotations.NullMarked;
