@NullMarked
package dev.optima.backend.mail;

import org.jspecify.annotations.NullMarked;
