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
    [[ $format != docx || $report == final || $report == journal ]] || continue
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
grep -q '^"\?Вовлечённость педагогов"\?,"\?Вовлечены за период"\?,51[.,]6' "$work"/csv/final-Показатели.csv || fail "the share of involved teachers is not in final.xlsx"
grep -q 'Итоговый аналитический отчёт' "$work/text/final.txt" || fail "final.docx has no title"
grep -q '10. Выводы, трудности и предложения' "$work/text/final.txt" || fail "final.docx has no conclusions"
grep -q 'закреплена пара' "$work/text/journal.txt" || fail "journal.docx does not tell of the order"

# Python reads the CSV; HTML is valid and has nothing that axe objects to.
python3 - "$work"/*.csv <<'END'
import csv, sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";", strict=True))
    assert rows[0] == ["table", "row", "column", "title", "value", "part", "whole", "records"], path
    assert len(rows) > 3 and all(len(row) == 8 for row in rows), path
END
node tests/node/report_pages_test.mjs "$work"/*.html
echo "reports: $(wc -w <<<"$reports"), formats: 7"
