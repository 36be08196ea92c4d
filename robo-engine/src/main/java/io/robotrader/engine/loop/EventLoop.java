package io.robotrader.engine.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread that handles inputs one after the other.
 *
 * <p>Inputs that the handler itself brings about are handled before the next one from outside. So the consequences of an
 * input do not depend on how fast others come in: the same inputs in the same order give the same run.
 *
 * <p>Thread-safe. The first input that the handler fails on ends the loop; the failure is told, not swallowed.
 *
 * @param <E> the type of the inputs
 */
public final class EventLoop<E> {

    private static final int ROOM = 1024;
    // Who waits for room is woken for this many inputs, and not for each one.
    private static final int GIVEN_BACK = ROOM / 4;
    // A few microseconds: shorter than it takes to fall asleep and be woken, or to take a picture for nobody.
    private static final int GLANCES = 50;
    // About as long as it takes to be woken: who stays up for that loses no more than by falling asleep too soon.
    private static final int LINGERS = 500;

    private final Thread thread;
    private final Runnable opening;
    private final Consumer<E> handler;
    private final Consumer<Throwable> onFailure;
    private final Between between;
    private final Watch watch;
    private final Deque<E> consequences = new ArrayDeque<>();
    private final Queue<Slot<E>> inputs = new ConcurrentLinkedQueue<>();
    private final Semaphore room = new Semaphore(ROOM);
    private final AtomicBoolean asleep = new AtomicBoolean();
    private int owed;
    private volatile boolean ended;

    /** Called on the loop's thread between two inputs from outside. */
    @FunctionalInterface
    public interface Between {

        /**
         * Looks up from the work.
         *
         * @param idle whether nothing waits to be handled
         */
        void look(boolean idle);
    }

    /**
     * How long the loop stays awake when nothing waits, as who sleeps takes a while to wake.
     *
     * @param nanos counted by the ticker; zero or negative to sleep soon
     * @param ticker nanoseconds that go by themselves
     */
    public record Watch(long nanos, LongSupplier ticker) {

        /** For a loop that sleeps as soon as nothing waits. */
        public static final Watch NONE = new Watch(0, () -> 0);
    }

    /**
     * Makes a loop whose thread is not yet started.
     *
     * @param name the thread's name
     * @param opening called once and first, on the loop's thread; what it brings about is handled before any input
     * @param handler called with each input, on the loop's thread
     * @param onFailure called once, on the loop's thread, with what the opening or the handler threw, or with the
     *     interruption if somebody interrupted the thread
     */
    public EventLoop(String name, Runnable opening, Consumer<E> handler, Consumer<Throwable> onFailure) {
        this(name, opening, handler, onFailure, idle -> {}, Watch.NONE);
    }

    /**
     * Makes a loop whose thread is not yet started, and that looks up between two inputs.
     *
     * @param name the thread's name
     * @param opening called once and first, on the loop's thread; what it brings about is handled before any input
     * @param handler called with each input, on the loop's thread
     * @param onFailure called once, on the loop's thread, with what the opening, the handler or the last but one of these
     *     threw
     * @param between called with false when an input from outside and all that it brought about is handled, and with true
     *     when nothing waits, before the loop waits itself
     * @param watch how long it stays awake when nothing waits
     */
    public EventLoop(
            String name,
            Runnable opening,
            Consumer<E> handler,
            Consumer<Throwable> onFailure,
            Between between,
            Watch watch) {
        this.between = between;
        this.watch = watch;
        this.opening = opening;
        this.handler = handler;
        this.onFailure = onFailure;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** Starts the thread. */
    public void start() {
        thread.start();
    }

    /**
     * Hands an input in. From another thread it waits while the queue is full; from the loop's own thread it never does.
     *
     * @param input the input
     * @return false if the loop has ended and will not handle it
     * @throws InterruptedException if the calling thread was interrupted while it waited
     */
    public boolean put(E input) throws InterruptedException {
        if (isOwnThread()) {
            consequences.add(input);
            return true;
        }
        room.acquire();
        if (ended) {
            // Nobody makes room any more: whoever waits behind is let through by whoever was.
            room.release();
            return false;
        }
        return add(new Slot<>(input, true));
    }

    /**
     * Hands an input in without ever waiting: for what must not be held up, and is rare.
     *
     * @param input the input
     * @return false if the loop has ended and will not handle it
     */
    public boolean post(E input) {
        if (isOwnThread()) {
            consequences.add(input);
            return true;
        }
        return add(new Slot<>(input, false));
    }

    /** Ends the loop after the input that is being handled and its consequences. Call it from the loop's own thread. */
    public void end() {
        ended = true;
        // Whoever waits for room must not wait for ever.
        room.release();
    }

    /**
     * {@return what was handed in and is not handled, in the order of its coming; the loop does not know it any more}
     *
     * <p>Call it from the loop's own thread when the loop has ended. What comes later is refused, save by that thread.
     */
    public List<E> takeLeft() {
        List<E> left = new ArrayList<>(consequences);
        consequences.clear();
        for (Slot<E> slot = inputs.poll(); slot != null; slot = inputs.poll()) {
            left.add(slot.input());
        }
        return left;
    }

    /** {@return whether the calling thread is the loop's own} */
    public boolean isOwnThread() {
        return Thread.currentThread() == thread;
    }

    private boolean add(Slot<E> slot) {
        if (ended) {
            return false;
        }
        inputs.add(slot);
        if (asleep.get() && asleep.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
        // If the loop has ended meanwhile, either it has taken this with what was left, or it is refused here.
        return !ended || !inputs.remove(slot);
    }

    private void run() {
        try {
            handleAll();
        } catch (Throwable failure) {
            // An interruption too, as nobody who knows the loop interrupts it. The state may be half changed: nothing
            // more is handled, and somebody is told.
            onFailure.accept(failure);
        }
    }

    private void handleAll() throws InterruptedException {
        try {
            opening.run();
            handleConsequences();
            while (!ended) {
                Slot<E> slot = take();
                if (slot.bounded() && ++owed == GIVEN_BACK) {
                    giveRoomBack();
                }
                handler.accept(slot.input());
                handleConsequences();
                between.look(false);
            }
        } finally {
            end();
        }
    }

    private Slot<E> take() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the thread of the loop was interrupted");
        }
        Slot<E> next = glanced(GLANCES);
        if (next == null) {
            giveRoomBack();
            between.look(true);
            next = watched();
        }
        return next == null ? awaited() : next;
    }

    private void giveRoomBack() {
        room.release(owed);
        owed = 0;
    }

    private @Nullable Slot<E> glanced(int times) {
        Slot<E> next = inputs.poll();
        for (int i = 0; next == null && i < times; i++) {
            Thread.onSpinWait();
            next = inputs.poll();
        }
        return next;
    }

    private @Nullable Slot<E> watched() {
        Slot<E> next = glanced(LINGERS);
        if (next == null && watch.nanos() > 0) {
            long from = watch.ticker().getAsLong();
            while (next == null && watch.ticker().getAsLong() - from < watch.nanos() && !thread.isInterrupted()) {
                Thread.onSpinWait();
                next = inputs.poll();
            }
        }
        return next;
    }

    private Slot<E> awaited() throws InterruptedException {
        try {
            while (true) {
                // Said before the last look: whoever adds something after that look sees it.
                asleep.set(true);
                Slot<E> next = inputs.poll();
                if (next != null) {
                    return next;
                }
                LockSupport.park(this);
                if (Thread.interrupted()) {
                    throw new InterruptedException("the thread of the loop was interrupted");
                }
            }
        } finally {
            asleep.set(false);
        }
    }

    private void handleConsequences() {
        for (E next = consequences.poll(); next != null; next = consequences.poll()) {
            handler.accept(next);
        }
    }

    private record Slot<E>(E input, boolean bounded) {}
}
