/// The pages in a real Chromium, with a scripted backend.
@NullMarked
package dev.optima.pages;

import org.jspecify.annotations.NullMarked;
