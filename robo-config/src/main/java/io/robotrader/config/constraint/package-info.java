/** What a record component says about its setting besides the bounds of Jakarta Validation. */
@NullMarked
package io.robotrader.config.constraint;

import org.jspecify.annotations.NullMarked;
