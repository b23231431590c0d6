package tidings.launcher.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a command says in the end, to a person or to a program. */
record Outcome(PrintWriter out, boolean json, Path data) {
    static final String UP = "Tidings is up: ";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    void progress(String line) {
        if (!json) {
            say(line);
        }
    }

    void up(String url) {
        say(json ? object("state", "up", "url", url) : UP + url);
    }

    void already(String url) {
        say(json ? object("state", "already up", "url", url) : "Tidings already runs in " + data + ": " + url);
    }

    void down(boolean ran) {
        String state = ran ? "stopped" : "not running";
        say(json ? object("state", state, "data", data.toString()) : "Tidings in " + data + ": " + state);
    }

    void deleted(boolean existed) {
        String state = existed ? "deleted" : "nothing there";
        say(json ? object("state", state, "data", data.toString()) : data + ": " + state);
    }

    private static String object(String key, String value, String otherKey, String otherValue) {
        return JSON.writeValueAsString(new TreeMap<>(Map.of(key, value, otherKey, otherValue)));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
