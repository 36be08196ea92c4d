package io.robotrader.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** Compiles the Java snippets of a document as one program, and runs it. */
final class SnippetRun {

    private SnippetRun() {}

    /** Returns what it printed. */
    static String of(String document, Path folder) throws Exception {
        String snippets = Pattern.compile("(?s)```java\n(.*?)```")
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining());
        String imports = lines(snippets, true);
        String body = lines(snippets, false);
        Path source = Files.writeString(
                folder.resolve("Bot.java"),
                imports + "\npublic class Bot { public static void main(String[] args) throws Exception {\n" + body
                        + "\n} }");
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-classpath", System.getProperty("java.class.path"), source.toString());
        assertThat(errors).isZero();

        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass("Bot").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String lines(String snippet, boolean imports) {
        return snippet.lines()
                .filter(line -> line.startsWith("import ") == imports)
                .collect(Collectors.joining("\n"));
    }

    /** The first block of a language. */
    static String fence(String document, String language) {
        String opening = "```" + language + "\n";
        int start = document.indexOf(opening);
        assertThat(start).as("a block of " + language).isPositive();
        return document.substring(start + opening.length(), document.indexOf("\n```", start + opening.length()));
    }
}
