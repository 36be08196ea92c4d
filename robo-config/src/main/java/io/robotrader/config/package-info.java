/** Validated settings. */
@NullMarked
package io.robotrader.config;

import org.jspecify.annotations.NullMarked;
