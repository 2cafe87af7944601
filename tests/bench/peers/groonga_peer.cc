// Groonga as a peer: an index over title and body, any of the words, each counted once a field.
//
// At its best: its own process, not its server; the index filled after the documents are loaded
// (its manual's static construction, which packs postings); scores as floats (command version 3).
// Of its scorers scorer_tf_at_most(…, 1) answers best by far (README.md); it has no BM25.
// TokenBigram keeps a run of letters as one token, which is a syllable; marks stay. Its files are
// memory-mapped. --cache no: it would answer a query it has seen without a search.
// Source: https://groonga.org/docs/reference/ (commands select and load, scorers, tokenizers).

#include <filesystem>
#include <stdexcept>

#include <groonga.h>
#include <nlohmann/json.hpp>

#include "tests/bench/peers/peer.h"
#include "tests/bench/peers/words.h"

namespace tracuu::peers {
namespace {

using Json = nlohmann::json;

constexpr char kFileName[] = "/groonga.db";

class Groonga {
 public:
  // Opens the database in this folder, or makes it.
  explicit Groonga(const std::string& index) {
    if (grn_init() != GRN_SUCCESS) throw std::runtime_error("groonga: cannot begin");
    context_ = grn_ctx_open(0);
    if (context_ == nullptr) throw std::runtime_error("groonga: no context");
    grn_ctx_set_command_version(context_, GRN_COMMAND_VERSION_3);
    const std::string path = index + kFileName;
    database_ = std::filesystem::exists(path) ? grn_db_open(context_, path.c_str())
                                              : grn_db_create(context_, path.c_str(), nullptr);
    if (database_ == nullptr) fail("open " + path);
  }
  ~Groonga() {
    if (database_ != nullptr) grn_obj_close(context_, database_);
    grn_ctx_close(context_);
    grn_fin();
  }
  Groonga(const Groonga&) = delete;
  Groonga& operator=(const Groonga&) = delete;

  void send(const std::string& command) {
    grn_ctx_send(context_, command.data(), static_cast<unsigned>(command.size()), 0);
    if (context_->rc != GRN_SUCCESS) fail(command.substr(0, 100));
  }

  // Returns what the last command answers.
  std::string receive() {
    char* bytes = nullptr;
    unsigned length = 0;
    int flags = 0;
    grn_ctx_recv(context_, &bytes, &length, &flags);
    if (context_->rc != GRN_SUCCESS) fail("receive");
    return {bytes, length};
  }

  std::string ask(const std::string& command) {
    send(command);
    return receive();
  }

 private:
  [[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error("groonga: " + what + ": " + context_->errbuf);
  }

  grn_ctx* context_ = nullptr;
  grn_obj* database_ = nullptr;
};

// A value for a command line.
std::string quoted(const std::string& value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

void build(const std::string& index, DocumentReader& documents) {
  Groonga groonga(index);
  for (const char* command :
       {"table_create Documents TABLE_HASH_KEY ShortText",
        "column_create Documents title COLUMN_SCALAR Text",
        "column_create Documents body COLUMN_SCALAR LongText",
        "table_create Words TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram"
        " --normalizer NormalizerNFKC150"}) {
    groonga.ask(command);
  }
  groonga.send("load --table Documents");
  groonga.send("[");
  for (const char* comma = ""; const auto document = documents.next(); comma = ",") {
    const Json row{{"_key", document->id}, {"title", document->title}, {"body", document->body}};
    groonga.send(comma + row.dump());
  }
  groonga.send("]");
  groonga.receive();
  groonga.ask(
      "column_create Words documents COLUMN_INDEX|WITH_POSITION|WITH_SECTION Documents title,body");
}

class GroongaPeer final : public Peer {
 public:
  explicit GroongaPeer(const std::string& index) : groonga_(index) {}

  PeerAnswer search(const std::string& text, std::size_t limit, bool with_facets) override {
    if (with_facets) throw std::runtime_error("Groonga is not measured with facets");
    PeerAnswer answer;
    const std::string query = any_of_words(text);
    if (query.empty()) return answer;
    const Json found = Json::parse(groonga_.ask(
        "select Documents --match_columns \"scorer_tf_at_most(title, 1.0) || "
        "scorer_tf_at_most(body, 1.0)\" --query " +
        quoted(query) + " --output_columns _key --sort_keys -_score --cache no --limit " +
        std::to_string(limit)));
    for (const Json& record : found.at("records")) answer.ids.push_back(record.at(0));
    return answer;
  }

 private:
  Groonga groonga_;
};

}  // namespace
}  // namespace tracuu::peers

int main(int argc, char** argv) {
  using tracuu::peers::GroongaPeer;
  return tracuu::peers::run_peer(argc, argv, {tracuu::peers::build, [](const auto& index) {
                                                return std::make_unique<GroongaPeer>(index);
                                              }});
}
