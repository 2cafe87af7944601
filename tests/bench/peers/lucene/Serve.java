// Answers the queries of a file from an index, each timed: the protocol is that of ../peer.h.
// The index is memory-mapped and the search has one thread.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.MMapDirectory;

final class Serve {
  static final String ID = "id";
  static final String AGENCY = "agency";
  static final String YEAR = "year";
  private static final int FACET_VALUES = 20; // kFacetValues of ../peer.h

  private final SetUp setUp;
  private final IndexReader reader;
  private final IndexSearcher searcher;
  private SortedSetDocValuesReaderState facetState; // made when first asked for, as users keep it
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private static final class Answer {
    final List<String> ids = new ArrayList<>();
    long counted = 0;
  }

  private Serve(SetUp setUp, Path index) throws IOException {
    this.setUp = setUp;
    reader = DirectoryReader.open(new MMapDirectory(index));
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(setUp.similarity());
    searcher.setQueryCache(null); // it would answer what it has seen without a search
  }

  /** Obeys the lines of standard input until it ends. */
  static void run(SetUp setUp, Path index, Path queries) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String line : Files.readAllLines(queries, StandardCharsets.UTF_8)) {
      texts.add(line.substring(line.indexOf('\t') + 1));
    }
    Serve serve = new Serve(setUp, index);
    serve.say("ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line; (line = in.readLine()) != null; ) {
      String[] words = line.split(" ");
      if (words[0].equals("warm")) {
        int count = Integer.parseInt(words[1]);
        for (int i = 0; i < count; i++) {
          serve.search(
              texts.get(i % texts.size()), Integer.parseInt(words[2]), words[3].equals("facets"));
        }
        serve.say("warm");
      } else {
        serve.round(texts, Integer.parseInt(words[1]), words[2].equals("facets"));
      }
    }
  }

  private void say(String line) {
    out.print(line + "\n");
    out.flush();
  }

  private void round(List<String> texts, int limit, boolean withFacets) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String text : texts) {
      long cpu = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Answer answer = search(text, limit, withFacets);
      lines.append(System.nanoTime() - start).append('\t');
      lines.append(threads.getCurrentThreadCpuTime() - cpu).append('\t').append(answer.counted);
      for (String id : answer.ids) lines.append('\t').append(id);
      lines.append('\n');
    }
    out.print(lines);
    out.flush();
  }

  private Answer search(String text, int limit, boolean withFacets) throws IOException {
    Answer answer = new Answer();
    Query query = setUp.query(text);
    TopDocs top;
    if (withFacets) {
      FacetsCollector collector = new FacetsCollector();
      top = FacetsCollector.search(searcher, query, limit, collector);
      answer.counted = count(collector);
    } else {
      top = searcher.search(query, limit);
    }
    for (ScoreDoc hit : top.scoreDocs) {
      SortedDocValues ids = MultiDocValues.getSortedValues(reader, ID);
      if (!ids.advanceExact(hit.doc)) throw new IOException("a document without an id");
      answer.ids.add(ids.binaryValue().utf8ToString());
    }
    return answer;
  }

  private long count(FacetsCollector collector) throws IOException {
    if (facetState == null) facetState = new DefaultSortedSetDocValuesReaderState(reader);
    Facets facets = new SortedSetDocValuesFacetCounts(facetState, collector);
    facets.getTopChildren(FACET_VALUES, AGENCY);
    FacetResult years = facets.getTopChildren(FACET_VALUES, YEAR);
    long counted = 0;
    if (years != null) {
      for (LabelAndValue value : years.labelValues) counted += value.value.longValue();
    }
    return counted;
  }
}
