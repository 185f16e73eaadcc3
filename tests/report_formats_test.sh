#!/usr/bin/env bash
# report_formats.sh PROGRAM REGISTRY: every report in every format, read back by programs that are not ours.
set -euo pipefail
export LC_ALL=C.UTF-8  # without it words and file names in Cyrillic count for nothing
program=$(realpath "$1") registry=$(realpath "$2")
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf 'report_formats: %s\n' "$1" >&2; exit 1; }

reports=$("$program" -C "$registry" --lang en report --list | grep -oE '^[a-z-]+')
pair=$(basename "$(find "$registry/pairs" -name '*.yaml' | LC_ALL=C sort | head -1)" .yaml)

subject_of() { if [[ $1 == journal ]]; then echo "$pair"; fi; }

# Twice the same bytes, whatever the day and the zone of the machine.
for report in $reports; do
  read -ra subject <<<"$(subject_of "$report")"
  for format in txt md html json csv xlsx docx; do
    [[ $format != docx || $report =~ ^(final|journal|banks|monitoring)$ ]] || continue
    "$program" -C "$registry" report "$report" "${subject[@]}" -q -o "$work/$report.$format"
    TZ=Asia/Novosibirsk "$program" -C "$registry" report "$report" "${subject[@]}" -q -o "$work/again.$format"
    cmp "$work/$report.$format" "$work/again.$format" || fail "$report.$format: not the same bytes twice"
    rm "$work/again.$format"
    [[ -s $work/$report.$format ]] || fail "$report.$format is empty"
  done
done

# LibreOffice reads the workbooks and the documents.
office=(soffice --headless "-env:UserInstallation=file://$work/office" --convert-to)
"${office[@]}" 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' --outdir "$work/csv" "$work"/*.xlsx >"$work/office.log" 2>&1
"${office[@]}" 'txt:Text (encoded):UTF8' --outdir "$work/text" "$work"/*.docx >>"$work/office.log" 2>&1
for report in $reports; do
  compgen -G "$work/csv/$report-*.csv" >/dev/null || fail "LibreOffice did not read $report.xlsx"
done
grep -q '^"\?Сколько педагогов вовлечено"\?,"\?Вовлечены за период"\?,51[.,]6' "$work"/csv/final-Показатели.csv || fail "the share of involved teachers is not in final.xlsx"
grep -q 'Итоговый аналитический отчёт' "$work/text/final.txt" || fail "final.docx has no title"
grep -q '10. Выводы, трудности и предложения' "$work/text/final.txt" || fail "final.docx has no conclusions"
grep -q 'закреплена пара' "$work/text/journal.txt" || fail "journal.docx does not tell of the order"

# The charts of the document hold the numbers of the charts of the JSON, and LibreOffice draws them.
python3 - "$work/final.docx" "$work/final.json" <<'END'
import json, sys, zipfile
import xml.etree.ElementTree as xml
names = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
package = zipfile.ZipFile(sys.argv[1])
drawn = [xml.fromstring(package.read(name)) for name in sorted(package.namelist()) if name.startswith("word/charts/")]
charts = [block for block in json.load(open(sys.argv[2], encoding="utf-8"))["blocks"] if block["type"] in ("bar_chart", "timeline")]
assert {chart["id"] for chart in charts} == {"years_chart", "forms_chart", "terms", "load_chart", "roadmap_chart"}, charts
assert len(drawn) == len(charts)
texts = lambda node, path: [point.text for point in node.findall(path + "/c:pt/c:v", names)]
for part, chart in zip(drawn, charts):
    series = part.findall(".//c:ser", names)
    labels = chart["categories"] if chart["type"] == "bar_chart" else [term["label"] for term in chart["terms"]]
    for one in series:
        assert texts(one, "c:cat/c:strLit") == labels, chart["id"]
    if chart["type"] == "bar_chart":
        said = [(one.find("c:tx/c:v", names).text, [int(value) for value in texts(one, "c:val/c:numLit")]) for one in series]
        assert said == [(one["title"], one["values"]) for one in chart["series"]], chart["id"]
END
"$program" -C "$registry" report final -q -o "$work/final.pdf"
pdftotext "$work/final.pdf" "$work/text/drawn.txt"
grep -q 'идут: осталось по плану' "$work/text/drawn.txt" || fail "final.pdf does not show the terms of the programmes"

# Python reads the CSV; HTML is valid and has nothing that axe objects to.
python3 - "$work"/*.csv <<'END'
import csv, sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";", strict=True))
    assert rows[0] == ["table", "row", "column", "title", "value", "part", "whole", "records"], path
    assert len(rows) > 3 and all(len(row) == 8 for row in rows), path
END

# So are the pages about the rules, and the manual.
"$program" rules --format html >"$work/rules.html"
"$program" explain 19 --format html >"$work/explain.html"
"$program" explain P2-2 --lang en --format html >"$work/explain-one.html"
"$program" coverage --format html >"$work/coverage.html"
for page in program records; do "$program" manual $page --format html >"$work/manual-$page.html"; done
node tests/node/report_pages_test.mjs "$work"/*.html
echo "reports: $(wc -w <<<"$reports"), formats: 8"
