/**
 * New settings for a program that is running.
 *
 * <p>Open {@link io.robotrader.config.reload.ConfigReload} first: it holds the settings in force, looks at new ones as a
 * whole, and takes them or refuses them.
 */
@NullMarked
package io.robotrader.config.reload;

import org.jspecify.annotations.NullMarked;
