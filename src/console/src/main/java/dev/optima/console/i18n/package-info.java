/// Words, dates and names in the language of the recruiter.
@NullMarked
package dev.optima.console.i18n;

import org.jspecify.annotations.NullMarked;
