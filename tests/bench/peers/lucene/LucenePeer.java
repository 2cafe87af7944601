// Lucene as a peer.
//
//   java … LucenePeer SET_UP index INDEX DOCUMENTS.tsv | SET_UP search INDEX QUERIES.tsv
//
// Set-ups: SetUp.java. What is spoken: ../peer.h.

import java.nio.file.Path;
import java.nio.file.Paths;
import org.apache.lucene.search.BooleanQuery;

final class LucenePeer {
  private static final int MAX_CLAUSES = 1 << 16; // a pasted page has more than the usual 1,024

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 4) {
      System.err.println("usage: LucenePeer SET_UP index INDEX DOCUMENTS | search INDEX QUERIES");
      System.exit(2);
    }
    BooleanQuery.setMaxClauseCount(MAX_CLAUSES);
    SetUp setUp = SetUp.named(arguments[0]);
    Path index = Paths.get(arguments[2]);
    Path input = Paths.get(arguments[3]);
    if (arguments[1].equals("index")) {
      Build.run(setUp, index, input);
    } else {
      Serve.run(setUp, index, input);
    }
  }
}
