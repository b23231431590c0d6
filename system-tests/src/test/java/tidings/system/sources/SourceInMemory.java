package tidings.system.sources;

import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source file as the compiler takes it, without a look at the disk. */
final class SourceInMemory extends SimpleJavaFileObject {

    private final SourceFile source;

    SourceInMemory(SourceFile source) {
        super(URI.create("string:///" + source.path()), JavaFileObject.Kind.SOURCE);
        this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source.text();
    }
}
