/** Checks of arguments and the normal distribution, shared by the packages of this module. Not exported; may change in any release. */
@NullMarked
package io.robotrader.risk.internal;

import org.jspecify.annotations.NullMarked;
