#include "searcher/graph/export_graph.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/index/record.h"
#include "core/text/visible.h"
#include "searcher/graph/ties.h"

namespace tracuu {
namespace {

using Json = nlohmann::ordered_json;

enum class GraphFormat { kDot, kJson };

GraphFormat format_of(const std::filesystem::path& file) {
  const std::string extension = file.extension().string();
  if (extension == ".dot") return GraphFormat::kDot;
  if (extension == ".json") return GraphFormat::kJson;
  throw Error(ErrorCode::kBadOption, {"--graph", file.string(), "FILE.dot, FILE.json"});
}

struct Edge {
  Xapian::docid source = 0;
  Xapian::docid target = 0;
  Relation relation = Relation::kRefersTo;

  friend auto operator<=>(const Edge&, const Edge&) = default;  // NOLINT(modernize-use-nullptr)
};

struct GraphNode {
  Xapian::docid docid = 0;
  std::string id;
  std::string number;
  std::string title;
};

std::string json_text(const std::string& text) {
  return text::json_safe(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace));
}

// A quoted string of DOT, in which '"' and '\' are escaped and nothing else.
std::string dot_text(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text::visible(text, text::Lines::kJoin)) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

// Writes nodes as they come, then the edges.
class GraphWriter {
 public:
  GraphWriter(const std::filesystem::path& file, GraphFormat format)
      : file_(file), format_(format), out_(file, std::ios::binary) {
    out_ << (is_dot() ? "digraph tracuu {\n" : "{\"version\":1,\"nodes\":[");
    check();
  }

  void node(const GraphNode& node) {
    if (is_dot()) {
      const std::string label = node.number.empty() ? node.title : node.number + " – " + node.title;
      out_ << "n" << node.docid << " [id=" << dot_text(node.id) << ", label=" << dot_text(label)
           << "];\n";
    } else {
      out_ << (is_first_ ? "\n" : ",\n") << "{\"id\":" << json_text(node.id)
           << ",\"number\":" << json_text(node.number) << ",\"title\":" << json_text(node.title)
           << "}";
    }
    is_first_ = false;
    check();
  }

  void edge(const Edge& edge, const std::string& source, const std::string& target) {
    if (is_dot()) {
      out_ << "n" << edge.source << " -> n" << edge.target << " [label=\""
           << relation_code(edge.relation) << "\"];\n";
    } else {
      out_ << (is_first_ ? "\n" : ",\n") << "{\"source\":" << json_text(source)
           << ",\"target\":" << json_text(target) << ",\"relation\":\""
           << relation_code(edge.relation) << "\"}";
    }
    is_first_ = false;
    check();
  }

  void begin_edges() {
    if (!is_dot()) out_ << "],\"edges\":[";
    is_first_ = true;
  }

  void finish() {
    out_ << (is_dot() ? "}\n" : "]}\n");
    out_.close();
    check();
  }

 private:
  bool is_dot() const { return format_ == GraphFormat::kDot; }

  void check() const {
    if (!out_) throw Error(ErrorCode::kIo, {file_.string(), std::strerror(errno)});
  }

  std::filesystem::path file_;
  GraphFormat format_;
  std::ofstream out_;
  bool is_first_ = true;
};

Xapian::docid first_of(const Resolution& resolution) {
  if (resolution.kind != Resolution::Kind::kAsserted) return 0;
  return static_cast<Xapian::docid>(std::ranges::min(resolution.ids));
}

void add_edges(Resolver& resolver, Xapian::docid docid, const Document& document,
               std::set<Edge>& edges) {
  for (const Tie& tie : outgoing_ties(resolver, docid, document)) {
    const Xapian::docid source = tie.actor ? first_of(tie.actor->resolution) : docid;
    const Xapian::docid target = first_of(tie.target.resolution);
    if (source == 0 || target == 0 || source == target) continue;
    edges.insert({source, target, tie.relation});
  }
}

}  // namespace

ExportedGraph export_graph(Snapshot& snapshot, const std::filesystem::path& file) {
  GraphWriter writer(file, format_of(file));
  const IndexView& database = snapshot.database();
  Resolver resolver(snapshot);
  std::set<Edge> edges;
  std::vector<std::string> ids(std::size_t{database.get_lastdocid()} + 1);
  // Gaps among docids would tell how many documents are hidden.
  std::vector<Xapian::docid> numbers(ids.size(), 0);
  ExportedGraph exported;
  const auto end = database.postlist_end("");
  for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
    const Document document = decode_record(database.get_document(*posting).get_data());
    const auto place = static_cast<Xapian::docid>(exported.nodes + 1);
    numbers[*posting] = database.is_whole() ? *posting : place;
    writer.node({numbers[*posting], document.id, document.number, document.title});
    add_edges(resolver, *posting, document, edges);
    ids[*posting] = document.id;
    ++exported.nodes;
  }
  writer.begin_edges();
  for (const Edge& edge : edges) {
    const Edge shown{numbers[edge.source], numbers[edge.target], edge.relation};
    writer.edge(shown, ids[edge.source], ids[edge.target]);
  }
  writer.finish();
  exported.edges = edges.size();
  return exported;
}

}  // namespace tracuu
