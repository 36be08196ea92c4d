/**
 * The settings from the command line: open {@link io.robotrader.examples.config.Config} first, which lists what can be
 * asked.
 */
@NullMarked
package io.robotrader.examples.config;

import org.jspecify.annotations.NullMarked;
