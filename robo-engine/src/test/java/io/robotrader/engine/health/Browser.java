package io.robotrader.engine.health;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Chromium without a window, driven by the W3C's WebDriver protocol. Where there is none, the test is skipped. */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String base;

    private Browser(Process driver, String base) {
        this.driver = driver;
        this.base = base;
    }

    static Browser open(int width, int height) throws Exception {
        Optional<Path> program = onPath("chromedriver");
        if (program.isEmpty()) {
            abort("skipped: there is no chromedriver on the path, and so no browser to drive");
        }
        Process driver = new ProcessBuilder(program.orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            BufferedReader said =
                    new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
            Matcher port = STARTED.matcher("");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (port.reset(line).find()) {
                    break;
                }
            }
            Thread drain = new Thread(() -> said.lines().forEach(line -> {}), "chromedriver-output");
            drain.setDaemon(true);
            drain.start();
            String url = "http://127.0.0.1:" + port.group(1) + "/session";
            Browser browser = new Browser(driver, url);
            JsonNode session = browser.send(url, "POST", capabilities(width, height));
            return new Browser(driver, url + "/" + session.get("sessionId").asString());
        } catch (Exception e) {
            driver.destroyForcibly();
            throw e;
        }
    }

    private static Optional<Path> onPath(String name) {
        for (String folder : List.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static String capabilities(int width, int height) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode always = root.putObject("capabilities").putObject("alwaysMatch");
        always.put("browserName", "chrome");
        always.putObject("goog:loggingPrefs").put("browser", "ALL");
        var arguments = always.putObject("goog:chromeOptions").putArray("args");
        // A container gives neither a sandbox nor much shared memory.
        List.of("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")
                .forEach(arguments::add);
        arguments.add("--window-size=" + width + "," + height);
        return root.toString();
    }

    void go(URI address) throws Exception {
        send(
                base + "/url",
                "POST",
                JSON.createObjectNode().put("url", address.toString()).toString());
    }

    /** The value of an expression of the page's own language, as text. */
    String ask(String expression) throws Exception {
        ObjectNode script = JSON.createObjectNode().put("script", "return String(" + expression + ");");
        script.putArray("args");
        return send(base + "/execute/sync", "POST", script.toString()).asString();
    }

    /** Waits until the page says so; the driver asks again and again, as there is no other way. */
    void await(String condition) throws Exception {
        ObjectNode script = JSON.createObjectNode()
                .put(
                        "script",
                        "const done = arguments[0]; const ask = () => (" + condition
                                + ") ? done(true) : requestAnimationFrame(ask); ask();");
        script.putArray("args");
        send(base + "/execute/async", "POST", script.toString());
    }

    void type(String id, String text) throws Exception {
        send(
                element(id) + "/value",
                "POST",
                JSON.createObjectNode().put("text", text).toString());
    }

    void click(String selector) throws Exception {
        send(find("css selector", selector) + "/click", "POST", "{}");
    }

    /** What the browser itself complains of: blocked resources, errors in scripts. */
    List<String> complaints() throws Exception {
        JsonNode log = send(base + "/se/log", "POST", "{\"type\":\"browser\"}");
        return log.valueStream().map(line -> line.get("message").asString()).toList();
    }

    void screenshot(Path file) throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                Base64.getDecoder().decode(send(base + "/screenshot", "GET", "").asString()));
    }

    private String element(String id) throws Exception {
        return find("css selector", "#" + id);
    }

    private String find(String using, String value) throws Exception {
        JsonNode found = send(
                base + "/element",
                "POST",
                JSON.createObjectNode().put("using", using).put("value", value).toString());
        return base + "/element/" + found.get(ELEMENT).asString();
    }

    private JsonNode send(String url, String method, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofMinutes(2))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(method + " " + url + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).get("value");
    }

    @Override
    public void close() throws IOException {
        try {
            send(base, "DELETE", "");
            driver.destroy();
            if (!driver.waitFor(20, TimeUnit.SECONDS)) {
                driver.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the browser was not waited for", e);
        } finally {
            driver.destroyForcibly();
        }
    }
}
