package io.robotrader.risk.halt;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told, in words. */
final class Recorder implements HaltListener {

    final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void tripped(Halt halt) {
        heard.add("tripped " + halt.level() + " " + halt.trigger());
    }

    @Override
    public void reset(HaltReset reset) {
        heard.add("reset " + reset.lifted().trigger() + " by " + reset.who() + ": " + reset.why());
    }

    @Override
    public void warned(Map<HaltTrigger, String> warnings) {
        heard.add("warned " + warnings.keySet());
    }

    @Override
    public void unsaved(Halt halt, Throwable cause) {
        heard.add("unsaved " + halt.trigger() + ": " + cause.getMessage());
    }
}
