package io.robotrader.risk.halt;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;
import io.robotrader.risk.rule.Limit;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back the opening of risk once something is badly wrong, until a person says that it may go on.
 *
 * <p>Anybody may {@link #trip} it, from any thread, at any time and more than once: it rises or stays, and never comes
 * down by itself. Only warnings come and go. It sends and cancels no order; ask it for its {@link #level} before each
 * order, and have a {@link HaltListener} do what a halt asks for.
 *
 * <p>A trip is in force at once, then goes to the store, and then to the listeners. A store that fails, or hangs, neither
 * undoes nor delays what is in force, though the caller that tripped waits for it. A reset goes the other way: it is in
 * force only when the store has it.
 *
 * <p>Thread-safe. {@link #level} is one read of a volatile field and allocates nothing.
 */
public final class KillSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(KillSwitch.class);

    private final HaltPolicy policy;
    private final HaltStore store;
    private final InstantSource clock;
    private final RejectionWindow rejections;
    private final Announcer announcer = new Announcer();

    // Two locks, so that a trip takes effect while an earlier one still waits for the disk. Whoever needs both takes
    // publishing first.
    private final ReentrantLock publishing = new ReentrantLock();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile SwitchState state;
    private volatile @Nullable Halt published;
    private volatile boolean saved = true;

    private KillSwitch(HaltPolicy policy, HaltStore store, InstantSource clock) {
        this.policy = policy;
        this.store = store;
        this.clock = clock;
        this.rejections = new RejectionWindow(policy.rejectedOrders(), policy.rejectionWindow());
        Halt loaded = load();
        this.state = SwitchState.of(loaded, Map.of());
        this.published = loaded;
    }

    /**
     * {@return a switch that stands where the store says it stood. If the store cannot say, it is at HALT with
     * {@link HaltTrigger#LOST_RECORD} until a person has looked and resets it; what the store has is left as it is until
     * then}
     *
     * @param policy what each trigger brings about
     * @param store where the halt survives a restart
     * @param clock the time of halts and of refused orders
     */
    public static KillSwitch of(HaltPolicy policy, HaltStore store, InstantSource clock) {
        return new KillSwitch(
                Objects.requireNonNull(policy, "policy"),
                Objects.requireNonNull(store, "store"),
                Objects.requireNonNull(clock, "clock"));
    }

    /** {@return what each trigger brings about} */
    public HaltPolicy policy() {
        return policy;
    }

    /** {@return where the switch stands now} */
    public HaltLevel level() {
        return state.level();
    }

    /** {@return the halt in force, empty at NORMAL and WARN} */
    public Optional<Halt> halt() {
        return Optional.ofNullable(state.halt());
    }

    /** {@return the warnings that stand, unmodifiable, also while a halt is in force} */
    public Map<HaltTrigger, String> warnings() {
        return state.warnings();
    }

    /** {@return whether a restart would find what is in force now; false while the store is at it, or has failed} */
    public boolean isSaved() {
        Halt halt = state.halt();
        return halt == null || (halt.equals(published) && saved);
    }

    /**
     * Adds a listener. It is told of what happens from now on; ask {@link #halt()} for what was before, such as a halt
     * that survived a restart.
     *
     * @param listener is told
     */
    public void addListener(HaltListener listener) {
        announcer.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Raises the level to what the policy says of the trigger, or leaves it where it is. Never throws for a reason's or
     * the store's sake: in an emergency nothing is refused for its form.
     *
     * @param trigger what happened
     * @param reason in words; a blank one is replaced
     * @return whether this changed what is in force: the level rose, or a person's word took the place of a machine's
     */
    public boolean trip(HaltTrigger trigger, @Nullable String reason) {
        boolean changed = force(trigger, reason);
        if (changed) {
            publish();
        } else {
            saveAgain();
        }
        return changed;
    }

    /**
     * Notes that an order that would open risk was refused, and trips the switch when that happens too often. One refusal
     * does no harm, whatever it was for. While a halt is in force none is counted, as the switch itself is then what
     * refuses.
     *
     * @param order the order; orders that only reduce are not to be told here
     * @return whether this tripped the switch
     */
    public boolean rejected(OrderIntent order) {
        Objects.requireNonNull(order, "order");
        if (policy.level(HaltTrigger.REJECTED_ORDERS).mayOpen()) {
            return false;
        }
        changing.lock();
        try {
            if (!level().mayOpen() || !rejections.add(clock.instant())) {
                return false;
            }
            force(
                    HaltTrigger.REJECTED_ORDERS,
                    policy.rejectedOrders() + " opening orders were refused within " + policy.rejectionWindow()
                            + ", the last one " + order.id() + ": " + order.side() + " " + order.quantity() + " "
                            + order.symbol());
        } finally {
            changing.unlock();
        }
        publish();
        return true;
    }

    /**
     * Holds a number of the real portfolio against its limit: trips the switch when the limit does not admit it, warns
     * from {@link HaltPolicy#warnAt()} of the limit on or when the number is not known, and takes the warning back when
     * it is below. Do not hand in what an order would lead to: a blocked order is no breach.
     *
     * @param trigger what the number is about
     * @param limit what it may be
     * @param observed what it is, in the limit's unit; NaN if not known
     * @return whether this tripped the switch
     */
    public boolean watch(HaltTrigger trigger, Limit limit, double observed) {
        if (!Double.isFinite(observed)) {
            warn(trigger, limit.name() + " is not known: " + observed);
            return false;
        }
        if (!limit.admits(observed)) {
            return trip(trigger, limit.name() + " is at " + observed + ", its limit is " + limit.bound());
        }
        if (limit.bound() > 0 && observed >= policy.warnAt() * limit.bound() * (1 - Limit.TOLERANCE)) {
            warn(trigger, limit.name() + " is at " + observed + ", its limit is " + limit.bound());
        } else {
            clearWarning(trigger);
        }
        return false;
    }

    /**
     * Says that something is close to its limit, in place of what was said of the same trigger before.
     *
     * @param trigger what would trip the switch if it went on
     * @param reason in words; a blank one is replaced
     */
    public void warn(HaltTrigger trigger, @Nullable String reason) {
        if (!policy.level(trigger).mayOpen()) {
            replaceWarning(trigger, spoken(reason));
        }
    }

    /**
     * Takes a warning back.
     *
     * @param trigger what the warning was about; it is no error if there was none
     */
    public void clearWarning(HaltTrigger trigger) {
        replaceWarning(Objects.requireNonNull(trigger, "trigger"), null);
    }

    /**
     * Lifts whatever halt is in force, and forgets the refused orders. Warnings stay, as they tell what is so.
     *
     * @param who the person who answers for it
     * @param why what makes it safe to trade again
     * @return whether a halt was lifted; false if none was in force, or if another trip came between, which then stays
     * @throws IllegalArgumentException if who or why is null, blank, or has space around it
     * @throws IllegalStateException if the store failed to keep the reset; the halt then stays in force
     */
    public boolean reset(String who, String why) {
        return resetIf(halt -> true, who, why);
    }

    /**
     * Lifts the halt that a person has seen, unless another has taken its place since.
     *
     * @param seen the halt that was looked at
     * @param who the person who answers for it
     * @param why what makes it safe to trade again
     * @return whether it was lifted; false if it is not, or no longer, what is in force
     * @throws IllegalArgumentException if who or why is null, blank, or has space around it
     * @throws IllegalStateException if the store failed to keep the reset; the halt then stays in force
     */
    public boolean reset(Halt seen, String who, String why) {
        Objects.requireNonNull(seen, "seen");
        return resetIf(seen::equals, who, why);
    }

    private boolean resetIf(Predicate<Halt> isMeant, String who, String why) {
        Require.prose(who, "who");
        Require.prose(why, "why");
        boolean lifted;
        publishing.lock();
        try {
            publishLatest();
            // Only what was told can be lifted: one that trips just now is told first, and stays.
            Halt halt = published;
            lifted = halt != null && isMeant.test(halt) && lift(halt, who, why);
        } finally {
            publishing.unlock();
        }
        // What tripped while the store was busy waits for the lock that was just given back; it is told by its own
        // thread.
        announcer.tell();
        return lifted;
    }

    private boolean lift(Halt halt, String who, String why) {
        HaltReset reset = new HaltReset(halt, who, why, clock.instant());
        try {
            store.clear(reset);
        } catch (IOException | RuntimeException | Error e) {
            throw new IllegalStateException("the reset could not be stored, so " + halt.level() + " stays in force", e);
        }
        changing.lock();
        try {
            if (!halt.equals(state.halt())) {
                return false;
            }
            state = state.with(null);
            rejections.clear();
        } finally {
            changing.unlock();
        }
        published = null;
        saved = true;
        announcer.queue(listener -> listener.reset(reset));
        return true;
    }

    private boolean force(HaltTrigger trigger, @Nullable String reason) {
        HaltLevel level = policy.level(trigger);
        if (level.mayOpen()) {
            return false;
        }
        boolean flatten = level == HaltLevel.HALT && trigger != HaltTrigger.LOST_RECORD && policy.flattenOnHalt();
        changing.lock();
        try {
            Halt halt = new Halt(level, trigger, spoken(reason), clock.instant(), flatten);
            Halt inForce = state.halt();
            if (inForce != null && !halt.overrides(inForce)) {
                return false;
            }
            state = state.with(halt);
            return true;
        } finally {
            changing.unlock();
        }
    }

    private void publish() {
        publishing.lock();
        try {
            publishLatest();
        } finally {
            publishing.unlock();
        }
        announcer.tell();
    }

    /** Whoever watches a breach comes by often: a good moment to try a store that failed, but not to wait for it. */
    private void saveAgain() {
        if (isSaved() || !publishing.tryLock()) {
            return;
        }
        try {
            publishLatest();
        } finally {
            publishing.unlock();
        }
        announcer.tell();
    }

    /** Stores and queues the latest halt; one that was overtaken before its turn came is neither stored nor told. */
    private void publishLatest() {
        Halt halt = state.halt();
        if (halt == null || isSaved()) {
            return;
        }
        boolean news = !halt.equals(published);
        Throwable failure = null;
        try {
            store.save(halt);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
        boolean failureWouldBeNews = news || saved;
        saved = failure == null;
        published = halt;
        if (news) {
            announcer.queue(listener -> listener.tripped(halt));
        }
        if (failure != null && failureWouldBeNews) {
            tellUnsaved(halt, failure);
        }
    }

    private void tellUnsaved(Halt halt, Throwable failure) {
        LOG.error("The kill switch is at {}, but a restart would not know: the store failed", halt.level(), failure);
        announcer.queue(listener -> listener.unsaved(halt, failure));
    }

    private void replaceWarning(HaltTrigger trigger, @Nullable String reason) {
        if (Objects.equals(state.warnings().get(trigger), reason)) {
            return;
        }
        changing.lock();
        try {
            int before = state.warnings().size();
            state = state.with(trigger, reason);
            if (state.warnings().size() != before) {
                announcer.queue(state.warnings());
            }
        } finally {
            changing.unlock();
        }
        announcer.tell();
    }

    private @Nullable Halt load() {
        try {
            return store.load().orElse(null);
        } catch (IOException | RuntimeException | Error e) {
            return new Halt(
                    HaltLevel.HALT,
                    HaltTrigger.LOST_RECORD,
                    "the store cannot tell what was in force: " + e,
                    clock.instant(),
                    false);
        }
    }

    private static String spoken(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "no reason given" : reason.strip();
    }
}
