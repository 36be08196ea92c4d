/** The engine. */
@NullMarked
package io.robotrader.engine;

import org.jspecify.annotations.NullMarked;
