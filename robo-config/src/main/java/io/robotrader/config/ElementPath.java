package io.robotrader.config;

/**
 * The path of a setting, or of one element of a list: {@code symbols[2]}.
 *
 * @param setting the path of the setting
 * @param index the element, counted from 0; -1 for the setting as a whole
 */
record ElementPath(String setting, int index) {
    static ElementPath of(String path) {
        int bracket = path.indexOf('[');
        return bracket < 0
                ? new ElementPath(path, -1)
                : new ElementPath(
                        path.substring(0, bracket), Integer.parseInt(path.substring(bracket + 1, path.length() - 1)));
    }

    boolean isElement() {
        return index >= 0;
    }
}
