/**
 * Validated settings.
 *
 * <p>Open {@link io.robotrader.config.ConfigLoader} first: it reads a YAML file and environment variables into a
 * {@link io.robotrader.config.RoboConfig}, or throws one {@link io.robotrader.config.ConfigException} that names every
 * mistake with its place. {@link io.robotrader.config.RoboConfig#defaults()} needs neither.
 */
@NullMarked
package io.robotrader.config;

import org.jspecify.annotations.NullMarked;
