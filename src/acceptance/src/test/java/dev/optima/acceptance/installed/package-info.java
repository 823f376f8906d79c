/// What is done with the installed programs by `installer/linux/check`.
@NullMarked
package dev.optima.acceptance.installed;

import org.jspecify.annotations.NullMarked;
