// How a set-up of Lucene reads documents and queries: its fields, their analyzers and weights.
//
//   plain    StandardAnalyzer over one field, as it comes
//   fields   title and body, each as toned syllables, toneless syllables and toned pairs:
//            Quyết định số 8 → quyết định số 8 | quyet dinh so 8 | quyết_định định_số số_8
//
// README.md says how the weights were chosen. Not for use by several threads but for document().

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.shingle.FixedShingleFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

final class SetUp {
  private enum Source { TITLE, BODY, BOTH }

  private static final class Searched {
    final String name;
    final Source source;
    final Analyzer analyzer;
    final FieldType type;
    final float weight;

    Searched(String name, Source source, Analyzer analyzer, FieldType type, float weight) {
      this.name = name;
      this.source = source;
      this.analyzer = analyzer;
      this.type = type;
      this.weight = weight;
    }
  }

  private static final FieldType WITH_POSITIONS = TextField.TYPE_NOT_STORED;
  private static final FieldType WITHOUT_POSITIONS = new FieldType(TextField.TYPE_NOT_STORED);

  static {
    // What no phrase query looks at needs no positions: a smaller index, the same scores.
    WITHOUT_POSITIONS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    WITHOUT_POSITIONS.freeze();
  }

  // Chosen over the four judged sets together (README.md); k1 is the usual one.
  private static final float FIELDS_K1 = 1.2f;
  private static final float FIELDS_B = .6f;

  private final List<Searched> fields;
  private final Similarity similarity;

  private SetUp(List<Searched> fields, Similarity similarity) {
    this.fields = fields;
    this.similarity = similarity;
  }

  /** Returns the set-up with this name. */
  static SetUp named(String name) {
    Analyzer toned = new StandardAnalyzer();
    if (name.equals("plain")) {
      return new SetUp(
          List.of(new Searched("text", Source.BOTH, toned, WITH_POSITIONS, 1f)),
          new BM25Similarity());
    }
    if (name.equals("fields")) {
      Analyzer toneless = new Syllables(false);
      Analyzer pairs = new Syllables(true);
      return new SetUp(
          List.of(
              new Searched("title", Source.TITLE, toned, WITH_POSITIONS, 1f),
              new Searched("body", Source.BODY, toned, WITH_POSITIONS, 1f),
              new Searched("title_toneless", Source.TITLE, toneless, WITHOUT_POSITIONS, .5f),
              new Searched("body_toneless", Source.BODY, toneless, WITHOUT_POSITIONS, .3f),
              new Searched("title_pairs", Source.TITLE, pairs, WITHOUT_POSITIONS, .7f),
              new Searched("body_pairs", Source.BODY, pairs, WITHOUT_POSITIONS, .7f)),
          new BM25Similarity(FIELDS_K1, FIELDS_B));
    }
    throw new IllegalArgumentException("no such set-up: " + name);
  }

  Similarity similarity() {
    return similarity;
  }

  Analyzer analyzer() {
    Map<String, Analyzer> analyzers = new HashMap<>();
    for (Searched field : fields) analyzers.put(field.name, field.analyzer);
    return new PerFieldAnalyzerWrapper(new StandardAnalyzer(), analyzers);
  }

  /** Adds the searched fields of a document. */
  void addTo(Document document, String title, String body) {
    for (Searched field : fields) {
      String text =
          field.source == Source.TITLE
              ? title
              : field.source == Source.BODY ? body : title + "\n" + body;
      document.add(new Field(field.name, text, field.type));
    }
  }

  /** Returns any of the terms of a text as typed, in every field. */
  Query query(String text) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Searched field : fields) {
      for (String term : terms(field, text)) {
        Query one = new TermQuery(new Term(field.name, term));
        if (field.weight != 1f) one = new BoostQuery(one, field.weight);
        query.add(one, BooleanClause.Occur.SHOULD);
      }
    }
    return query.build();
  }

  private static List<String> terms(Searched field, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = field.analyzer.tokenStream(field.name, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(term.toString());
      stream.end();
    }
    return terms;
  }

  /** Syllables without marks, or pairs of syllables with theirs. */
  private static final class Syllables extends Analyzer {
    private final boolean inPairs;

    Syllables(boolean inPairs) {
      this.inPairs = inPairs;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream lower = new LowerCaseFilter(words);
      return new TokenStreamComponents(
          words, inPairs ? new FixedShingleFilter(lower, 2) : new ASCIIFoldingFilter(lower));
    }
  }
}
