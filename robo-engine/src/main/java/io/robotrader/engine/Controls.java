package io.robotrader.engine;

import io.robotrader.engine.loop.EngineInput;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.halt.KillSwitch;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked of the engine from outside, handed to its one writing thread. Thread-safe. */
final class Controls {

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);

    private final KillSwitch killSwitch;
    private final EventLoop<EngineInput> loop;
    private final Supplier<EngineState> state;

    Controls(KillSwitch killSwitch, EventLoop<EngineInput> loop, Supplier<EngineState> state) {
        this.killSwitch = killSwitch;
        this.loop = loop;
        this.state = state;
    }

    void pause(String who, String why) {
        requireLive("paused");
        loop.post(new EngineInput.HoldAsked(HoldReason.PERSON, text(who, "who") + ": " + text(why, "why")));
    }

    void resume(String who) {
        text(who, "who");
        requireLive("resumed");
        LOG.info("{} resumes", who);
        loop.post(new EngineInput.ReleaseAsked(HoldReason.PERSON));
    }

    void halt(String who, String why) {
        requireStarted("halted");
        killSwitch.trip(HaltTrigger.PERSON, text(who, "who") + ": " + text(why, "why"));
    }

    boolean resetHalt(String who, String why) {
        requireStarted("reset");
        if (loop.isOwnThread()) {
            return killSwitch.reset(who, why);
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        IllegalStateException ended = new IllegalStateException("the engine has ended, and the halt stays");
        EngineInput errand = new EngineInput.Errand(
                () -> {
                    try {
                        answer.complete(killSwitch.reset(who, why));
                    } catch (RuntimeException refused) {
                        answer.completeExceptionally(refused);
                    }
                },
                () -> answer.completeExceptionally(ended));
        if (!loop.post(errand)) {
            throw ended;
        }
        Throwable refused = answer.handle((done, thrown) -> thrown).join();
        if (refused instanceof RuntimeException exception) {
            throw exception;
        }
        return answer.join();
    }

    void hold(HoldReason reason, String why) {
        loop.post(new EngineInput.HoldAsked(notAPersons(reason), text(why, "why")));
    }

    void release(HoldReason reason) {
        loop.post(new EngineInput.ReleaseAsked(notAPersons(reason)));
    }

    void unhealthy(String why) {
        requireStarted("told that it is unhealthy");
        killSwitch.trip(HaltTrigger.UNHEALTHY, why);
    }

    /** A hold of before is placed or released again, in the words of then. */
    void replay(HoldReason reason, boolean placed, String why) {
        loop.post(placed ? new EngineInput.HoldAsked(reason, why) : new EngineInput.ReleaseAsked(reason));
    }

    /** Does something on the writing thread, behind all that was handed in before; whether it was done. */
    boolean perform(Runnable what) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        EngineInput errand = new EngineInput.Errand(
                () -> {
                    try {
                        what.run();
                    } finally {
                        done.complete(true);
                    }
                },
                () -> done.complete(false));
        return loop.post(errand) && done.join();
    }

    private void requireLive(String what) {
        EngineState now = state.get();
        if (!now.isLive()) {
            throw new IllegalStateException("an engine must be running or paused to be " + what + ", but was " + now);
        }
    }

    private void requireStarted(String what) {
        if (state.get() == EngineState.INITIALIZING) {
            throw new IllegalStateException("an engine must be started to be " + what + ", but was " + state.get());
        }
    }

    private static HoldReason notAPersons(HoldReason reason) {
        if (reason == HoldReason.PERSON) {
            throw new IllegalArgumentException("reason must be another than PERSON, who pauses and resumes");
        }
        return reason;
    }

    private static String text(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank, but was '" + value + "'");
        }
        return value.strip();
    }
}
