#!/usr/bin/env bash
# Filters, dates, order, pages and facets.
# shellcheck source=tests/cli/lib.sh
source "$(dirname "$0")/lib.sh"

document a/van-ban.jsonl \
  '{"id": "qd-1", "type": "Quyết định", "agency": "Ủy ban nhân dân tỉnh Sông Lam", "date": "2020-12-31", "number": "1/QĐ-UBND", "signer": "Trần Văn Hòa", "status": "Còn hiệu lực", "keywords": ["lưu trữ"], "source": "songlam.gov.vn", "title": "Quyết định về lưu trữ", "body": "Quy chế lưu trữ hồ sơ."}' \
  '{"id": "qd-2", "type": "Quyết định", "agency": "Sở Nội vụ tỉnh Sông Lam", "date": "2021-01-01", "title": "Quyết định của Sở", "body": "Hồ sơ lưu trữ của Sở."}' \
  '{"id": "nq-1", "type": "Nghị quyết", "agency": "Hội đồng nhân dân tỉnh Sông Lam", "date": "2020-12-01", "title": "Nghị quyết về lưu trữ", "body": "Hồ sơ và tài liệu lưu trữ."}'
document b/khac.jsonl \
  '{"id": "cv-1", "type": "Công văn", "agency": "Ủy ban nhân dân huyện Thanh Lĩnh", "date": "2019-06-15", "title": "Công văn về hồ sơ", "body": "Hồ sơ nộp lưu trữ."}' \
  '{"id": "kd-1", "type": "Công văn", "title": "Công văn không ngày", "body": "Hồ sơ lưu trữ cũ."}'
index_docs "$work/docs"
expect_stdout_has "Thêm 5"

# hits WHAT IDS ARGUMENT…: the ids of all hits, ordered.
hits() {
  local what=$1 expected=$2 got
  shift 2
  search --json --limit 100 "$@"
  got=$(ids | tr ' ' '\n' | sort | tr '\n' ' ')
  check "$what: $expected, got $got" test "${got% }" = "$expected"
}

hits "one type" "qd-1 qd-2" --type "Quyết định" hồ sơ
hits "a type without marks, in capitals" "qd-1 qd-2" --type "QUYET DINH" hồ sơ
hits "two types are OR" "nq-1 qd-1 qd-2" --type "Quyết định" --type "Nghị quyết" hồ sơ
hits "type and agency are AND" "qd-2" --type "Quyết định" --agency "Sở Nội vụ" hồ sơ
hits "an agency as it is" "qd-1" --agency "Ủy ban nhân dân tỉnh Sông Lam" hồ sơ
hits "an agency in short" "qd-1" --agency "UBND tỉnh Sông Lam" hồ sơ
hits "an agency without marks" "qd-1" --agency "ubnd tinh song lam" hồ sơ
hits "a part of an agency's name" "cv-1 qd-1" --agency "UBND" hồ sơ
hits "two agencies are OR" "nq-1 qd-1" --agency "UBND tỉnh Sông Lam" --agency "HĐND tỉnh" hồ sơ
hits "an agency that is none" "" --agency "Bộ Ngoại giao" hồ sơ
expect_exit 1

hits "--filter with a year" "nq-1 qd-1" --filter year=2020 hồ sơ
hits "--filter with a month" "nq-1 qd-1" --filter month=2020-12 hồ sơ
hits "--filter with a month as typed" "nq-1 qd-1" --filter month=12/2020 hồ sơ
hits "two years are OR" "cv-1 qd-2" --filter year=2021 --filter year=2019 hồ sơ
hits "--filter with a folder" "cv-1 kd-1" --filter path=docs/b hồ sơ
hits "--filter with a signer without marks" "qd-1" --filter "signer=tran van hoa" hồ sơ
hits "--filter with a keyword" "qd-1" --filter "keyword=Lưu trữ" hồ sơ
hits "--filter with a source" "qd-1" --filter source=songlam.gov.vn hồ sơ
hits "--filter with a status" "qd-1" --filter "status=còn hiệu lực" hồ sơ
hits "--filter and --type of one facet are OR" "nq-1 qd-1 qd-2" \
  --type "Quyết định" --filter "type=Nghị quyết" hồ sơ
hits "a filter alone" "qd-1 qd-2" --type "Quyết định"

search --filter màu=đỏ hồ sơ
expect_exit 2
expect_stderr_is "tracuu-search: tùy chọn --filter: giá trị 'màu' không hợp lệ; chấp nhận: agency, type, year, month, path, signer, source, field, place, person, keyword, status"
search --filter type hồ sơ
expect_exit 2
expect_stderr_is "tracuu-search: tùy chọn --filter: giá trị 'type' không hợp lệ; chấp nhận: NAME=VALUE"
search --facets màu hồ sơ
expect_exit 2
expect_stderr_has "tùy chọn --facets: giá trị 'màu' không hợp lệ; chấp nhận: agency, type, year, month, path"

hits "--from a day" "qd-1 qd-2" --from 2020-12-31 hồ sơ
hits "--from a day as written" "qd-1 qd-2" --from 31/12/2020 hồ sơ
hits "--from a month" "nq-1 qd-1 qd-2" --from 12/2020 hồ sơ
hits "--from a year" "nq-1 qd-1 qd-2" --from 2020 hồ sơ
hits "--to a day" "cv-1 nq-1" --to 30/12/2020 hồ sơ
hits "--to a day means its end" "cv-1 nq-1 qd-1" --to 2020-12-31 hồ sơ
hits "--to a month means its end" "cv-1 nq-1 qd-1" --to 12/2020 hồ sơ
hits "--to a year means its end" "cv-1 nq-1 qd-1" --to 2020 hồ sơ
hits "one month" "nq-1 qd-1" --from 12/2020 --to 12/2020 hồ sơ
hits "the order of from and to is not mended" "" --from 2021 --to 2020 hồ sơ
search --from 31/02/2020 hồ sơ
expect_exit 2
expect_stderr_is "tracuu-search: tùy chọn --from: giá trị '31/02/2020' không hợp lệ; chấp nhận: 2020-12-31, 31/12/2020, 12/2020, 2020"
search --to "hôm qua" hồ sơ --lang en
expect_exit 2
expect_stderr_is "tracuu-search: option --to: 'hôm qua' is not valid; accepted: 2020-12-31, 31/12/2020, 12/2020, 2020"

# Order: what has no date comes last both ways.
search --json --sort newest hồ sơ
check "newest first" test "$(ids)" = "qd-2 qd-1 nq-1 cv-1 kd-1"
search --json --sort oldest hồ sơ
check "oldest first" test "$(ids)" = "cv-1 nq-1 qd-1 qd-2 kd-1"
search --json --sort relevance hồ sơ
relevance=$(ids)
search --json hồ sơ
check "relevance is the default" test "$(ids)" = "$relevance"
search --sort tốt hồ sơ
expect_exit 2
expect_stderr_has "tùy chọn --sort: giá trị 'tốt' không hợp lệ; chấp nhận: relevance, newest, oldest"

# Page 1 + page 2 = pages 1–2, in every order; the total is that of all pages.
for sort in relevance newest oldest; do
  search --json --sort $sort --limit 2 hồ sơ
  pages=$(ids)
  search --json --sort $sort --limit 2 --offset 2 hồ sơ
  pages+=" $(ids)"
  expect_json 'j["total"]' 5
  search --json --sort $sort --limit 4 hồ sơ
  check "pages by $sort" test "$(ids)" = "$pages"
done
search --limit 2 --offset 2 hồ sơ
expect_stdout_has "5 văn bản, từ 3 đến 4"
expect_stdout_has $'\n3. '
search --limit 2 --offset 4 hồ sơ --lang en
expect_stdout_has "5 documents, 5 to 5"
search --limit 2 --offset 50 hồ sơ --json
expect_exit 0
expect_json '[j["total"], j["results"]]' "[5, []]"
search --limit 0 --json hồ sơ
expect_exit 0
expect_json '[j["total"], j["results"]]' "[5, []]"
for bad in -1 mười 1.5 99999999999999999999; do
  search --limit "$bad" hồ sơ
  expect_exit 2
  expect_stderr_is "tracuu-search: tùy chọn --limit: giá trị '$bad' không hợp lệ; chấp nhận: 0 … 1000"
done
search --offset "" hồ sơ
expect_exit 0

# Why a result stands where it does: the parts add up to its score.
search --json --explain --limit 1 hồ sơ
expect_json 'abs(sum(p["adds"] for p in j["results"][0]["explanation"]["parts"]) - j["results"][0]["score"]) < 0.05' true
expect_json 'sum(w["text"] for w in j["results"][0]["explanation"]["words"])' 2
search --explain --limit 1 hồ sơ
expect_stdout_has " điểm"
expect_stdout_has "từ: «"
search --explain --limit 1 --lang en hồ sơ
expect_stdout_has " points"

# A time limit that is met changes nothing; one that is not is told.
search --json --time-limit 600000 hồ sơ
expect_json '[j["total"], j["exact"], j["partial"]]' "[5, true, false]"
search --json --time-limit 0 --facets type hồ sơ
expect_json '[j["exact"], j["partial"], j["facets"]]' "[false, true, {}]"
search --time-limit 0 hồ sơ
expect_stdout_has "Hết thời gian: chưa tìm hết, số văn bản chưa chính xác."
search --time-limit 600001 hồ sơ
expect_exit 2

# Facets count all hits, not only the page's, and ignore their own filter.
search --json --limit 1 --facets type,year,agency,path hồ sơ
expect_json '{v["value"]: v["count"] for v in j["facets"]["type"]}' \
  '{"Công văn": 2, "Quyết định": 2, "Nghị quyết": 1}'
expect_json '{v["value"]: v["count"] for v in j["facets"]["year"]}' '{"2020": 2, "2019": 1, "2021": 1}'
expect_json '{v["value"]: v["count"] for v in j["facets"]["path"]}' '{"docs": 5, "docs/a": 3, "docs/b": 2}'
search --json --type "Quyết định" --facets type,year hồ sơ
expect_json 'j["total"]' 2
expect_json '{v["value"]: v["count"] for v in j["facets"]["type"]}' \
  '{"Công văn": 2, "Quyết định": 2, "Nghị quyết": 1}'
expect_json '{v["value"]: v["count"] for v in j["facets"]["year"]}' '{"2020": 1, "2021": 1}'
search --json --type "Quyết định" --filter year=2020 --facets type,year hồ sơ
expect_json '{v["value"]: v["count"] for v in j["facets"]["type"]}' '{"Nghị quyết": 1, "Quyết định": 1}'
expect_json '{v["value"]: v["count"] for v in j["facets"]["year"]}' '{"2020": 1, "2021": 1}'
search --json --from 2020 --facets year hồ sơ
expect_json '{v["value"]: v["count"] for v in j["facets"]["year"]}' '{"2020": 2, "2021": 1}'

# Each value of a facet, given back as a filter, finds as many as were counted.
for facet in agency type year month path; do
  search --json --facets $facet hồ sơ
  while IFS=$'\t' read -r value count; do
    search --json --filter "$facet=$value" hồ sơ
    expect_json 'j["total"]' "$count"
  done < <(json '"\n".join(v["value"] + "\t" + str(v["count"]) for v in j["facets"]["'$facet'"])')
done
search --facets type,year hồ sơ
expect_stdout_has $'Loại\n     2  Công văn\n     2  Quyết định\n     1  Nghị quyết'
expect_stdout_has $'Năm\n'
search --facets type,year hồ sơ --lang en
expect_stdout_has $'Type\n'
expect_stdout_has $'Year\n'

finish
