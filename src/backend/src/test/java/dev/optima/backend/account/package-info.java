/// Who asks, and who may not.
@NullMarked
package dev.optima.backend.account;

import org.jspecify.annotations.NullMarked;
