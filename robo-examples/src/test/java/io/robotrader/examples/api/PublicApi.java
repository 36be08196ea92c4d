package io.robotrader.examples.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What others can compile against: one line for each public type of the packages a module exports to all, and one for
 * each member of it that is public or protected. What a user implements is part of the type's line, so that a method more
 * to implement, or one more case of a sealed type, is a change and no addition.
 */
final class PublicApi {
    private static final Pattern EXPORTED = Pattern.compile("exports ([\\w.]+);");

    private PublicApi() {}

    static NavigableSet<String> of(Path module) throws IOException, ClassNotFoundException {
        Path sources = module.resolve(Path.of("src", "main", "java"));
        NavigableSet<String> lines = new TreeSet<>();
        for (String exported : exported(Files.readString(sources.resolve("module-info.java")))) {
            for (String type : types(sources.resolve(exported.replace('.', '/')))) {
                add(Class.forName(exported + "." + type, false, PublicApi.class.getClassLoader()), lines);
            }
        }
        return lines;
    }

    private static List<String> exported(String descriptor) {
        return EXPORTED.matcher(descriptor)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static List<String> types(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList();
        }
    }

    private static void add(Class<?> type, NavigableSet<String> lines) {
        if (!isSeen(type.getModifiers())) {
            return;
        }
        lines.add(type.getName() + " = " + head(type));
        String prefix = type.getName() + "#";
        for (Field field : type.getDeclaredFields()) {
            if (isSeen(field)) {
                lines.add(prefix + field.getName() + " : " + modifiers(field) + named(field.getAnnotatedType(), field));
            }
        }
        for (Constructor<?> made : type.getDeclaredConstructors()) {
            if (isSeen(made)) {
                lines.add(prefix + "new" + parameters(made) + " : " + modifiers(made) + thrown(made));
            }
        }
        for (Class<?> part : withHiddenParents(type)) {
            for (Method method : part.getDeclaredMethods()) {
                if (isSeen(method) && !isOfEveryObject(method)) {
                    lines.add(prefix + method.getName() + parameters(method) + " : " + modifiers(method)
                            + variables(method.getTypeParameters()) + named(method.getAnnotatedReturnType(), method)
                            + thrown(method));
                }
            }
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            add(inner, lines);
        }
    }

    /** The type, and the classes above it that nobody sees: what is public in those is the type's own to its users. */
    private static List<Class<?>> withHiddenParents(Class<?> type) {
        List<Class<?>> parts = new ArrayList<>(List.of(type));
        Class<?> parent = type.getSuperclass();
        while (parent != null && !isSeen(parent.getModifiers())) {
            parts.add(parent);
            parent = parent.getSuperclass();
        }
        return parts;
    }

    private static String head(Class<?> type) {
        int kept = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL;
        boolean isPlain = type.isInterface() || !Modifier.isAbstract(type.getModifiers());
        Stream<String> parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .filter(name -> !name.equals("java.lang.Object"));
        Stream<String> cases = type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(Class::getName)
                        .sorted()
                : Stream.of();
        Stream<String> toImplement = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(method -> method.getName() + parameters(method))
                .sorted();
        return Modifier.toString(type.getModifiers() & kept)
                + (isPlain ? " " : " abstract ")
                + kind(type)
                + variables(type.getTypeParameters())
                + list(" extends ", parents)
                + list(" permits ", cases)
                + list(" asks for ", toImplement);
    }

    private static String list(String before, Stream<String> parts) {
        String joined = parts.collect(Collectors.joining(", "));
        return joined.isEmpty() ? "" : before + joined;
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        return type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    }

    private static boolean isSeen(Member member) {
        return !member.isSynthetic() && isSeen(member.getModifiers());
    }

    private static boolean isOfEveryObject(Method method) {
        return List.of("equals(java.lang.Object)", "hashCode()", "toString()")
                .contains(method.getName() + parameters(method).replace("?", ""));
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String modifiers(Member member) {
        int kept = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        String text = Modifier.toString(member.getModifiers() & kept);
        return member instanceof Method method && method.isDefault() ? text + " default " : text + " ";
    }

    private static String parameters(Executable method) {
        return Arrays.stream(method.getAnnotatedParameterTypes())
                .map(type -> named(type, null))
                .collect(Collectors.joining(", ", "(", method.isVarArgs() ? "...)" : ")"));
    }

    /** A type and whether it may be null. */
    private static String named(AnnotatedType type, @Nullable AnnotatedElement owner) {
        boolean nullable = type.isAnnotationPresent(Nullable.class)
                || (owner != null && owner.isAnnotationPresent(Nullable.class));
        return type.getType().getTypeName() + (nullable ? "?" : "");
    }

    private static String thrown(Executable method) {
        return list(
                " throws ",
                Arrays.stream(method.getExceptionTypes()).map(Class::getName).sorted());
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(PublicApi::variable).collect(Collectors.joining(", ", "<", "> "));
    }

    private static String variable(TypeVariable<?> variable) {
        return variable.getName()
                + list(
                        " extends ",
                        Arrays.stream(variable.getBounds())
                                .map(Type::getTypeName)
                                .filter(name -> !name.equals("java.lang.Object")));
    }

    static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
