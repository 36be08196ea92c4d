package io.robotrader.risk.halt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a reader of the switch sees, so that one read of one field sees it whole. */
record SwitchState(HaltLevel level, @Nullable Halt halt, Map<HaltTrigger, String> warnings) {

    static SwitchState of(@Nullable Halt halt, Map<HaltTrigger, String> warnings) {
        HaltLevel unlatched = warnings.isEmpty() ? HaltLevel.NORMAL : HaltLevel.WARN;
        return new SwitchState(halt == null ? unlatched : halt.level(), halt, warnings);
    }

    SwitchState with(@Nullable Halt newHalt) {
        return of(newHalt, warnings);
    }

    /** With a warning in place of the trigger's earlier one, or without it if the reason is null. */
    SwitchState with(HaltTrigger trigger, @Nullable String reason) {
        Map<HaltTrigger, String> changed = new EnumMap<>(HaltTrigger.class);
        changed.putAll(warnings);
        if (reason == null) {
            changed.remove(trigger);
        } else {
            changed.put(trigger, reason);
        }
        return of(halt, Collections.unmodifiableMap(changed));
    }
}
