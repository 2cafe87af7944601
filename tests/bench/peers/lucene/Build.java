// Builds an index of DOCUMENTS.tsv: as many threads as processors, then one segment.
// The document is stored beside what is searched, as an answer shows it.

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

final class Build {
  private static final int COLUMNS = 5;
  private static final double BUFFER_MB = 512;

  private final SetUp setUp;
  private final FacetsConfig facets = new FacetsConfig();

  private Build(SetUp setUp) {
    this.setUp = setUp;
  }

  /** Returns when the index of these documents is in the folder. */
  static void run(SetUp setUp, Path index, Path documents) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(setUp.analyzer());
    config.setSimilarity(setUp.similarity()).setRAMBufferSizeMB(BUFFER_MB);
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(index), config);
        BufferedReader lines = Files.newBufferedReader(documents, StandardCharsets.UTF_8)) {
      Build build = new Build(setUp);
      int processors = Runtime.getRuntime().availableProcessors();
      ExecutorService threads = Executors.newFixedThreadPool(processors);
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < processors; i++) {
        done.add(threads.submit(() -> build.add(lines, writer)));
      }
      threads.shutdown();
      for (Future<?> one : done) one.get(); // throws what the thread threw
      writer.forceMerge(1);
    }
  }

  private Void add(BufferedReader lines, IndexWriter writer) throws IOException {
    for (String line; (line = next(lines)) != null; ) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS) throw new IOException("a line without " + COLUMNS + " columns");
      writer.addDocument(facets.build(document(columns)));
    }
    return null;
  }

  private static String next(BufferedReader lines) throws IOException {
    synchronized (lines) {
      return lines.readLine();
    }
  }

  private Document document(String[] columns) {
    Document document = new Document();
    document.add(new SortedDocValuesField(Serve.ID, new BytesRef(columns[0])));
    setUp.addTo(document, columns[1], columns[2]);
    document.add(new StoredField("title", columns[1]));
    document.add(new StoredField("body", columns[2]));
    addFacet(document, Serve.AGENCY, columns[3]);
    addFacet(document, Serve.YEAR, columns[4]);
    return document;
  }

  private static void addFacet(Document document, String name, String value) {
    if (!value.isEmpty()) document.add(new SortedSetDocValuesFacetField(name, value));
  }
}
