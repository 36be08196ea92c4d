package io.robotrader.engine;

import static com.tngtech.archunit.base.DescribedPredicate.and;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.loop.EventLoop;
import io.robotrader.engine.market.HistoryFeed;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the layout of the packages promises, for the main code of all modules but the examples. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.robotrader");

    @Test
    void all_modules_are_looked_at() {
        assertThat(MAIN.contain("io.robotrader.risk.RiskGate")).isTrue();
        assertThat(MAIN.contain("io.robotrader.correlation.CorrelationTracker")).isTrue();
        assertThat(MAIN.contain("io.robotrader.config.RoboConfig")).isTrue();
        assertThat(MAIN.contain("io.robotrader.engine.TradingEngine")).isTrue();
        assertThat(MAIN.contain("io.robotrader.engine.ArchitectureTest")).isFalse();
    }

    @Test
    void packages_below_the_engine_have_no_cycles() {
        slices().matching("io.robotrader.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void nothing_below_the_engine_sees_its_door_but_the_events_that_name_its_states() {
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.engine.*..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.robotrader.engine").and(not(equivalentTo(EngineState.class))))
                .check(MAIN);
    }

    @Test
    void data_goes_one_way() {
        rises("market", "calendar");
        rises("calendar");
        rises("strategy", "market");
        rises("execution", "market");
        rises("portfolio", "execution", "market");
        rises("event", "execution", "strategy", "market");
        rises("journal", "event", "execution", "strategy", "market");
        rises("time");
        rises("view", "event", "execution", "strategy", "market");
    }

    /** The package may see itself and those that come before it, and no other of the engine. */
    private static void rises(String name, String... before) {
        String[] allowed = new String[before.length + 2];
        for (int i = 0; i < before.length; i++) {
            allowed[i] = "io.robotrader.engine." + before[i];
        }
        allowed[before.length] = "io.robotrader.engine." + name;
        // Only for EngineState; the test above sees to that.
        allowed[before.length + 1] =
                List.of("event", "journal", "view").contains(name) ? "io.robotrader.engine" : "none";
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.engine." + name)
                .should()
                .dependOnClassesThat(resideInAPackage("io.robotrader.engine..").and(not(resideInAnyPackage(allowed))))
                .check(MAIN);
    }

    @Test
    void nothing_but_the_client_sees_the_wire_and_nothing_in_the_engine_sees_the_client() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.robotrader.engine.ibkr..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.robotrader.engine.ibkr.wire")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.engine..")
                .and()
                .resideOutsideOfPackage("io.robotrader.engine.ibkr..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.robotrader.engine.ibkr..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.engine.ibkr.wire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.robotrader.engine.ibkr")
                .check(MAIN);
    }

    @Test
    void strategies_see_no_broker_no_account_and_no_risk_gate() {
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.engine.strategy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.robotrader.engine.execution",
                        "io.robotrader.engine.portfolio",
                        "io.robotrader.engine.loop",
                        "io.robotrader.risk..",
                        "io.robotrader.config..")
                .check(MAIN);
    }

    @Test
    void nobody_depends_on_the_gateway_simulator() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.robotrader.engine.ibkr.sim", "io.robotrader.examples..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.robotrader.engine.ibkr.sim")
                .check(MAIN);
    }

    @Test
    void only_the_order_desk_sends_orders() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.robotrader.engine.loop.OrderDesk")
                .and()
                // A broker that is another one on a simulator hands on what it was handed.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.ibkr.sim.SimulatedBroker")
                .should()
                .accessTargetWhere(JavaAccess.Predicates.target(
                                and(name("submit").or(name("protect")), owner(assignableTo(Broker.class))))
                        .as("a broker's submit or protect is used"))
                .check(MAIN);
    }

    @Test
    void only_the_calendar_knows_time_zones() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.robotrader.engine.calendar")
                .and()
                // A gateway writes the zone of its times beside them.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.ibkr.GatewayTime")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        ZoneId.class,
                        ZoneOffset.class,
                        ZonedDateTime.class,
                        OffsetDateTime.class,
                        LocalDateTime.class,
                        TimeZone.class)
                .check(MAIN);
    }

    @Test
    void en_10_time_is_handed_in_and_nobody_sleeps() {
        // A gate that is used alone goes by the system's clock unless it is handed another; nothing in the engine does.
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.robotrader.risk.RiskGateBuilder")
                .and()
                // So does a client that is used alone; its time-outs need the clock that never goes back.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.ibkr.SystemTimer")
                .and()
                // Nor can an engine that goes by the machine's clock.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.time.RealTimer")
                .and()
                // How long the simulator bears with a client that says or takes nothing, whatever its own clock says.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.ibkr.sim.Connection")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .accessTargetWhere(JavaAccess.Predicates.target(and(
                                name("sleep"), owner(equivalentTo(Thread.class).or(equivalentTo(TimeUnit.class)))))
                        .as("a thread sleeps"))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class)
                .check(MAIN);
    }

    @Test
    void en_10_threads_are_made_by_the_loop_the_feed_and_the_client_alone() {
        noClasses()
                .that()
                // A table of correlations asks for as many threads as its user did, for the length of the call.
                .doNotHaveFullyQualifiedName("io.robotrader.correlation.internal.TableCorrelation")
                .and()
                .doNotHaveFullyQualifiedName(EventLoop.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(HistoryFeed.class.getName())
                .and()
                // What is to be done later, once an engine was started.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.time.RealTimer")
                .and()
                // What stops the engine when the JVM ends, if somebody asked for it.
                .doNotHaveFullyQualifiedName(ShutdownHook.class.getName())
                .and()
                // A client that reads from a socket and writes to it.
                .haveNameNotMatching("io\\.robotrader\\.engine\\.ibkr\\.Threads")
                .and()
                // A gateway that others practise on, only when it is started.
                .doNotHaveFullyQualifiedName("io.robotrader.engine.ibkr.sim.GatewayServer")
                .and()
                // Whoever starts the server asks for its threads.
                .haveNameNotMatching("io\\.robotrader\\.engine\\.health\\.WatchServer.*")
                .should()
                .accessTargetWhere(JavaAccess.Predicates.target(and(name("<init>"), owner(assignableTo(Thread.class))))
                        .as("a thread is made"))
                .orShould()
                .dependOnClassesThat(assignableTo(ExecutorService.class)
                        .or(equivalentTo(Executors.class))
                        .or(assignableTo(Timer.class)))
                .check(MAIN);
        // The engine's stop deadline is timed by the JDK's own thread; a broker is asked for its books.
        noClasses()
                .that()
                .resideOutsideOfPackages("io.robotrader.engine", "io.robotrader.engine.ibkr")
                .and()
                // They wait, call by call, for what the client answers, or say what a broker's books are like.
                .haveNameNotMatching(
                        "io\\.robotrader\\.engine\\.(ibkr\\.sim\\.SimulatedBroker|execution\\.(Paper)?Broker|loop\\.Reconciling)")
                .should()
                .dependOnClassesThat(equivalentTo(CompletableFuture.class))
                .check(MAIN);
    }

    @Test
    void en_8_a_library_has_manners() {
        noClasses()
                .that()
                // Installed by whoever asks for it, by name.
                .doNotHaveFullyQualifiedName(ShutdownHook.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .dependOnClassesThat(equivalentTo(Runtime.class))
                .check(MAIN);
    }

    @Test
    void lg_1_no_logging_is_configured_and_cf_17_no_setting_is_read_that_was_not_handed_in() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ch.qos.logback..", "org.apache.logging..", "org.slf4j.simple..")
                .orShould()
                .accessTargetWhere(JavaAccess.Predicates.target(and(
                                name("getenv").or(name("getProperty")).or(name("getProperties")),
                                owner(equivalentTo(System.class))))
                        .as("the environment or a system property is read"))
                .check(MAIN);
    }

    @Test
    void risk_and_correlation_see_nobody() {
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.risk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.robotrader.correlation..", "io.robotrader.config..", "io.robotrader.engine..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.correlation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.robotrader.risk..", "io.robotrader.config..", "io.robotrader.engine..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("io.robotrader.config..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.robotrader.engine..")
                .check(MAIN);
    }

    @Test
    void internal_packages_are_seen_by_their_own_module_alone() {
        for (String module : new String[] {"risk", "correlation", "config", "engine"}) {
            classes()
                    .that()
                    .resideInAPackage("io.robotrader." + module + ".internal..")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .resideInAPackage("io.robotrader." + module + "..")
                    .allowEmptyShould(true)
                    .check(MAIN);
        }
        noClasses()
                .that()
                .resideOutsideOfPackage("io.robotrader.config..")
                .and()
                .resideOutsideOfPackage("io.robotrader.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.robotrader.config.wiring")
                .check(MAIN);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(MAIN);
    }
}
