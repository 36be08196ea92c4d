package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, with its content-security policy on. */
class WatchPageTest {

    private static final String TOKEN = "a-token-of-this-test";

    private final WatchedEngine engine = new WatchedEngine();
    private final HealthMonitor monitor = new HealthMonitor(
            () -> WatchedEngine.NOW,
            List.of(
                    now -> new HealthFinding("journal", HealthStatus.HEALTHY, "it writes"),
                    now -> new HealthFinding("disk", HealthStatus.DEGRADED, "312 MB are left")));

    @ParameterizedTest
    @ValueSource(ints = {1280, 420})
    void the_page_shows_the_engine_in_a_wide_and_in_a_narrow_window(int width) throws Exception {
        try (WatchServer server = server();
                Browser browser = Browser.open(width, 900)) {
            browser.go(address(server));
            browser.await("document.querySelectorAll('#positions tbody tr').length === 2");
            browser.screenshot(Path.of("target", "watch-page-" + width + ".png"));

            assertThat(browser.ask("document.getElementById('state').textContent"))
                    .isEqualTo("RUNNING");
            assertThat(browser.ask("document.getElementById('health').textContent"))
                    .isEqualTo("DEGRADED");
            assertThat(browser.ask("document.getElementById('figures').innerText"))
                    .contains("101,250.50", "1.0 %");
            assertThat(browser.ask("document.getElementById('positions').innerText"))
                    .contains("AAPL", "21,250.00");
            assertThat(browser.ask("document.getElementById('orders').innerText"))
                    .contains("MSFT-20260302-9");
            assertThat(browser.ask("document.getElementById('decisions').innerText"))
                    .contains("refused");
            assertThat(browser.ask("document.getElementById('checks').innerText"))
                    .contains("312 MB are left");
            assertThat(browser.ask("document.getElementById('limits').innerText"))
                    .contains("LEVERAGE_LIMIT");
            assertThat(browser.ask("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing sticks out of the window")
                    .isEqualTo("true");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void markup_in_what_the_engine_says_is_shown_and_not_obeyed() throws Exception {
        try (WatchServer server = server();
                Browser browser = Browser.open(1280, 900)) {
            browser.go(address(server));
            browser.await("document.querySelectorAll('#positions tbody tr').length === 2");

            assertThat(browser.ask("document.getElementById('positions').innerText"))
                    .contains(WatchedEngine.EVIL);
            assertThat(browser.ask("document.querySelectorAll('main img').length"))
                    .isEqualTo("0");
            assertThat(browser.ask("document.title")).isEqualTo("robo-trader");
        }
    }

    @Test
    void a_person_halts_with_the_token_and_cannot_without() throws Exception {
        try (WatchServer server = server();
                Browser browser = Browser.open(1280, 900)) {
            browser.go(address(server));
            browser.type("who", "ann");
            browser.type("reason", "lunch");

            browser.click("button[data-action=halt]");
            browser.await("document.getElementById('answer').className === 'bad'");
            assertThat(browser.ask("document.getElementById('answer').textContent"))
                    .isEqualTo("The token is missing or wrong: nothing was done.");
            assertThat(engine.asked).isEmpty();

            browser.type("token", TOKEN);
            browser.click("button[data-action=halt]");
            browser.await("document.getElementById('answer').className === 'good'");
            browser.await("!document.getElementById('halt').hidden");
            assertThat(engine.asked).containsExactly("halt ann: lunch");
            assertThat(browser.ask("document.getElementById('why').textContent"))
                    .contains("HALT: ann: lunch");
        }
    }

    @Test
    void a_page_whose_engine_is_gone_says_that_it_is_old() throws Exception {
        WatchServer server = server();
        try (Browser browser = Browser.open(1280, 900)) {
            browser.go(address(server));
            browser.await("document.getElementById('state').textContent === 'RUNNING'");
            assertThat(browser.ask("document.getElementById('stale').hidden")).isEqualTo("true");

            server.close();

            browser.await("!document.getElementById('stale').hidden");
        } finally {
            server.close();
        }
    }

    private WatchServer server() throws Exception {
        RiskGate gate = RiskGate.of(RiskLimits.defaults());
        return WatchServer.builder(engine, monitor)
                .limits(gate::monitor)
                .token(TOKEN)
                .start();
    }

    private static URI address(WatchServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/");
    }
}
